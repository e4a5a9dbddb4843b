//! How a table is read: as a person says, as she said of the last table with this header, or as the header suggests.

use pana_evidence::{Place, Record, Room};
use pana_packs::import::fields::is_of_one_file;
use pana_packs::import::{self, Book, Guess, Kind, Lexicon, Mapping, Proposal, Refusal};
use pana_store::{Db, record};
use pana_text::Lang;

use super::{Ask, PACK, Stop};
use crate::error::Error;
use crate::library::Library;

/// Who says how a table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person who brings it.
    Given,
    /// A person who brought one with the same header before.
    Remembered,
    /// Nobody yet: the words of the header suggest it.
    Proposed,
}

impl Origin {
    /// Its word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Remembered => "remembered",
            Self::Proposed => "proposed",
        }
    }
}

/// An opened file, and how it is to be read.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The file.
    pub book: Book,
    /// How it is read.
    pub mapping: Mapping,
    /// Who says so.
    pub origin: Origin,
    /// What was guessed to propose it.
    pub guessed: Vec<Guess>,
    /// Fields that must be filled before the table can be read.
    pub missing: Vec<&'static str>,
}

/// Opens a file and finds how to read it.
pub async fn choose(db: &Db, room: &Room, library: &Library, bytes: &[u8], ask: &Ask) -> Result<Chosen, Stop> {
    let lexicon = Lexicon::read(&library.data).map_err(Error::from)?;
    let stated = ask.mapping.as_ref().and_then(|mapping| mapping.encoding.clone());
    let mut book = open(ask, bytes, stated.as_deref())?;
    let proposal = import::propose(&book, ask.kind, &lexicon);
    let (mut mapping, origin, guessed) = match &ask.mapping {
        Some(given) => (of_kind(given, ask.kind)?, Origin::Given, Vec::new()),
        None => match remembered(db, &book, ask.kind).await? {
            Some(known) => {
                let (mapping, guessed) = completed(known, proposal.ok());
                (mapping, Origin::Remembered, guessed)
            }
            None => {
                let proposal = proposal?;
                (proposal.mapping, Origin::Proposed, proposal.guessed)
            }
        },
    };
    if let Some(encoding) = mapping.encoding.as_deref().filter(|_| origin == Origin::Remembered && stated.is_none()) {
        book = open(ask, bytes, Some(encoding))?;
    }
    instruct(&mut mapping, room, library, ask)?;
    mapping.fingerprint = match import::fingerprint(&book, &mapping) {
        Ok(fingerprint) => fingerprint,
        // A proposal without a single column of a constant-only table has no header to be known by; `read` says why.
        Err(_) => mapping.fingerprint,
    };
    let missing = mapping.missing();
    Ok(Chosen { book, mapping, origin, guessed, missing })
}

fn open(ask: &Ask, bytes: &[u8], encoding: Option<&str>) -> Result<Book, Refusal> {
    let mut book = Book::open(&ask.file, bytes, encoding)?;
    if let Some(sheet) = &ask.sheet {
        let names = book.sheets.iter().filter_map(|sheet| sheet.name.clone()).collect::<Vec<_>>().join(", ");
        // A text file has no sheets to choose from.
        book.sheets.retain(|candidate| candidate.name.as_ref().is_none_or(|name| name == sheet));
        if book.sheets.is_empty() {
            return Err(Refusal::NoSuchSheet { sheet: sheet.clone(), sheets: names });
        }
    }
    Ok(book)
}

fn of_kind(given: &Mapping, kind: Kind) -> Result<Mapping, Refusal> {
    if given.kind == kind {
        return Ok(given.clone());
    }
    Err(Refusal::NotAMapping { reason: format!("kind = \"{}\" ≠ \"{}\"", given.kind.code(), kind.code()) })
}

/// The mapping that was used for the last table with this header.
async fn remembered(db: &Db, book: &Book, kind: Kind) -> Result<Option<Mapping>, Stop> {
    let kept = record::own(db, record::MAPPINGS).await.map_err(Error::from)?;
    let mappings = kept.iter().filter_map(|record| Mapping::read(record.cell("mapping")?).ok());
    // The header is known by its name; where it stands and what stands above it may change from file to file.
    let known = mappings
        .filter(|mapping| mapping.kind == kind)
        .find(|mapping| import::fingerprint(book, mapping).is_ok_and(|fingerprint| fingerprint == mapping.fingerprint));
    Ok(known)
}

/// A remembered mapping with what this file alone says: the symbol of a document in its title.
fn completed(mut known: Mapping, proposal: Option<Proposal>) -> (Mapping, Vec<Guess>) {
    let Some(proposal) = proposal else { return (known, Vec::new()) };
    let mut guessed = Vec::new();
    for (field, value) in proposal.mapping.constants {
        if is_of_one_file(&field) && !known.fills(&field) {
            guessed.push(Guess::Constant { field: field.clone(), value: value.clone() });
            known.constants.insert(field, value);
        }
    }
    (known, guessed)
}

/// What the person says besides: it stands before everything else.
fn instruct(mapping: &mut Mapping, room: &Room, library: &Library, ask: &Ask) -> Result<(), Stop> {
    for (field, value) in &ask.constants {
        mapping.columns.remove(field);
        mapping.constants.insert(field.clone(), value.clone());
    }
    if let Some(sheet) = &ask.sheet {
        mapping.sheet = Some(sheet.clone());
    }
    let Some(code) = &ask.country else { return Ok(()) };
    let place = room.find_place(code);
    let place = place.ok_or_else(|| Error::NotFound(format!("there is no place `{code}`; use a code such as FRA")))?;
    match ask.kind {
        Kind::Uhri => {
            mapping.keep.insert("countries".to_owned(), called(place, library));
        }
        Kind::Observations if !mapping.columns.contains_key("geo_id") => {
            mapping.constants.insert("geo_id".to_owned(), place.id.0.clone());
        }
        Kind::Observations | Kind::Upr | Kind::Plan => {
            let reason = "--country chooses rows of an index, or the place of figures without a column for it";
            return Err(Error::NotFound(reason.to_owned()).into());
        }
    }
    Ok(())
}

/// What a place is called in tables: its name in every language, and its codes.
fn called(place: &Place, library: &Library) -> Vec<String> {
    let names = Lang::ALL.into_iter().map(|lang| library.words(lang).name(&place.name).to_owned());
    let mut called: Vec<String> = names.chain(place.iso3.clone()).chain([place.id.0.clone()]).collect();
    called.sort();
    called.dedup();
    called
}

/// What of a mapping serves the next file with this header, as a row; `before` is what was remembered until now.
pub fn to_remember(mapping: &Mapping, before: Option<&Record>) -> Option<Record> {
    let mut lasting = mapping.clone();
    lasting.constants.retain(|field, _| !is_of_one_file(field));
    let text = lasting.to_toml();
    let earlier = before.and_then(|record| record.cell("mapping"));
    if earlier == Some(&text) {
        return None;
    }
    // A mapping that comes back after another is a revision too, so a row names the one before it.
    let after = earlier.map(|earlier| crate::facts::digest(earlier.as_bytes())).unwrap_or_default();
    let cells = [
        ("fingerprint", mapping.fingerprint.clone()),
        ("kind", mapping.kind.code().to_owned()),
        ("after", after),
        ("mapping", text),
    ];
    Some(Record {
        pack: PACK.to_owned(),
        table: record::MAPPINGS.to_owned(),
        key: mapping.fingerprint.clone(),
        cells: cells.map(|(column, cell)| (column.to_owned(), cell)).into(),
    })
}
