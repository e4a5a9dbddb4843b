//! The five tables of the evidence room: how their rows are kept and read back. The SQL of each table stands whole.

use std::collections::BTreeMap;

use pana_evidence::cells::Row;
use pana_evidence::{Indicator, Observation, Place, Relation, Source};

use crate::db::{Cells, Db, Tx};
use crate::error::StoreError;

/// A table whose rows are revisions of facts.
pub trait Kept: Row {
    /// The table.
    const TABLE: &'static str;
    /// All revisions, oldest first: the columns of the noun, then the revision.
    const ALL: &'static str;
    /// The newest revision of each row: the columns of the noun, then the revision.
    const NEWEST: &'static str;
    /// Adds a revision: the columns of the noun, then revision and import.
    const INSERT: &'static str;

    /// A row of another pack with the same key that is not the same: does it contradict this one? Names the part that differs.
    fn contradicts(&self, _other: &Self) -> Option<&'static str> {
        None
    }
}

impl Kept for Source {
    const TABLE: &'static str = "sources";
    const ALL: &'static str = "select source_id, role, title, publisher, publisher_kind, published, published_precision, \
        date_basis, covers, kind, language, url, cited_in, reliability_note, cast(revision as text) \
        from sources order by source_id, revision";
    const NEWEST: &'static str = "select source_id, role, title, publisher, publisher_kind, published, published_precision, \
        date_basis, covers, kind, language, url, cited_in, reliability_note, cast(revision as text) \
        from sources where revision = (select max(later.revision) from sources later where later.source_id = sources.source_id) \
        order by source_id";
    const INSERT: &'static str = "insert into sources (source_id, role, title, publisher, publisher_kind, published, \
        published_precision, date_basis, covers, kind, language, url, cited_in, reliability_note, revision, import_id) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, cast($15 as bigint), cast($16 as bigint))";
}

impl Kept for Place {
    const TABLE: &'static str = "geographies";
    const ALL: &'static str = "select geo_id, iso3, iso_3166_2, name_en, kind, parent, index_region, valid_from, valid_to, note, \
        cast(revision as text) from geographies order by geo_id, revision";
    const NEWEST: &'static str = "select geo_id, iso3, iso_3166_2, name_en, kind, parent, index_region, valid_from, valid_to, \
        note, cast(revision as text) from geographies \
        where revision = (select max(later.revision) from geographies later where later.geo_id = geographies.geo_id) \
        order by geo_id";
    const INSERT: &'static str = "insert into geographies (geo_id, iso3, iso_3166_2, name_en, kind, parent, index_region, \
        valid_from, valid_to, note, revision, import_id) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, cast($11 as bigint), cast($12 as bigint))";

    fn contradicts(&self, other: &Self) -> Option<&'static str> {
        (self.kind != other.kind).then_some("kind")
    }
}

impl Kept for Indicator {
    const TABLE: &'static str = "indicators";
    const ALL: &'static str = "select indicator_id, name_en, unit, flow, concept, scope, theme, definition_note, \
        cast(revision as text) from indicators order by indicator_id, revision";
    const NEWEST: &'static str = "select indicator_id, name_en, unit, flow, concept, scope, theme, definition_note, \
        cast(revision as text) from indicators \
        where revision = (select max(later.revision) from indicators later where later.indicator_id = indicators.indicator_id) \
        order by indicator_id";
    const INSERT: &'static str = "insert into indicators (indicator_id, name_en, unit, flow, concept, scope, theme, \
        definition_note, revision, import_id) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, cast($9 as bigint), cast($10 as bigint))";

    fn contradicts(&self, other: &Self) -> Option<&'static str> {
        if self.unit != other.unit {
            Some("unit")
        } else if self.flow != other.flow {
            Some("flow")
        } else {
            None
        }
    }
}

impl Kept for Relation {
    const TABLE: &'static str = "indicator_relations";
    const ALL: &'static str = "select from_indicator, relation, to_indicator, comparable_values, note, cast(revision as text) \
        from indicator_relations order by from_indicator, relation, to_indicator, revision";
    const NEWEST: &'static str = "select from_indicator, relation, to_indicator, comparable_values, note, cast(revision as text) \
        from indicator_relations where revision = (select max(later.revision) from indicator_relations later \
        where later.from_indicator = indicator_relations.from_indicator and later.relation = indicator_relations.relation \
        and later.to_indicator = indicator_relations.to_indicator) \
        order by from_indicator, relation, to_indicator";
    const INSERT: &'static str = "insert into indicator_relations (from_indicator, relation, to_indicator, comparable_values, \
        note, revision, import_id) values ($1, $2, $3, $4, $5, cast($6 as bigint), cast($7 as bigint))";

    fn contradicts(&self, other: &Self) -> Option<&'static str> {
        (self.comparable != other.comparable).then_some("comparable_values")
    }
}

impl Kept for Observation {
    const TABLE: &'static str = "observations";
    const ALL: &'static str = "select obs_id, indicator_id, value, value_lower, value_upper, value_text, comparator, unit, geo_id, \
        period_start, period_end, period_label, period_type, subgroup, basis, coverage, obs_status, source_id, origin_source_id, \
        locus, line, derived, derived_from, note, series, edition, released, cast(revision as text) \
        from observations order by obs_id, revision";
    const NEWEST: &'static str = "select obs_id, indicator_id, value, value_lower, value_upper, value_text, comparator, unit, \
        geo_id, period_start, period_end, period_label, period_type, subgroup, basis, coverage, obs_status, source_id, \
        origin_source_id, locus, line, derived, derived_from, note, series, edition, released, cast(revision as text) \
        from observations \
        where revision = (select max(later.revision) from observations later where later.obs_id = observations.obs_id) \
        order by obs_id";
    const INSERT: &'static str = "insert into observations (obs_id, indicator_id, value, value_lower, value_upper, value_text, \
        comparator, unit, geo_id, period_start, period_end, period_label, period_type, subgroup, basis, coverage, obs_status, \
        source_id, origin_source_id, locus, line, derived, derived_from, note, series, edition, released, revision, import_id) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, \
        $25, $26, $27, cast($28 as bigint), cast($29 as bigint))";
}

/// All revisions of a table, by key, oldest first.
pub async fn revisions<K: Kept>(tx: &mut Tx) -> Result<BTreeMap<Cells, Vec<Cells>>, StoreError> {
    let mut revisions: BTreeMap<Cells, Vec<Cells>> = BTreeMap::new();
    for mut cells in tx.read(K::ALL, &[]).await? {
        cells.truncate(K::COLUMNS.len());
        revisions.entry(cells[..K::KEY].to_vec()).or_default().push(cells);
    }
    Ok(revisions)
}

/// The newest revision of every row.
pub async fn newest<K: Kept>(db: &Db) -> Result<Vec<(K, u32)>, StoreError> {
    db.read(K::NEWEST, &[]).await?.into_iter().map(read::<K>).collect()
}

/// A row with its revision.
pub fn read<K: Kept>(cells: Cells) -> Result<(K, u32), StoreError> {
    let corrupt = |reason: String| {
        let key = cells.iter().take(K::KEY).flatten().cloned().collect::<Vec<_>>().join("|");
        StoreError::Corrupt { table: K::TABLE, key, reason }
    };
    let lookup = |column: &str| cells.get(K::COLUMNS.iter().position(|name| *name == column)?).cloned().flatten();
    let row = K::read(&lookup).map_err(|fault| corrupt(fault.to_string()))?;
    let revision = cells.get(K::COLUMNS.len()).cloned().flatten().and_then(|text| text.parse().ok());
    Ok((row, revision.ok_or_else(|| corrupt("the revision is missing".to_owned()))?))
}
