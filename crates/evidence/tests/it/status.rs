//! The rules of status.md, each at its edge.

use pana_evidence::recommendation::follow_up::Followed;
use pana_evidence::recommendation::{Assessment, Effective, Formal, Reason, Status, Why, follow_up};
use pana_evidence::{RecommendationId, Record, Room};

use crate::world::{day, figure, room, row, source};

/// A recommendation of March 2014 that asks for services, and these links (`kind id effect shows`).
fn world(action: &str, links: &[&str]) -> Room {
    let asked = format!(
        "rec_id=R|source_id=ASKED|locus=1|theme=t|addressee=State|addressee_basis=implicit|action_type={action}|\
         paraphrase=Serve them|related_findings=F-OLD"
    );
    let mut records = vec![row("recommendations", &asked)];
    records.extend(links.iter().map(|link| linked(link)));
    let commitment = |cells: &str| row("commitments", &format!("{cells}|title=x|responsible=A|locus=1|theme=t"));
    records.extend([
        commitment("commitment_id=LAW|kind=law|adopted=2017|source_id=LATER"),
        commitment("commitment_id=DRAFT|kind=draft_law|status_as_of=2017|source_id=LATER"),
        commitment("commitment_id=OLD-LAW|kind=law|adopted=2010|source_id=EARLIER"),
        commitment("commitment_id=OLD-LAW-STANDS|kind=law|adopted=2010|status_as_of=2025|source_id=LATEST"),
        commitment("commitment_id=BAN|kind=law|adopted=2021-12-30|in_force_from=2023-01-01|source_id=LATEST"),
        commitment("commitment_id=NO-DATE|kind=law|source_id=UNDATED"),
        row("findings", "finding_id=F-OLD|source_id=ASKED|observations=O-OLD"),
        row("findings", "finding_id=F-LATER|source_id=LATER"),
        row("findings", "finding_id=F-LATEST|source_id=LATEST"),
    ]);
    let mut weak = figure("O-WEAK", "n", "3", "2016", "LATER");
    weak.coverage = pana_evidence::Coverage::PartialPeriod;
    let figures = vec![
        figure("O-OLD", "n", "1", "2013", "ASKED"),
        figure("O-LATER", "n", "5", "2016", "LATER"),
        figure("O-LATEST", "n", "13", "2024", "LATEST"),
        figure("O-OF-BEFORE", "n", "1", "2012", "LATER"),
        weak,
    ];
    let sources = vec![
        source("ASKED", "upr_stakeholder_submission", "2014-03-15"),
        source("EARLIER", "news", "2010"),
        source("SAME-YEAR", "news", "2014"),
        source("LATER", "news", "2017"),
        source("LATEST", "news", "2025-02-25"),
        source("UNDATED", "news", ""),
    ];
    room(sources, figures, records)
}

fn linked(link: &str) -> Record {
    let words: Vec<&str> = link.split(' ').collect();
    let [kind, id, effect, shows] = words[..] else { panic!("{link}") };
    let shows = shows.trim_matches('-');
    row(
        "recommendation_evidence",
        &format!("key={id}|rec_id=R|evidence_kind={kind}|evidence_id={id}|effect={effect}|suggested_status={shows}"),
    )
}

fn followed(world: &Room, as_of: Option<&str>) -> Followed {
    let followed = follow_up(world, as_of.map(day));
    assert_eq!(followed.faults, Vec::new());
    followed
}

fn assessed(action: &str, links: &[&str], as_of: Option<&str>) -> Assessment {
    let followed = followed(&world(action, links), as_of);
    followed.of(&RecommendationId("R".to_owned())).expect("it was asked by then").assessment.clone()
}

fn status(action: &str, links: &[&str]) -> Status {
    assessed(action, links, None).status
}

const LAW: &str = "commitment LAW supports implemented";
const SERVED: &str = "observation O-LATEST supports implemented";
const PART: &str = "observation O-LATEST supports partially_implemented";
const BAN: &str = "commitment BAN contradicts regressed";
const GAP: &str = "finding F-LATEST limits not_implemented";

#[test]
fn a_text_alone_is_done_formally_and_never_the_whole_of_a_service() {
    let on_paper = assessed("services", &[LAW], None);
    assert_eq!((on_paper.status, on_paper.formal), (Status::Partly, Formal::Done));
    assert_eq!(on_paper.effective, Effective::NotShown);
    assert!(on_paper.evidence_missing);
    assert_eq!(on_paper.reasons, [Reason::ShownInFull, Reason::OnPaperOnly, Reason::EffectNotMeasured]);
    let served = assessed("services", &[LAW, SERVED], None);
    assert_eq!((served.status, served.effective), (Status::Implemented, Effective::Observed));
    assert!(!served.evidence_missing);
    assert_eq!(status("legislate", &[LAW]), Status::Implemented);
    assert_eq!(status("legislate", &["commitment DRAFT supports implemented"]), Status::Partly);
}

#[test]
fn where_the_kind_of_act_is_not_known_a_text_is_not_enough() {
    assert_eq!(status("", &[LAW]), Status::Partly);
}

#[test]
fn one_limit_keeps_it_at_partly_however_many_support_it() {
    assert_eq!(status("services", &[LAW, SERVED, GAP]), Status::Partly);
    assert_eq!(status("services", &[GAP]), Status::NotStarted);
}

#[test]
fn regression_is_capped_by_no_effort_and_lifted_by_a_later_answer_in_full() {
    let earlier = "observation O-LATER supports implemented";
    let capped = assessed("services", &[LAW, earlier, BAN], None);
    assert_eq!((capped.status, capped.effective), (Status::Regressed, Effective::Reversed));
    let lifted = assessed("services", &[BAN, SERVED], None);
    assert_eq!(lifted.status, Status::Partly, "lifted is not forgotten");
    assert!(lifted.reasons.contains(&Reason::ContradictionLifted));
    assert_eq!(status("services", &[BAN, PART]), Status::Regressed, "a part lifts nothing");
}

#[test]
fn later_silence_is_unanswered_and_no_later_fact_is_missing_evidence() {
    let silent = "finding F-LATEST context not_implemented";
    assert_eq!(status("services", &[silent]), Status::Unanswered);
    let before = "finding F-OLD context not_implemented";
    let without_evidence = "finding F-LATEST context no_evidence";
    for links in [&[][..], &[before], &[without_evidence]] {
        let missing = assessed("services", links, None);
        assert_eq!(
            (missing.status, missing.reasons),
            (Status::EvidenceMissing, vec![Reason::NothingLater]),
            "{links:?}"
        );
    }
}

#[test]
fn a_weak_figure_supports_and_leaves_the_effect_unmeasured() {
    let weak = assessed("act", &["observation O-WEAK supports partially_implemented"], None);
    assert_eq!((weak.status, weak.effective), (Status::Partly, Effective::Reported));
    assert!(weak.evidence_missing);
    assert!(!assessed("programme", &[LAW], None).evidence_missing, "a programme is a text");
}

#[test]
fn what_came_before_speaks_of_before_or_has_no_date_is_set_aside_with_the_reason() {
    let links = [
        ("commitment OLD-LAW supports implemented", Why::NotLater),
        ("finding F-OLD supports implemented", Why::NotLater),
        ("observation O-OF-BEFORE supports implemented", Why::SpeaksOfBefore),
        ("commitment NO-DATE supports implemented", Why::Undated),
        ("commitment NOBODY supports implemented", Why::Unknown),
        ("observation O-LATEST not_applicable no_evidence", Why::NotApplicable),
        ("observation O-LATEST context -", Why::Context),
        ("observation O-LATEST supports not_implemented", Why::ShowsNoProgress),
    ];
    for (link, why) in links {
        let assessment = assessed("services", &[link], None);
        assert_eq!(assessment.used, Vec::new(), "{link}");
        assert_eq!(assessment.set_aside[0].why, why, "{link}");
        assert_eq!(assessment.status, Status::EvidenceMissing, "{link}");
    }
}

#[test]
fn an_older_law_counts_where_it_is_stated_to_stand_later() {
    let stands = assessed("legislate", &["commitment OLD-LAW-STANDS supports implemented"], None);
    assert_eq!(stands.status, Status::Implemented);
    assert_eq!(stands.used[0].public, day("2025-02-25"), "known when its source said so, not at the end of 2025");
}

#[test]
fn three_days_give_three_answers() {
    let links = [LAW, SERVED, BAN];
    let on = |day: &str| assessed("services", &links, Some(day)).status;
    assert_eq!(on("2016-06-30"), Status::EvidenceMissing);
    assert_eq!(on("2018-01-01"), Status::Partly);
    assert_eq!(on("2021-12-30"), Status::Regressed, "a law counts from the day it is adopted");
    assert_eq!(on("2025-02-25"), Status::Partly);
    let early = assessed("services", &links, Some("2018-01-01"));
    assert!(early.set_aside.iter().all(|aside| aside.why == Why::NotYetPublic));
    assert_eq!(early.set_aside.len(), 2);
}

#[test]
fn a_recommendation_is_not_followed_up_before_it_is_made() {
    assert!(followed(&world("services", &[LAW]), Some("2014-03-14")).rows.is_empty());
    assert_eq!(followed(&world("services", &[LAW]), Some("2014-03-15")).rows.len(), 1);
}

#[test]
fn the_figure_it_answered_stands_beside_the_later_one() {
    let world = world("services", &[PART]);
    let followed = followed(&world, None);
    let [movement] = &followed.rows[0].movements[..] else { panic!("{:?}", followed.rows[0].movements) };
    assert_eq!((movement.before.0.as_str(), movement.after.0.as_str()), ("O-OLD", "O-LATEST"));
    assert!(movement.same_ground);
}
