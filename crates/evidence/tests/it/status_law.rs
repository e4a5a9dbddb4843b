//! Laws of the status of a recommendation: what status.md promises of every set of pieces.

use jiff::civil::Date;
use pana_evidence::recommendation::evidence::{Grade, Mark, Standing};
use pana_evidence::recommendation::status::Asked;
use pana_evidence::recommendation::{Action, Assessment, Effect, Link, Piece, Status, Thing, Weight, Why, assess};
use pana_evidence::{CommitmentId, FindingId, ObservationId, RecommendationId};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn settings() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(57), failure_persistence: None, cases: 1000, ..ProptestConfig::default() }
}

fn date() -> impl Strategy<Value = Date> {
    (2010i16..2030, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

fn mark() -> impl Strategy<Value = Mark> {
    (date(), prop::bool::ANY).prop_map(|(day, whole_year)| match whole_year {
        true => Mark { earliest: day.first_of_year(), certain: day.last_of_year() },
        false => Mark { earliest: day, certain: day },
    })
}

fn standing() -> impl Strategy<Value = Option<Standing>> {
    let grades = [Grade::Draft, Grade::Text, Grade::Statement, Grade::WeakFigure, Grade::Figure];
    let standing =
        (prop::collection::vec(mark(), 0..3), prop::option::of(date()), prop::sample::select(grades.to_vec()))
            .prop_map(|(marks, speaks_until, grade)| Standing { marks, speaks_until, grade });
    prop::option::weighted(0.9, standing)
}

fn of<T: Copy + std::fmt::Debug + 'static>(all: &'static [(T, &'static str)]) -> impl Strategy<Value = T> {
    prop::sample::select(all).prop_map(|(value, _)| value)
}

fn piece() -> impl Strategy<Value = Piece> {
    let thing = prop_oneof![
        (0..9u8).prop_map(|n| Thing::Commitment(CommitmentId(n.to_string()))),
        (0..9u8).prop_map(|n| Thing::Observation(ObservationId(n.to_string()))),
        (0..9u8).prop_map(|n| Thing::Finding(FindingId(n.to_string()))),
    ];
    (thing, of(Effect::ALL), prop::option::of(of(Weight::ALL)), standing()).prop_map(
        |(thing, effect, shows, standing)| {
            let link = Link { recommendation: RecommendationId("R".to_owned()), thing, effect, shows, note: None };
            Piece { link, standing }
        },
    )
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    prop::collection::vec(piece(), 0..7)
}

fn asked() -> impl Strategy<Value = Asked> {
    (prop::option::weighted(0.95, date()), prop::option::of(of(Action::ALL)))
        .prop_map(|(public, action)| Asked { public, action })
}

fn with(effect: Effect, mut piece: Piece) -> Piece {
    piece.link.effect = effect;
    piece
}

fn before_and_after(asked: Asked, mut pieces: Vec<Piece>, more: Piece, as_of: Option<Date>) -> (Status, Status) {
    let before = assess(asked, &pieces, as_of).status;
    pieces.push(more);
    (before, assess(asked, &pieces, as_of).status)
}

/// What is known: everything but what is not yet public.
fn known(assessment: &Assessment) -> Vec<&Piece> {
    let aside = assessment.set_aside.iter().filter(|aside| aside.why != Why::NotYetPublic).map(|aside| &aside.piece);
    let mut known: Vec<&Piece> = assessment.used.iter().map(|used| &used.piece).chain(aside).collect();
    known.sort();
    known
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_support_more_never_makes_it_worse(
        asked in asked(), pieces in pieces(), more in piece(), as_of in prop::option::of(date()),
    ) {
        let (before, after) = before_and_after(asked, pieces, with(Effect::Supports, more), as_of);
        prop_assert!(after >= before, "{before:?} became {after:?}");
    }

    #[test]
    fn a_limit_or_contradiction_more_never_makes_it_better(
        asked in asked(), pieces in pieces(), more in piece(), as_of in prop::option::of(date()), limit: bool,
    ) {
        let effect = if limit { Effect::Limits } else { Effect::Contradicts };
        let (before, after) = before_and_after(asked, pieces, with(effect, more), as_of);
        prop_assert!(after <= before, "{before:?} became {after:?}");
    }

    #[test]
    fn what_speaks_of_something_else_changes_nothing(asked in asked(), pieces in pieces(), more in piece()) {
        let (before, after) = before_and_after(asked, pieces, with(Effect::NotApplicable, more), None);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn the_order_of_the_pieces_does_not_matter(
        asked in asked(),
        (pieces, shuffled) in pieces().prop_flat_map(|pieces| (Just(pieces.clone()), Just(pieces).prop_shuffle())),
        as_of in prop::option::of(date()),
    ) {
        prop_assert_eq!(assess(asked, &pieces, as_of), assess(asked, &shuffled, as_of));
    }

    #[test]
    fn what_was_known_on_a_day_is_known_on_every_later_day(
        asked in asked(), pieces in pieces(), one in date(), other in date(),
    ) {
        let (early, late) = (assess(asked, &pieces, Some(one.min(other))), assess(asked, &pieces, Some(one.max(other))));
        let at_last = assess(asked, &pieces, None);
        for (less, more) in [(&early, &late), (&late, &at_last)] {
            let more = known(more);
            prop_assert!(known(less).iter().all(|piece| more.contains(piece)));
        }
        prop_assert!(early.used.iter().all(|used| late.used.contains(used)), "what counted still counts");
    }

    #[test]
    fn every_piece_is_used_or_set_aside_and_every_status_has_a_reason(
        asked in asked(), pieces in pieces(), as_of in prop::option::of(date()),
    ) {
        let assessment = assess(asked, &pieces, as_of);
        prop_assert_eq!(assessment.used.len() + assessment.set_aside.len(), pieces.len());
        prop_assert!(!assessment.reasons.is_empty());
        prop_assert!(assessment.used.iter().all(|used| as_of.is_none_or(|day| used.public <= day)));
    }
}
