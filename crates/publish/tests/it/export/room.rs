//! Rooms to export: everything that travels with the program, and rooms of chance with all that makes trouble.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pana_evidence::{
    Basis, Comparable, Comparator, Coverage, Decimal, Figure, Indicator, IndicatorId, Observation, ObservationId,
    ObservationStatus, PartialDate, Period, Place, PlaceId, Record, Relation, RelationKind, Room, Source, SourceId,
    Standing,
};
use pana_packs::ruleset::Rules;
use pana_packs::{Pack, builtin, texts, world};
use pana_text::Texts;

/// Everything that travels with the program.
pub fn builtin_room() -> &'static Room {
    static ROOM: LazyLock<Room> = LazyLock::new(read);
    &ROOM
}

fn read() -> Room {
    let data = builtin::data();
    let rules = Rules::read_all(&data).unwrap_or_else(|faults| panic!("{faults}"));
    let world = world::read(&data, &rules).unwrap_or_else(|faults| panic!("{faults}"));
    let places = world::places_by_iso3(&world.places);
    let mut packs = vec![world.clone()];
    for folder in data.folders() {
        let files = data.below(folder);
        if folder == "world" || files.bytes("datapackage.json").is_none() {
            continue;
        }
        let pack = Pack::read(folder, &files).and_then(|pack| pack.beside(&world));
        let mut pack = pack.unwrap_or_else(|faults| panic!("{faults}"));
        let ratings = world::ratings(&files, &rules, &places, &world.sources);
        pack.observations.extend(ratings.unwrap_or_else(|faults| panic!("{faults}")));
        packs.push(pack);
    }
    together(packs)
}

fn together(packs: Vec<Pack>) -> Room {
    let mut edges = BTreeSet::new();
    let (mut sources, mut places, mut indicators) = (Vec::new(), Vec::new(), Vec::new());
    let (mut relations, mut observations, mut records) = (Vec::new(), Vec::new(), Vec::new());
    for pack in packs {
        sources.extend(pack.sources);
        places.extend(pack.places);
        indicators.extend(pack.indicators);
        let new = |edge: &Relation| edges.insert((edge.from.clone(), edge.kind, edge.to.clone()));
        relations.extend(pack.relations.into_iter().filter(new));
        observations.extend(pack.observations);
        records.extend(pack.records);
    }
    Room::new(sources, places, indicators, relations, observations, records)
}

/// The words of the program.
pub fn words() -> &'static Texts {
    static WORDS: LazyLock<Texts> =
        LazyLock::new(|| texts::read(&builtin::data()).unwrap_or_else(|faults| panic!("{faults}")));
    &WORDS
}

/// A number of chance after another (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).expect("below the limit")
    }

    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn maybe<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        (self.below(3) > 0).then(|| self.one(of))
    }
}

const TEXTS: [&str; 14] = [
    "plain",
    "with, comma",
    "with \"quotes\"",
    "two\nlines",
    "two\r\nlines",
    "semicolon; and ]brackets[",
    "=1+1",
    "-5 people",
    "+7 701",
    "@sum",
    "Қызылорда облысы",
    " spaces ",
    "</script><b>&amp;",
    "a\u{2028}b",
];

/// A room of chance: few places and indicators, so that statements meet; every kind of figure and period.
pub fn room_of_chance(seed: u64) -> Room {
    let mut chance = Chance(seed);
    let ids = ["a", "b.c", "b_c", "b c"];
    let sources = ids.map(|id| Source { note: chance.maybe(&TEXTS).map(str::to_owned), ..source(id, &mut chance) });
    let places = ["AA", "AA-1", "BB", "WORLD"].map(|id| place(id, &mut chance));
    let indicators = ids.map(|id| indicator(id, &mut chance));
    let relations = (0..3).map(|at| relation(ids[at], ids[at + 1], &mut chance)).collect();
    let observations = (0..40).map(|at| observation(at, &ids, &mut chance)).collect();
    let records = (0..12).map(|at| record(at, &mut chance)).collect();
    Room::new(sources.to_vec(), places.to_vec(), indicators.to_vec(), relations, observations, records)
}

fn source(id: &str, chance: &mut Chance) -> Source {
    Source {
        id: SourceId(id.into()),
        role: "seed".into(),
        title: chance.one(&TEXTS).into(),
        publisher: chance.one(&TEXTS).into(),
        publisher_kind: "ngo".into(),
        published: chance.maybe(&dates()),
        published_precision: None,
        date_basis: None,
        covers: None,
        kind: "report".into(),
        language: "en".into(),
        url: chance.maybe(&["https://example.org/a?b=c&d", "ftp://old", "page 5"]).map(str::to_owned),
        cited_in: Vec::new(),
        note: None,
    }
}

fn place(id: &str, chance: &mut Chance) -> Place {
    let country = id.len() == 2;
    Place {
        id: PlaceId(id.into()),
        iso3: country.then(|| format!("{id}A")),
        iso_3166_2: (id.len() == 4).then(|| id.into()),
        name: chance.one(&TEXTS).into(),
        kind: if country {
            "country"
        } else if id == "WORLD" {
            "world"
        } else {
            "region"
        }
        .into(),
        parent: (id.len() == 4).then(|| PlaceId("AA".into())),
        index_region: None,
        valid_from: None,
        valid_to: None,
        note: None,
    }
}

fn indicator(id: &str, chance: &mut Chance) -> Indicator {
    Indicator {
        id: IndicatorId(id.into()),
        name: chance.one(&TEXTS).into(),
        unit: "persons".into(),
        flow: "flow".into(),
        concept: String::new(),
        scope: String::new(),
        theme: String::new(),
        definition_note: chance.maybe(&TEXTS).map(str::to_owned),
    }
}

fn relation(from: &str, to: &str, chance: &mut Chance) -> Relation {
    Relation {
        from: IndicatorId(from.into()),
        kind: chance.one(&[RelationKind::SeriesBreak, RelationKind::Overlaps, RelationKind::ComponentOf]),
        to: IndicatorId(to.into()),
        comparable: Comparable::No,
        note: None,
    }
}

fn dates() -> Vec<PartialDate> {
    ["2009", "2012", "2012-01", "2012-10", "2016-02-29", "2025-02-25"]
        .map(|date| date.parse().expect("a date"))
        .to_vec()
}

fn figure(chance: &mut Chance) -> Figure {
    let number = |chance: &mut Chance| -> Decimal {
        chance.one(&["0", "100", "0.50", "-3.25", "208000", "007"]).parse().expect("a number")
    };
    let words = chance.maybe(&TEXTS).map(str::to_owned);
    match chance.below(6) {
        5 => Figure::NotStated,
        0 => Figure::Category(chance.one(&TEXTS).into()),
        1 => Figure::Range {
            comparator: Comparator::Between,
            lower: Some(number(chance)),
            upper: Some("300000".parse().expect("a number")),
            words,
        },
        2 => Figure::Range { comparator: Comparator::Ge, lower: Some(number(chance)), upper: None, words },
        3 => {
            let scale = ("0".parse().expect("a number"), "100".parse().expect("a number"));
            Figure::Number { comparator: Comparator::Eq, value: number(chance), scale: Some(scale) }
        }
        _ => {
            let comparators =
                [Comparator::Eq, Comparator::Approx, Comparator::Gt, Comparator::Ge, Comparator::Lt, Comparator::Le];
            Figure::Number { comparator: chance.one(&comparators), value: number(chance), scale: None }
        }
    }
}

fn observation(at: usize, ids: &[&str], chance: &mut Chance) -> Observation {
    let (start, end) = (chance.maybe(&dates()), chance.maybe(&dates()));
    let upright = |start: &PartialDate, end: &PartialDate| start.first_day() <= end.last_day();
    let end = end.filter(|end| start.as_ref().is_none_or(|start| upright(start, end)));
    let derived = chance.below(4) == 0;
    let figure = figure(chance);
    let stated = chance.one(&[ObservationStatus::Normal, ObservationStatus::Estimated]);
    Observation {
        id: ObservationId(format!("O{at:02}")),
        indicator: IndicatorId(chance.one(ids).into()),
        status: if figure == Figure::NotStated { ObservationStatus::Missing } else { stated },
        figure,
        unit: chance.one(&["persons", "share", "unheard of"]).into(),
        place: PlaceId(chance.one(&["AA", "AA-1", "BB", "WORLD"]).into()),
        period: Period { start, end, label: chance.one(&TEXTS).into(), kind: "year".into() },
        subgroup: chance.one(&["all", "women; girls", "жұмысшылар", "not foreign nationals"]).into(),
        basis: chance.one(&Basis::ALL.iter().map(|(basis, _)| *basis).collect::<Vec<_>>()),
        coverage: Coverage::FullPeriod,
        series: chance.maybe(&[("gsi", "2018"), ("gsi", "2023")]).map(|(a, b)| (a.to_owned(), b.to_owned())),
        source: SourceId(chance.one(ids).into()),
        origin: chance.maybe(ids).map(|id| SourceId(id.into())),
        locator: chance.one(&TEXTS).into(),
        line: None,
        standing: if derived { Standing::Derived("O01 + O02".into()) } else { Standing::Published },
        note: chance.maybe(&TEXTS).map(str::to_owned),
        released: chance.maybe(&dates()).map(PartialDate::last_day),
        revision: 1 + u32::try_from(chance.below(2)).expect("small"),
    }
}

/// Rows of two packs that share a table, and of a table whose name no file could have.
fn record(at: usize, chance: &mut Chance) -> Record {
    let table = chance.one(&["findings", "../Observations", "licences"]);
    let mut cells =
        vec![("finding_id".to_owned(), format!("F{at}")), ("source_id".to_owned(), chance.one(&["a", "b.c"]).into())];
    if chance.below(2) == 0 {
        cells.push(("paraphrase".to_owned(), chance.one(&TEXTS).into()));
    }
    Record { pack: chance.one(&["one", "two"]).into(), table: table.into(), key: format!("F{at}"), cells }
}
