//! The description of a pack's tables: a Frictionless Data Package (datapackage.json, Table Schema v1).

use serde::Deserialize;

use crate::fault::Fault;
use crate::files::Files;

/// The file that describes a pack.
pub const FILE: &str = "datapackage.json";

/// A pack's description.
#[derive(Clone, Debug, Deserialize)]
pub struct DataPackage {
    /// Short name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Version.
    pub version: String,
    /// The tables.
    pub resources: Vec<Resource>,
}

/// A table.
#[derive(Clone, Debug, Deserialize)]
pub struct Resource {
    /// Its name: `indicator-relations`.
    pub name: String,
    /// Its file.
    pub path: String,
    /// Its columns.
    pub schema: Schema,
}

/// The columns of a table.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    /// The columns, in order.
    pub fields: Vec<Field>,
    /// The columns whose cells name a row.
    #[serde(default)]
    pub primary_key: Vec<String>,
    /// References to other tables.
    #[serde(default)]
    pub foreign_keys: Vec<ForeignKey>,
}

/// A column.
#[derive(Clone, Debug, Deserialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// `string` or `number`.
    #[serde(rename = "type")]
    pub kind: FieldKind,
    /// What its cells must satisfy.
    #[serde(default)]
    pub constraints: Constraints,
}

/// The type of a column's cells.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// Text.
    String,
    /// A plain number.
    Number,
}

/// What a column's cells must satisfy.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Constraints {
    /// No empty cell.
    #[serde(default)]
    pub required: bool,
    /// No cell twice.
    #[serde(default)]
    pub unique: bool,
    /// The allowed values; an empty cell is allowed unless `required`.
    #[serde(rename = "enum", default)]
    pub allowed: Vec<String>,
}

/// A reference to another table.
#[derive(Clone, Debug, Deserialize)]
pub struct ForeignKey {
    /// The column here.
    pub fields: Vec<String>,
    /// The table and column there.
    pub reference: Reference,
}

/// The far end of a [`ForeignKey`].
#[derive(Clone, Debug, Deserialize)]
pub struct Reference {
    /// The table.
    pub resource: String,
    /// The column.
    pub fields: Vec<String>,
}

impl DataPackage {
    /// Reads the description of a pack.
    pub fn read(files: &Files) -> Result<Self, Fault> {
        let text = files.text(FILE)?;
        serde_json::from_str(text).map_err(|error| Fault {
            line: Some(error.line() as u64),
            ..Fault::of_file(FILE, format!("not a Frictionless Data Package: {error}"))
        })
    }
}
