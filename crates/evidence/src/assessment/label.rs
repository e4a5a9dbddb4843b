//! The labels in which ILAB writes its levels. Sixteen spellings occur in seven reporting years; they are one small language:
//! a level, and for two levels "Efforts Made but ..." with a reason.

use std::fmt;

use super::level::{Advancement, Domain, Domains, Level};

const EFFORTS: &str = "Efforts Made but ";
const DELAYED: &str = " that Delayed Advancement";
const COMPLICIT: &str = "Complicit in Forced Child Labor";
const REGRESSION: &str = "Regression in ";
const CONTINUED: &str = "Continued ";

/// Why a text is not a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotALabel {
    /// What was given.
    pub given: String,
    /// The part that was not understood.
    pub at: Part,
}

/// A part of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The level at its head.
    Level,
    /// What qualifies a level that may be qualified.
    Qualification(Level),
    /// What qualifies a level that nothing qualifies.
    Unqualified(Level),
    /// The domains of a regression.
    Domains,
}

impl fmt::Display for NotALabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a level of ILAB: ", self.given)?;
        match self.at {
            Part::Level => {
                let known: Vec<String> = Level::ALL.iter().map(|(_, _, words)| format!("`{words}`")).collect();
                write!(f, "it begins with one of {}", known.join(", "))
            }
            Part::Qualification(Level::No) => {
                write!(f, "after `No Advancement` comes nothing or ` - {EFFORTS}{COMPLICIT}`")
            }
            Part::Qualification(_) => write!(
                f,
                "after `Minimal Advancement` comes nothing, ` - {EFFORTS}{REGRESSION}...{DELAYED}` or ` - {EFFORTS}{CONTINUED}...{DELAYED}`"
            ),
            Part::Unqualified(level) => write!(f, "nothing comes after `{}`", level.words()),
            Part::Domains => f.write_str("the domains are Law, Policy and Practice, joined by `and`"),
        }
    }
}

impl std::error::Error for NotALabel {}

impl Advancement {
    /// Reads a label. Blanks, kinds of dashes and "Practices" for "Practice" make no difference: the editions are not of one mind.
    pub fn parse_label(given: &str) -> Result<Self, NotALabel> {
        let refuse = |at| NotALabel { given: given.to_owned(), at };
        let plain = given.replace(['\u{2013}', '\u{2014}'], "-").split_whitespace().collect::<Vec<_>>().join(" ");
        let head = Level::ALL.iter().find_map(|(level, _, words)| Some((*level, plain.strip_prefix(words)?)));
        let (level, rest) = head.ok_or_else(|| refuse(Part::Level))?;
        if rest.is_empty() {
            return Ok(Self::Plain(level));
        }
        let reason = rest.strip_prefix(" - ").and_then(|rest| rest.strip_prefix(EFFORTS));
        match (level, reason) {
            (Level::No, Some(COMPLICIT)) => Ok(Self::Complicit),
            (Level::Minimal, Some(reason)) => delayed(reason).map_err(refuse),
            (Level::No | Level::Minimal, _) => Err(refuse(Part::Qualification(level))),
            (_, _) => Err(refuse(Part::Unqualified(level))),
        }
    }

    /// The label, with each domain in the singular.
    pub fn label(&self) -> String {
        let level = self.level().words();
        let with = |kind: &str, domains: &Domains| format!("{level} - {EFFORTS}{kind}{}{DELAYED}", joined(domains));
        match self {
            Self::Plain(_) => level.to_owned(),
            Self::Regression(domains) => with(REGRESSION, domains),
            Self::Continued(domains) => with(CONTINUED, domains),
            Self::Complicit => format!("{level} - {EFFORTS}{COMPLICIT}"),
        }
    }
}

fn delayed(reason: &str) -> Result<Advancement, Part> {
    let reason = reason.strip_suffix(DELAYED).ok_or(Part::Qualification(Level::Minimal))?;
    let (domains, make): (&str, fn(Domains) -> Advancement) = match reason.strip_prefix(REGRESSION) {
        Some(domains) => (domains, Advancement::Regression),
        None => {
            let domains = reason.strip_prefix(CONTINUED).ok_or(Part::Qualification(Level::Minimal))?;
            (domains, Advancement::Continued)
        }
    };
    read_domains(domains).map(make).ok_or(Part::Domains)
}

fn read_domains(written: &str) -> Option<Domains> {
    let parts = written.replace(", and ", " and ").replace(", ", " and ");
    let domain = |word: &str| {
        let singular = if word == "Practices" { "Practice" } else { word };
        Domain::ALL.iter().find(|(_, _, known)| *known == singular).map(|(domain, ..)| *domain)
    };
    let domains: Option<Vec<Domain>> = parts.split(" and ").map(domain).collect();
    Domains::new(domains?)
}

fn joined(domains: &Domains) -> String {
    let word =
        |domain: Domain| Domain::ALL.iter().find(|(known, ..)| *known == domain).map_or("", |(_, _, word)| *word);
    let words: Vec<&str> = domains.iter().map(word).collect();
    match words.as_slice() {
        [first, middle, last] => format!("{first}, {middle}, and {last}"),
        words => words.join(" and "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_advancement_is_read_back_from_its_label() {
        let mut sets: Vec<Domains> = Vec::new();
        for mask in 1..8_u8 {
            let chosen = Domain::ALL.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
            sets.extend(Domains::new(chosen.map(|(_, (domain, ..))| *domain)));
        }
        let plain = Level::ALL.iter().map(|(level, ..)| Advancement::Plain(*level));
        let delayed =
            sets.iter().flat_map(|set| [Advancement::Regression(set.clone()), Advancement::Continued(set.clone())]);
        let all: Vec<Advancement> = plain.chain(delayed).chain([Advancement::Complicit]).collect();
        assert_eq!(all.len(), 5 + 2 * 7 + 1);
        for advancement in all {
            assert_eq!(Advancement::parse_label(&advancement.label()), Ok(advancement));
        }
    }

    #[test]
    fn dashes_blanks_and_the_plural_make_no_difference() {
        let expected = Advancement::parse_label(
            "Minimal Advancement - Efforts Made but Continued Law and Practice that Delayed Advancement",
        );
        assert!(expected.is_ok());
        for given in [
            "Minimal Advancement \u{2013} Efforts Made but Continued Law and Practices that Delayed Advancement",
            " Minimal  Advancement - Efforts Made but Continued Practice and Law that Delayed Advancement ",
        ] {
            assert_eq!(Advancement::parse_label(given), expected);
        }
    }

    #[test]
    fn what_is_not_a_label_says_what_is_expected() {
        let told = |given: &str| Advancement::parse_label(given).expect_err("not a label").to_string();
        assert!(told("Great Advancement").contains("one of `No Advancement`, `Minimal Advancement`"));
        assert!(
            told("Moderate Advancement - Efforts Made but Complicit in Forced Child Labor")
                .contains("nothing comes after")
        );
        assert!(
            told("No Advancement - Efforts Made but Regression in Law that Delayed Advancement")
                .contains("Complicit in Forced")
        );
        assert!(
            told("Minimal Advancement - Efforts Made but Continued Habit that Delayed Advancement")
                .contains("Law, Policy and")
        );
        assert!(told("Minimal Advancement - Efforts Made but").contains("comes nothing"));
        assert!(told("").contains("it begins with"));
    }
}
