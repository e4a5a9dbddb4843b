//! Countries of one edition side by side, with the means of their regions. Editions are never mixed: a comparison has one book.

use pana_evidence::PlaceId;
use pana_text::Arg;

use crate::book::{Cited, Line};
use crate::chart::Axis;
use crate::snapshot::Context;
use crate::written;

/// Countries side by side.
pub struct Compared {
    /// Code and name of each country, in the order asked for.
    pub countries: Vec<(String, String)>,
    /// Code and name of each region they are in, in the order of the countries.
    pub regions: Vec<(String, String)>,
    /// The figures, one below the other.
    pub rows: Vec<Row>,
    /// The headline figures as charts.
    pub charts: Vec<Dots>,
}

/// One figure of every country, and its mean in every region.
pub struct Row {
    /// What it is.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// Whether it is a part of the total above it.
    pub part: bool,
    /// By country; `None` where nothing was published.
    pub cells: Vec<Option<Cell>>,
    /// By region; `None` where no mean is shown.
    pub means: Vec<Option<Cell>>,
}

/// A figure and how it was made: the derivation of this name on the page of this country.
pub struct Cell {
    /// As shown.
    pub text: String,
    /// What it is out of: `of 160 countries`.
    pub frame: String,
    /// ISO 3166-1 alpha-3.
    pub country: String,
    /// The derivation.
    pub derivation: String,
}

/// One figure of every country on one axis.
pub struct Dots {
    /// What it is.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// Numbers of the axis: where they stand, and as written.
    pub ticks: Vec<(String, String)>,
    /// By country.
    pub rows: Vec<Dot>,
}

/// A country on an axis.
pub struct Dot {
    /// Its name.
    pub name: String,
    /// Its figure.
    pub cell: Option<Cell>,
    /// Where it stands.
    pub at: Option<String>,
    /// Where the mean of its region stands.
    pub mean_at: Option<String>,
}

type Pick<'a> = &'a dyn Fn(&Line) -> Option<&Cited>;

/// The countries of these codes; `None` where the edition says nothing about one of them.
pub fn compare(context: Context<'_>, codes: &[String]) -> Option<Compared> {
    let lines: Vec<&Line> = codes.iter().map(|code| context.book.lines.get(code)).collect::<Option<_>>()?;
    let mut regions: Vec<&PlaceId> = Vec::new();
    for line in &lines {
        if !regions.contains(&&line.region) {
            regions.push(&line.region);
        }
    }
    let table = Table { context, lines, regions };
    Some(Compared {
        countries: table.lines.iter().map(|line| (line.iso3.clone(), table.name(line))).collect(),
        regions: table.regions.iter().map(|region| (region.0.clone(), context.name_of(region))).collect(),
        rows: table.rows(),
        charts: table.charts(),
    })
}

struct Table<'a> {
    context: Context<'a>,
    lines: Vec<&'a Line>,
    regions: Vec<&'a PlaceId>,
}

impl Table<'_> {
    fn say(&self, key: &str) -> String {
        self.context.words.say(key)
    }

    fn name(&self, line: &Line) -> String {
        self.context.words.name(&line.name).to_owned()
    }

    fn rows(&self) -> Vec<Row> {
        let words = self.context.words;
        let year = self.context.book.edition.population_year.to_string();
        let residents = words.tell("unit-residents-in-year", &[("year", year.into())]);
        let mut rows = vec![
            self.figures("population", residents, |line| written::population(words, line)),
            self.figures("prevalence", self.say("unit-per-thousand"), |line| written::prevalence(words, line)),
            self.figures("number", String::new(), |line| written::number(words, line)),
            self.ranks("rank-world", false),
            self.ranks("rank-region", true),
        ];
        rows.extend(self.vulnerability());
        rows.extend(self.response());
        rows
    }

    fn figures(&self, id: &str, unit: String, write: impl Fn(&Line) -> Option<String>) -> Row {
        let cells = self.lines.iter().map(|line| Some(cell(line, id, write(line)?))).collect();
        Row { label: self.say(&format!("figure-{id}")), unit, part: false, cells, means: self.no_means() }
    }

    fn no_means(&self) -> Vec<Option<Cell>> {
        self.regions.iter().map(|_| None).collect()
    }

    fn ranks(&self, id: &str, in_region: bool) -> Row {
        let (book, words) = (self.context.book, self.context.words);
        let rank = |line: &&Line| {
            let place = book.rank(&line.iso3, in_region.then_some(&line.region), |line| line.prevalence.as_ref())?;
            let text = words.tell("rank", &[("rank", Arg::Ordinal(place.rank as i64))]);
            let frame = words.tell("unit-of-countries", &[("n", place.of.into())]);
            Some(Cell { frame, ..cell(line, id, text) })
        };
        let cells = self.lines.iter().map(rank).collect();
        Row {
            label: self.say(&format!("figure-{id}")),
            unit: String::new(),
            part: false,
            cells,
            means: self.no_means(),
        }
    }

    fn vulnerability(&self) -> Vec<Row> {
        let book = self.context.book;
        let ids = book.ruleset.vulnerability.dimensions().iter().map(|dimension| dimension.id.as_str());
        let label = self.say("figure-vulnerability");
        let mut rows = vec![self.score("vulnerability-total", label, false, &|line| line.vulnerability.as_ref())];
        for (place, (id, name)) in ids.zip(&book.edition.dimensions).enumerate() {
            let label = self.context.words.name(name).to_owned();
            rows.push(self.score(id, label, true, &|line| line.dimensions[place].as_ref()));
        }
        rows
    }

    fn response(&self) -> Vec<Row> {
        let label = self.say("figure-response");
        let mut rows = vec![self.score("response-total", label, false, &|line| line.response.as_ref())];
        for (place, milestone) in self.context.book.edition.milestones.iter().enumerate() {
            let label = self.context.words.name(&milestone.short_name).to_owned();
            let id = format!("m{}", place + 1);
            rows.push(self.score(&id, label, true, &|line| line.milestones[place].as_ref()));
        }
        if self.lines.iter().any(|line| line.letter.is_some()) {
            rows.push(self.figures("letter", String::new(), |line| Some(line.letter.as_ref()?.0.clone())));
        }
        rows
    }

    fn score(&self, id: &str, label: String, part: bool, pick: Pick<'_>) -> Row {
        let words = self.context.words;
        let cells = self.lines.iter().map(|line| Some(cell(line, id, written::score(words, pick(line), 1)?))).collect();
        let means = self.regions.iter().map(|region| self.mean(region, id, pick)).collect();
        let unit = if part { String::new() } else { self.say("unit-of-hundred") };
        Row { label, unit, part, cells, means }
    }

    /// The unweighted mean of a region; how it was made stands on the page of the first of its countries that has the score.
    fn mean(&self, region: &PlaceId, id: &str, pick: Pick<'_>) -> Option<Cell> {
        let first = self.lines.iter().find(|line| line.region == *region && pick(line).is_some())?;
        let mean = self.context.book.mean(region, pick)?;
        Some(cell(first, id, self.context.words.numbers().fixed(mean.value, 1)))
    }

    fn charts(&self) -> Vec<Dots> {
        let words = self.context.words;
        let prevalence: Pick<'_> = &|line| line.prevalence.as_ref();
        let vulnerability: Pick<'_> = &|line| line.vulnerability.as_ref();
        let response: Pick<'_> = &|line| line.response.as_ref();
        let mut charts = vec![self.dots("prevalence", "unit-per-thousand", prevalence, Axis::amounts, |line| {
            written::prevalence(words, line)
        })];
        for (id, pick) in [("vulnerability", vulnerability), ("response", response)] {
            let write = |line: &Line| written::score(words, pick(line), 0);
            charts.push(self.dots(id, "unit-of-hundred", pick, Axis::scores, write));
        }
        charts.retain(|chart| chart.rows.iter().any(|row| row.cell.is_some()));
        charts
    }

    fn dots(
        &self,
        id: &str,
        unit: &str,
        pick: Pick<'_>,
        axis: fn(&[f64]) -> Axis,
        write: impl Fn(&Line) -> Option<String>,
    ) -> Dots {
        let mean = |line: &Line| self.context.book.mean(&line.region, pick).map(|mean| mean.value);
        let own = self.lines.iter().filter_map(|line| Some(pick(line)?.value));
        let values: Vec<f64> = own.chain(self.lines.iter().filter_map(|line| mean(line))).collect();
        let axis = axis(&values);
        let dot = |line: &&Line| Dot {
            name: self.name(line),
            cell: write(line).map(|text| cell(line, id, text)),
            at: pick(line).map(|cited| axis.place(cited.value)),
            mean_at: mean(line).map(|mean| axis.place(mean)),
        };
        Dots {
            label: self.say(&format!("figure-{id}")),
            unit: self.say(unit),
            ticks: axis.ticks().iter().map(|&at| (axis.place(at), written::tick(self.context.words, at))).collect(),
            rows: self.lines.iter().map(dot).collect(),
        }
    }
}

fn cell(line: &Line, id: &str, text: String) -> Cell {
    // The letter of an edition is derived by the sentence that says it.
    let derivation = if id == "letter" { "response-letter" } else { id };
    Cell { text, frame: String::new(), country: line.iso3.clone(), derivation: derivation.to_owned() }
}
