//! The pack of Kazakhstan is the fact base: all 20 tables, cell by cell. Oracle: shared/facts/seeds.

use std::path::PathBuf;

use pana_evidence::cells::Row;
use pana_evidence::{Comparator, Figure, Observation};
use pana_packs::{Files, Pack, builtin};

fn seeds() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/facts/seeds");
    assert!(folder.is_dir(), "the oracle needs the fact base in shared/facts/seeds beside the project");
    folder
}

fn kz() -> Files {
    builtin::data().below("kz")
}

/// "CA" is Canada's ISO code, so Central Asia has another name here.
fn renamed(cell: &str, column: &str) -> String {
    if cell == "CA" && matches!(column, "geo_id" | "parent") { "CENTRAL-ASIA".to_owned() } else { cell.to_owned() }
}

#[test]
fn all_twenty_tables_of_the_fact_base_are_in_the_pack_unchanged() {
    let files = kz();
    let mut tables = 0;
    for entry in std::fs::read_dir(seeds()).expect("the folder is readable") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "csv") {
            continue;
        }
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let mut theirs = csv::Reader::from_path(&path).expect("a table");
        let mut ours = csv::Reader::from_reader(files.bytes(&name).unwrap_or_else(|| panic!("{name} is missing")));
        let header = theirs.headers().expect("a header").clone();
        assert_eq!(&header, ours.headers().expect("a header"), "{name}");
        let rows = |reader: &mut csv::Reader<_>| reader.records().collect::<Result<Vec<_>, _>>();
        let theirs: Vec<csv::StringRecord> = theirs.records().collect::<Result<_, _>>().expect("rows");
        let ours = rows(&mut ours).expect("rows");
        assert_eq!(theirs.len(), ours.len(), "{name}");
        for (their, our) in theirs.iter().zip(&ours) {
            let expected: Vec<String> = header.iter().zip(their).map(|(column, cell)| renamed(cell, column)).collect();
            assert_eq!(expected, our.iter().collect::<Vec<_>>(), "{name}");
        }
        tables += 1;
    }
    assert_eq!(tables, 20);
}

#[test]
fn the_129_observations_round_trip() {
    let files = kz();
    let pack = Pack::read("kz", &files).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(pack.observations.len(), 129);
    let mut reader = csv::Reader::from_reader(files.bytes("observations.csv").expect("the table"));
    let header = reader.headers().expect("a header").clone();
    for (row, observation) in reader.records().zip(&pack.observations) {
        let row = row.expect("a row");
        let written = observation.write();
        for (column, cell) in header.iter().zip(&row) {
            let position = Observation::COLUMNS.iter().position(|name| *name == column).expect("a column of ours");
            assert_eq!(written[position].as_deref().unwrap_or_default(), cell, "{} {column}", observation.id.0);
        }
    }
}

#[test]
fn more_than_100_stays_more_than_100() {
    let pack = Pack::read("kz", &kz()).unwrap_or_else(|faults| panic!("{faults}"));
    let freed = pack.observations.iter().find(|observation| observation.id.0 == "S001-01").expect("the claim of 2017");
    assert!(
        matches!(&freed.figure, Figure::Number { comparator: Comparator::Gt, value, .. } if value.as_written() == "100")
    );
    assert_eq!(freed.figure.point(), None);
}
