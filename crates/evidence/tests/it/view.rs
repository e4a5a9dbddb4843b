//! Views stand side by side.

use pana_evidence::recommendation::view::{mean_index, side_by_side};
use pana_evidence::recommendation::{Status, View, follow_up};
use pana_evidence::{Kept, Recommendation};

use crate::world::{day, read, room, row, source};

fn view(holder: &str, kind: &str, status: &str, on: &str) -> View {
    read(&cells(holder, kind, status, on))
}

fn cells(holder: &str, kind: &str, status: &str, on: &str) -> String {
    format!("rec_id=R|holder={holder}|holder_kind={kind}|status={status}|made_on={on}|source_id=S|locus=1")
}

#[test]
fn the_newest_view_of_each_holder_stands_beside_the_others() {
    let views = [
        view("Ministry", "state", "partly", "2016"),
        view("Ministry", "state", "implemented", "2019-11"),
        view("Coalition", "ngo", "partially_implemented", "2019"),
        view("Ombudsman", "rapporteur", "not_implemented", "2024-05-01"),
    ];
    let held = |as_of: Option<&str>| {
        side_by_side(&views, as_of.map(day)).iter().map(|view| (view.holder.clone(), view.status)).collect::<Vec<_>>()
    };
    let (state, ngo) = (("Ministry".to_owned(), Status::Implemented), ("Coalition".to_owned(), Status::Partly));
    assert_eq!(held(Some("2020-01-01")), [state.clone(), ngo.clone()]);
    assert_eq!(held(None), [state, ("Ombudsman".to_owned(), Status::NotStarted), ngo]);
    assert_eq!(held(Some("2017-01-01")), [("Ministry".to_owned(), Status::Partly)]);
}

#[test]
fn the_mean_index_keeps_how_far_the_holders_are_apart() {
    let views = [view("A", "state", "implemented", "2019"), view("B", "ngo", "partly", "2019")];
    let index = mean_index(&views.iter().collect::<Vec<_>>()).expect("two hold something");
    assert_eq!((index.mean, index.holders, index.worst, index.best), (0.75, 2, Status::Partly, Status::Implemented));
    let without = [view("A", "state", "evidence_missing", "2019")];
    assert_eq!(mean_index(&without.iter().collect::<Vec<_>>()), None, "who cannot say does not vote");
}

#[test]
fn a_view_changes_no_derived_status() {
    let asked = "rec_id=R|source_id=S|locus=1|addressee=State|addressee_basis=implicit|paraphrase=x";
    let with = |views: Vec<pana_evidence::Record>| {
        let mut records = vec![row(Recommendation::TABLE, asked)];
        records.extend(views);
        let followed = follow_up(&room(vec![source("S", "news", "2014")], Vec::new(), records), None);
        (followed.rows[0].assessment.clone(), followed.rows[0].views.len())
    };
    let (alone, none) = with(Vec::new());
    let (beside, one) = with(vec![row(View::TABLE, &cells("Ministry", "state", "implemented", "2019"))]);
    assert_eq!((none, one), (0, 1));
    assert_eq!(alone, beside);
}
