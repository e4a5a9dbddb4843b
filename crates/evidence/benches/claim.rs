//! 1,000 claims against 100,000 observations: what a national store of statistics would hold. Aim: under 10 seconds.
//!
//! Every claim names one of 40 indicators of a graph in which each has parts, wholes and overlaps; 100 places in a country of
//! regions; 25 years.

use criterion::{Criterion, criterion_group, criterion_main};
use pana_evidence::cells::Row;
use pana_evidence::claim::{Claim, Ground, check};
use pana_evidence::{Indicator, Observation, Place, Relation, Room, Source};

const INDICATORS: u64 = 40;
const PLACES: u64 = 100;
const OBSERVATIONS: u64 = 100_000;
const CLAIMS: u64 = 1_000;

/// A number that looks random and is the same on every run (a step of SplitMix64).
fn scattered(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn row<R: Row>(cells: &[(&str, String)]) -> R {
    let read = R::read(&|column| cells.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell.clone()));
    read.unwrap_or_else(|fault| panic!("the bench writes whole rows: {fault}"))
}

fn text(name: &'static str, value: impl ToString) -> (&'static str, String) {
    (name, value.to_string())
}

fn room() -> Room {
    let source: Source = row(&[text("source_id", "S"), text("title", "A yearbook"), text("publisher", "Office")]);
    let place = |at: u64| -> Place {
        let mut cells = vec![text("geo_id", at), text("name_en", at), text("kind", "region")];
        // A tree with ten branches at each node.
        cells.extend((at > 0).then(|| text("parent", (at - 1) / 10)));
        row(&cells)
    };
    let indicator = |at: u64| -> Indicator {
        row(&[text("indicator_id", at), text("name_en", at), text("unit", "persons"), text("flow", "flow")])
    };
    let edges = (1..INDICATORS).map(|at| -> Relation {
        let (kind, comparable) =
            [("component_of", "yes"), ("overlaps", "no"), ("series_break", "no")][(at % 3) as usize];
        row(&[
            text("from_indicator", at),
            text("relation", kind),
            text("to_indicator", at / 2),
            text("comparable_values", comparable),
        ])
    });
    let observation = |at: u64| -> Observation {
        let year = 2000 + scattered(4 * at) % 25;
        row(&[
            text("obs_id", format!("{at:06}")),
            text("indicator_id", scattered(4 * at + 1) % INDICATORS),
            text("value", scattered(4 * at + 2) % 10_000),
            text("comparator", "eq"),
            text("unit", "persons"),
            text("geo_id", scattered(4 * at + 3) % PLACES),
            text("period_start", year),
            text("period_end", year),
            text("period_type", "year"),
            text("subgroup", ["all", "women", "children"][(at % 3) as usize]),
            text("basis", "official_admin"),
            text("coverage", "full_period"),
            text("obs_status", "A"),
            text("source_id", "S"),
            text("locus", "p. 1"),
        ])
    };
    Room::new(
        vec![source],
        (0..PLACES).map(place).collect(),
        (0..INDICATORS).map(indicator).collect(),
        edges.collect(),
        (0..OBSERVATIONS).map(observation).collect(),
        Vec::new(),
    )
}

fn claim(at: u64) -> Claim {
    let cells = [
        text("claim_id", at),
        text("claim_type", ["level", "trend", "sum", "count"][(at % 4) as usize]),
        text("indicator_id", scattered(at) % INDICATORS),
        text("comparator", ["eq", "gt", "lt", "approx"][(at % 4) as usize]),
        text("value", scattered(at + 1) % 10_000),
        text("unit", "persons"),
        text("geo_id", scattered(at + 2) % PLACES),
        text("period_type", "year"),
        text("period_label", if at % 4 == 1 { "2010 to 2020".to_owned() } else { (2000 + at % 25).to_string() }),
        text("claimant", "somebody"),
    ];
    let read = Claim::read(&|column| cells.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell.clone()));
    read.unwrap_or_else(|fault| panic!("the bench writes whole claims: {fault}"))
}

fn bench(criterion: &mut Criterion) {
    let room = room();
    let claims: Vec<Claim> = (0..CLAIMS).map(claim).collect();
    let mut group = criterion.benchmark_group("claims");
    group.sample_size(10);
    group.bench_function("1,000 claims against 100,000 observations", |bencher| {
        bencher.iter(|| {
            let ground = Ground::new(&room);
            claims.iter().map(|claim| check(&ground, claim).findings.len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
