//! Laws of checking claims, for random rooms and random claims. The list of laws: shared/reference/accountability.md, 4.6.

use pana_evidence::claim::evidence::{Said, said};
use pana_evidence::claim::interval::Interval;
use pana_evidence::claim::{Check, Claim, Ground, Verdict, check};
use pana_evidence::{
    Basis, Comparable, Comparator, Coverage, Figure, Indicator, IndicatorId, Observation, ObservationId,
    ObservationStatus, Period, Place, PlaceId, Relation, RelationKind, Room, Source, SourceId, Standing,
};
use proptest::prelude::*;

/// `w` is the whole of `p` and `q`; `o` overlaps with it; `b` is it before a series break; `s` is a share.
const INDICATORS: [(&str, &str); 6] =
    [("w", "persons"), ("p", "persons"), ("q", "persons"), ("o", "persons"), ("b", "persons"), ("s", "share")];
const EDGES: [(&str, RelationKind, &str, Comparable); 4] = [
    ("p", RelationKind::ComponentOf, "w", Comparable::Yes),
    ("q", RelationKind::NarrowerThan, "w", Comparable::LowerBound),
    ("o", RelationKind::Overlaps, "w", Comparable::No),
    ("b", RelationKind::SeriesBreak, "w", Comparable::No),
];
const PLACES: [(&str, Option<&str>); 3] = [("land", None), ("north", Some("land")), ("south", Some("land"))];

#[derive(Clone, Debug)]
struct Fact {
    indicator: usize,
    comparator: Comparator,
    value: u32,
    place: usize,
    year: i16,
    partial: bool,
    women: bool,
}

fn fact() -> impl Strategy<Value = Fact> {
    let comparator = prop::sample::select(vec![Comparator::Eq, Comparator::Approx, Comparator::Gt, Comparator::Le]);
    (0..6_usize, comparator, 0..60_u32, 0..3_usize, 2019..2022_i16, any::<bool>(), any::<bool>()).prop_map(
        |(indicator, comparator, value, place, year, partial, women)| Fact {
            indicator,
            comparator,
            value,
            place,
            year,
            partial: partial && indicator != 5,
            women,
        },
    )
}

fn observation(at: usize, fact: &Fact) -> Observation {
    let month = if fact.partial { 8 } else { 12 };
    Observation {
        id: ObservationId(format!("{at:04}")),
        indicator: IndicatorId(INDICATORS[fact.indicator].0.into()),
        figure: Figure::Number {
            comparator: fact.comparator,
            value: fact.value.to_string().parse().expect("a number"),
            scale: None,
        },
        unit: INDICATORS[fact.indicator].1.into(),
        place: PlaceId(PLACES[fact.place].0.into()),
        period: Period {
            start: format!("{}-01", fact.year).parse().ok(),
            end: format!("{}-{month:02}", fact.year).parse().ok(),
            label: fact.year.to_string(),
            kind: if fact.partial { "partial_year" } else { "year" }.into(),
        },
        subgroup: if fact.women { "women" } else { "all" }.into(),
        basis: Basis::OfficialAdmin,
        coverage: if fact.partial { Coverage::PartialPeriod } else { Coverage::FullPeriod },
        status: ObservationStatus::Normal,
        series: None,
        source: SourceId("S".into()),
        origin: None,
        locator: "p. 1".into(),
        line: None,
        standing: Standing::Published,
        note: None,
        released: None,
        revision: 1,
    }
}

fn room_of(observations: Vec<Observation>, relations: Vec<Relation>) -> Room {
    let source = Source {
        id: SourceId("S".into()),
        role: "seed".into(),
        title: "A yearbook".into(),
        publisher: "Office".into(),
        publisher_kind: "government".into(),
        published: None,
        published_precision: None,
        date_basis: None,
        covers: None,
        kind: "statistics".into(),
        language: "en".into(),
        url: None,
        cited_in: Vec::new(),
        note: None,
    };
    let place = |(id, parent): (&str, Option<&str>)| Place {
        id: PlaceId(id.into()),
        iso3: None,
        iso_3166_2: None,
        name: id.into(),
        kind: "region".into(),
        parent: parent.map(|parent| PlaceId(parent.into())),
        index_region: None,
        valid_from: None,
        valid_to: None,
        note: None,
    };
    let indicator = |(id, unit): (&str, &str)| Indicator {
        id: IndicatorId(id.into()),
        name: id.into(),
        unit: unit.into(),
        flow: "flow".into(),
        concept: id.into(),
        scope: "official".into(),
        theme: "t".into(),
        definition_note: None,
    };
    Room::new(
        vec![source],
        PLACES.map(place).into(),
        INDICATORS.map(indicator).into(),
        relations,
        observations,
        Vec::new(),
    )
}

fn relations() -> Vec<Relation> {
    let edge = |(from, kind, to, comparable): (&str, RelationKind, &str, Comparable)| Relation {
        from: IndicatorId(from.into()),
        kind,
        to: IndicatorId(to.into()),
        comparable,
        note: None,
    };
    EDGES.map(edge).into()
}

fn room(facts: &[Fact]) -> Room {
    room_of(facts.iter().enumerate().map(|(at, fact)| observation(at, fact)).collect(), relations())
}

fn claim_of(fact: &Fact) -> Claim {
    let kind = if fact.partial { "partial_year" } else { "year" };
    let period = if fact.partial { format!("8 months of {}", fact.year) } else { fact.year.to_string() };
    let cells = [
        ("claim_id", "C".to_owned()),
        ("claimant", "somebody".to_owned()),
        ("claimant_kind", "hypothetical".to_owned()),
        ("claim_type", "level".to_owned()),
        ("indicator_id", INDICATORS[fact.indicator].0.to_owned()),
        ("comparator", fact.comparator.code().to_owned()),
        ("value", fact.value.to_string()),
        ("unit", INDICATORS[fact.indicator].1.to_owned()),
        ("geo_id", PLACES[fact.place].0.to_owned()),
        ("period_type", kind.to_owned()),
        ("period_label", period),
        ("subgroup", if fact.women { "women" } else { "all" }.to_owned()),
    ];
    Claim::read(&|column| cells.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell.clone()))
        .expect("a claim")
}

fn checked(room: &Room, claim: &Claim) -> Check {
    check(&Ground::new(room), claim)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_supporting_figure_never_makes_a_claim_contradicted(facts in prop::collection::vec(fact(), 0..12), asked in fact()) {
        let claim = claim_of(&asked);
        let mut more = facts.clone();
        let inside = match asked.comparator {
            Comparator::Gt => asked.value + 1,
            _ => asked.value,
        };
        more.push(Fact { comparator: Comparator::Eq, value: inside, ..asked });
        let found = checked(&room(&more), &claim);
        prop_assert_ne!(found.verdict, Verdict::Contradicted);
        prop_assert!(found.used.iter().any(|used| used.said == Said::Supports));
    }

    #[test]
    fn refused_evidence_can_only_turn_unverifiable_into_not_comparable(
        facts in prop::collection::vec(fact(), 0..12), asked in fact(), refused in fact(),
    ) {
        let asked = Fact { indicator: 0, ..asked };
        let claim = claim_of(&asked);
        let before = checked(&room(&facts), &claim).verdict;
        let mut more = facts.clone();
        more.push(Fact { indicator: 4, ..refused });
        let after = checked(&room(&more), &claim).verdict;
        prop_assert!(before == after || (before, after) == (Verdict::Unverifiable, Verdict::NotComparable));
    }

    #[test]
    fn percent_and_share_are_the_same_claim(facts in prop::collection::vec(fact(), 0..12), asked in fact()) {
        let share = claim_of(&Fact { indicator: 5, partial: false, ..asked.clone() });
        let percent = Claim {
            value: share.value.as_ref().and_then(|value| (value.value() * 100.0).to_string().parse().ok()),
            unit: "percent".into(),
            ..share.clone()
        };
        let room = room(&facts);
        let (one, other) = (checked(&room, &share), checked(&room, &percent));
        // "About 3" and "about 300 percent" are rounded alike; "about 10" and "about 1000 percent" too.
        prop_assert_eq!(one.verdict, other.verdict);
    }

    #[test]
    fn a_weaker_figure_beside_a_stricter_one_changes_no_verdict(
        facts in prop::collection::vec(fact(), 1..12), asked in fact(), which in any::<prop::sample::Index>(),
    ) {
        let claim = claim_of(&asked);
        let before = checked(&room(&facts), &claim).verdict;
        let strict = facts[which.index(facts.len())].clone();
        let weaker = match strict.comparator {
            Comparator::Gt => Fact { value: strict.value.saturating_sub(3), ..strict },
            Comparator::Le => Fact { value: strict.value + 3, ..strict },
            Comparator::Eq => Fact { comparator: Comparator::Le, ..strict },
            _ => strict,
        };
        let mut more = facts.clone();
        more.push(weaker);
        prop_assert_eq!(before, checked(&room(&more), &claim).verdict);
    }

    #[test]
    fn what_supports_a_claim_contradicts_its_denial(low in -50..50_i32, width in 0..50_i32, at in -60..60_i32, open in any::<bool>()) {
        let bound = Interval::between(f64::from(low), f64::from(low + width));
        let comparator = if open { Comparator::Gt } else { Comparator::Le };
        let region = Interval::stated(comparator, &at.to_string().parse().expect("a number"), None);
        let denial = region.complement().expect("a half-line has a half-line beside it");
        let turned = match said(bound, region) {
            Said::Supports => Said::Contradicts,
            Said::Contradicts => Said::Supports,
            other => other,
        };
        prop_assert_eq!(said(bound, denial), turned);
    }

    #[test]
    fn the_order_of_facts_and_edges_does_not_matter(facts in prop::collection::vec(fact(), 0..12), asked in fact()) {
        let claim = claim_of(&asked);
        let mut observations: Vec<Observation> = facts.iter().enumerate().map(|(at, fact)| observation(at, fact)).collect();
        let one = checked(&room_of(observations.clone(), relations()), &claim);
        observations.reverse();
        let other = checked(&room_of(observations, relations().into_iter().rev().collect()), &claim);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn splitting_a_proven_sum_into_its_parts_changes_no_verdict(a in 1..50_u32, b in 1..50_u32, stated in 1..120_u32) {
        let whole = Fact { indicator: 0, comparator: Comparator::Eq, value: a + b, place: 0, year: 2020, partial: false, women: false };
        let claim = Claim { kind: pana_evidence::claim::ClaimKind::Sum, ..claim_of(&Fact { value: stated, ..whole.clone() }) };
        let groups = [(a, "women"), (b, "men")].map(|(value, group)| Observation {
            subgroup: group.into(),
            ..observation(7 + value as usize, &Fact { value, ..whole.clone() })
        });
        let mut ids = groups.to_vec();
        ids[0].id = ObservationId("a".into());
        ids[1].id = ObservationId("b".into());
        let only_whole = checked(&room_of(vec![observation(0, &whole)], relations()), &claim).verdict;
        ids.push(observation(0, &whole));
        let with_parts = checked(&room_of(ids, relations()), &claim).verdict;
        let agrees = |verdict| matches!(verdict, Verdict::Consistent | Verdict::ConsistentIncomplete);
        prop_assert_eq!(agrees(only_whole), agrees(with_parts));
    }
}
