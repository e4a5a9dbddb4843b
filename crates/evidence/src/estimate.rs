//! Estimate: what stands behind an own estimate that somebody entered as an observation.
//!
//! The observation holds the interval as a range, so that nothing can add it up or draw it as one number; the point, the
//! method and everything that makes it repeatable are kept beside it in a row of their own.

use crate::observation::ObservationId;
use crate::record::Record;

/// An own estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEstimate {
    /// The observation it became.
    pub observation: ObservationId,
    /// The id of the method; `spread` for the spread of all methods.
    pub method: String,
    /// The estimate, rounded to a person; empty for a spread.
    pub point: Option<String>,
    /// The ends of the interval; for a spread, of all intervals together. Rounded to a person.
    pub interval: (String, String),
    /// The level of the interval, 0.95 for instance.
    pub level: String,
    /// How the interval was made; empty for a spread.
    pub kind: Option<String>,
    /// The model that was chosen.
    pub model: Option<String>,
    /// People observed.
    pub observed: String,
    /// The lists, separated by commas.
    pub lists: String,
    /// The seed.
    pub seed: String,
    /// The version of the program.
    pub version: String,
    /// Every convention, as `name=value; …`.
    pub settings: String,
    /// What the table was called.
    pub table: String,
    /// SHA-256 of the table.
    pub sha256: String,
    /// Who entered it.
    pub by: String,
    /// When, as YYYY-MM-DD.
    pub on: String,
    /// The withdrawal, where there is one.
    pub withdrawn: Option<Withdrawal>,
}

/// The taking back of an estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When, as YYYY-MM-DD.
    pub on: String,
    /// By whom.
    pub by: String,
    /// Why.
    pub why: String,
}

impl OwnEstimate {
    /// The table in which these rows are kept.
    pub const TABLE: &'static str = "estimates";
    /// The method of a spread.
    pub const SPREAD: &'static str = "spread";
    /// The indicator of every own estimate.
    pub const INDICATOR: &'static str = "own.hidden.number";

    /// The row.
    pub fn to_record(&self, pack: &str) -> Record {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let withdrawn =
            self.withdrawn.clone().unwrap_or(Withdrawal { on: String::new(), by: String::new(), why: String::new() });
        let cells = [
            ("obs_id", self.observation.0.clone()),
            ("method", self.method.clone()),
            ("point", text(&self.point)),
            ("interval_lower", self.interval.0.clone()),
            ("interval_upper", self.interval.1.clone()),
            ("level", self.level.clone()),
            ("interval", text(&self.kind)),
            ("model", text(&self.model)),
            ("observed", self.observed.clone()),
            ("lists", self.lists.clone()),
            ("seed", self.seed.clone()),
            ("program_version", self.version.clone()),
            ("settings", self.settings.clone()),
            ("table_name", self.table.clone()),
            ("table_sha256", self.sha256.clone()),
            ("entered_by", self.by.clone()),
            ("entered_on", self.on.clone()),
            ("withdrawn_on", withdrawn.on),
            ("withdrawn_by", withdrawn.by),
            ("withdrawn_because", withdrawn.why),
        ];
        let cells: Vec<(String, String)> = cells.map(|(column, cell)| (column.to_owned(), cell)).into();
        Record { pack: pack.to_owned(), table: Self::TABLE.to_owned(), key: self.observation.0.clone(), cells }
    }

    /// Reads a row; `None` if a cell that is needed is empty.
    pub fn of_record(record: &Record) -> Option<Self> {
        let cell = |column: &str| record.cell(column).map(str::to_owned);
        Some(Self {
            observation: ObservationId(cell("obs_id")?),
            method: cell("method")?,
            point: cell("point"),
            interval: (cell("interval_lower")?, cell("interval_upper")?),
            level: cell("level")?,
            kind: cell("interval"),
            model: cell("model"),
            observed: cell("observed")?,
            lists: cell("lists")?,
            seed: cell("seed")?,
            version: cell("program_version")?,
            settings: cell("settings").unwrap_or_default(),
            table: cell("table_name")?,
            sha256: cell("table_sha256")?,
            by: cell("entered_by")?,
            on: cell("entered_on")?,
            withdrawn: cell("withdrawn_on").map(|on| Withdrawal {
                on,
                by: cell("withdrawn_by").unwrap_or_default(),
                why: cell("withdrawn_because").unwrap_or_default(),
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_comes_back_as_it_was_kept() {
        let mut own = OwnEstimate {
            observation: ObservationId("EST-1".into()),
            method: "bma".into(),
            point: Some("10200".into()),
            interval: ("8000".into(), "13900".into()),
            level: "0.95".into(),
            kind: Some("posterior".into()),
            model: None,
            observed: "4400".into(),
            lists: "A, B".into(),
            seed: "1".into(),
            version: "0.1.0".into(),
            settings: "delta=1".into(),
            table: "t.csv".into(),
            sha256: "ab".into(),
            by: "A. B.".into(),
            on: "2026-11-22".into(),
            withdrawn: None,
        };
        assert_eq!(OwnEstimate::of_record(&own.to_record("estimates")), Some(own.clone()));
        own.withdrawn = Some(Withdrawal { on: "2026-11-23".into(), by: "A. B.".into(), why: "wrong table".into() });
        assert_eq!(OwnEstimate::of_record(&own.to_record("estimates")), Some(own));
    }
}
