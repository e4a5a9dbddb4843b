//! Who made a figure, and whether that is the one who makes the claim.

use crate::observation::{Basis, Observation};
use crate::room::Room;
use crate::source::Source;

use super::Claim;
use super::subgroup::normal;

/// The body that made a figure: the source that ours cites, or ours where it cites none.
pub fn maker<'a>(room: &'a Room, observation: &Observation) -> Option<&'a Source> {
    room.source(observation.origin.as_ref().unwrap_or(&observation.source))
}

/// Whether the claimant made the figure.
pub fn is_own(room: &Room, observation: &Observation, claim: &Claim) -> bool {
    maker(room, observation).is_some_and(|source| is_same_body(claim, source))
}

/// Whether a figure stands in the very passage the claim was read in.
pub fn is_same_passage(observation: &Observation, claim: &Claim) -> bool {
    claim.sources.contains(&observation.source) && observation.locator == claim.locator
}

/// Whether somebody reports on its own work: an office on what it registered, an organisation on its own clients.
pub fn reports_on_itself(room: &Room, observation: &Observation, claim: &Claim) -> bool {
    match claim.claimant_kind.as_str() {
        "government" => observation.basis == Basis::OfficialAdmin,
        "ngo" | "ngo_coalition" => room.indicator(&observation.indicator).is_some_and(|i| i.scope.starts_with("NGO")),
        _ => false,
    }
}

/// A claimant and a publisher are the same body when their kinds agree, where both are known, and the claimant's name is the
/// publisher's initials ("MLSP") or most of its words are the publisher's.
fn is_same_body(claim: &Claim, source: &Source) -> bool {
    let kinds = [&claim.claimant_kind, &source.publisher_kind];
    if kinds.iter().all(|kind| !kind.is_empty()) && kinds[0] != kinds[1] {
        return false;
    }
    let is_initials = claim.claimant.chars().count() > 1 && claim.claimant.chars().all(char::is_uppercase);
    if is_initials {
        return initials(&source.publisher).contains(&claim.claimant) || source.publisher.contains(&claim.claimant);
    }
    let (claimant, publisher) = (body(&claim.claimant), body(&source.publisher));
    let shared = claimant.iter().filter(|word| publisher.contains(word)).count();
    shared > 0 && 3 * shared >= 2 * claimant.len()
}

fn initials(name: &str) -> String {
    const SMALL: [&str; 5] = ["of", "and", "the", "for", "in"];
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !SMALL.contains(word));
    words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// The words of a name that tell bodies apart. What kind of body it is, and what it says, does not.
fn body(name: &str) -> Vec<String> {
    const COMMON: [&str; 18] = [
        "ngo",
        "statement",
        "citing",
        "collection",
        "head",
        "under",
        "president",
        "presidential",
        "on",
        "for",
        "in",
        "report",
        "state",
        "national",
        "office",
        "not",
        "named",
        "reader",
    ];
    let words = normal(name).into_iter().map(|word| word.replace("labor", "labour").replace("center", "centre"));
    words.filter(|word| !COMMON.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_skip_the_small_words() {
        assert_eq!(initials("Ministry of Labor and Social Protection of the Population"), "MLSPP");
    }

    #[test]
    fn what_kind_of_body_it_is_does_not_tell_it_apart() {
        assert_eq!(body("NGO statement"), Vec::<String>::new());
        assert_eq!(body("Presidential Commission on Human Rights"), ["commission", "human", "right"]);
        assert_eq!(body("head of the labour inspection"), body("state labor inspection"));
    }
}
