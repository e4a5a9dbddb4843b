//! Letter: the rating scale, and the cap that a met negative puts on it.

use super::response::Range;
use super::ruleset::Response;
use super::sheet::Sheet;

/// Sums of fractions such as 1/3 fall short of a round percent by some 1e-14. In 2018 Switzerland has 59.999 999 999 999 986
/// and is published as BBB (60 or more), Costa Rica 49.999 999 999 999 99 and BB.
const FRACTION_NOISE: f64 = 1e-9;

/// A letter, and the better one it was capped from.
pub(super) struct Award<'rules> {
    pub(super) letter: &'rules str,
    pub(super) capped_from: Option<&'rules str>,
}

/// The letter that both ends of the range agree on; better totals and fewer negatives never earn a worse one.
pub(super) fn award<'rules>(rules: &'rules Response, percent: Range, sheet: &Sheet<'_>) -> Option<Award<'rules>> {
    let met = sheet.negatives_met().next().is_some();
    let may_be_met = met || sheet.missing().any(|item| rules.items()[item].negative);
    let low = award_at(rules, percent.low, may_be_met)?;
    let high = award_at(rules, percent.high, met)?;
    let capped_from = low.capped_from.filter(|_| low.capped_from == high.capped_from);
    (low.letter == high.letter).then_some(Award { letter: low.letter, capped_from })
}

fn award_at(rules: &Response, percent: f64, negative: bool) -> Option<Award<'_>> {
    let letters = rules.letters();
    let reached = letters.iter().position(|letter| percent >= letter.from - FRACTION_NOISE);
    let earned = reached.unwrap_or(letters.len().checked_sub(1)?);
    let letter = |position: usize| letters[position].letter.as_str();
    let cap = rules.letter_cap_with_negative().filter(|_| negative);
    let capped = cap.and_then(|cap| letters.iter().position(|letter| letter.letter == cap));
    Some(match capped {
        Some(best) if earned < best => Award { letter: letter(best), capped_from: Some(letter(earned)) },
        _ => Award { letter: letter(earned), capped_from: None },
    })
}

#[cfg(test)]
mod tests {
    use crate::index::response::{ResponseScore, score};
    use crate::index::ruleset::{Letter, Response, ResponseDraft};
    use crate::index::world;

    fn lettered(text: &str) -> ResponseScore {
        let letter = |from: f64, letter: &str| Letter { from, letter: letter.to_owned() };
        let letters = vec![letter(70.0, "A"), letter(40.0, "B"), letter(0.0, "C")];
        let cap = Some("B".to_owned());
        let rules = Response::new(ResponseDraft { letters, letter_cap_with_negative: cap, ..world::small() });
        score(&rules.expect("letters fall"), "AAA", &world::ratings(text)).expect("on their scales")
    }

    #[test]
    fn the_total_earns_a_letter() {
        let letter = |text: &str| lettered(text).letter.expect("every rating is known");
        assert_eq!(letter("M111=1 M112=1 M113NEG=0 M121NEG=0 M211=1 M221=2"), "A");
        assert_eq!(letter("M111=1 M112=0 M113NEG=0 M121NEG=0 M211=0 M221=1.4"), "B", "100 · 2.4 / 6 is 40");
        assert_eq!(letter("M111=0 M112=0 M113NEG=0 M121NEG=-1 M211=0 M221=-1"), "C", "the last takes all below");
    }

    #[test]
    fn a_met_negative_caps_the_letter_and_only_from_above() {
        let capped = lettered("M111=1 M112=1 M113NEG=-1 M121NEG=0 M211=1 M221=2");
        assert_eq!((capped.letter.as_deref(), capped.capped_from.as_deref()), (Some("B"), Some("A")));
        let below = lettered("M111=1 M112=1 M113NEG=-1 M121NEG=0 M211=0 M221=-1");
        assert_eq!((below.letter.as_deref(), below.capped_from.as_deref()), (Some("C"), None));
    }

    #[test]
    fn a_letter_that_depends_on_what_is_missing_is_not_awarded() {
        assert_eq!(lettered("M111=1 M112=1 M121NEG=0 M211=1 M221=2").letter, None, "a met M113NEG would cap it");
        let sure = lettered("M111=0 M112=0 M121NEG=0 M211=1 M221=0.9");
        assert_eq!(sure.letter.as_deref(), Some("B"), "M113NEG changes nothing here");
    }

    #[test]
    fn a_letter_can_be_sure_while_the_cap_is_not() {
        // From 42 %, a B of its own, to 75 %, an A that the cap makes a B.
        let open = lettered("M111=1 M112=1 M113NEG=-1 M121NEG=0 M221=1.5");
        assert_eq!((open.letter.as_deref(), open.capped_from.as_deref()), (Some("B"), None));
        // From 33 %, a C, to 83 %.
        assert_eq!(lettered("M111=1 M112=1 M113NEG=-1 M121NEG=0 M211=1").letter, None);
    }
}
