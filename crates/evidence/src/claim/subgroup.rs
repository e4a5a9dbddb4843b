//! Among whom: whether the group of a figure is the claim's, a part of it, or holds it.

/// The subgroup of figures about everybody.
pub const EVERYBODY: &str = "all";

/// How the group of a figure lies to the group of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// The same group.
    Same,
    /// A part of the claim's group.
    Part,
    /// The claim's group is a part of it.
    Whole,
    /// Another group.
    Other,
}

/// How the group of a figure lies to the group of a claim. `only` says that the indicator knows no other group: then the group
/// is part of what it counts, and everybody means everybody in it.
pub fn among(figure: &str, claim: &str, only: bool) -> Among {
    if normal(figure) == normal(claim) {
        return Among::Same;
    }
    match (is_everybody(figure), is_everybody(claim)) {
        (true, true) => Among::Same,
        (false, true) if only => Among::Same,
        (false, true) => Among::Part,
        (true, false) => Among::Whole,
        (false, false) => Among::Other,
    }
}

/// Whether the words name no group.
pub fn is_everybody(words: &str) -> bool {
    let words = normal(words);
    words.is_empty() || words == [EVERYBODY]
}

/// The base that a group names: "of 1500 surveyed" → 1500.
pub fn base(words: &str) -> Option<f64> {
    let mut words = words.split_whitespace();
    (words.next()? == "of").then(|| words.next()?.parse().ok())?
}

/// How many of the first group's words the second lacks, and how many it has besides: the nearest group has the least.
/// Nothing where they share no word.
pub fn distance(claim: &str, figure: &str) -> Option<(usize, usize)> {
    let (claim, figure) = (normal(claim), normal(figure));
    let missing = claim.iter().filter(|word| !figure.contains(word)).count();
    let besides = figure.iter().filter(|word| !claim.contains(word)).count();
    (missing < claim.len()).then_some((missing, besides))
}

/// The numbers of the articles that a group names: "Articles 270 and 271" → 270, 271.
pub fn articles(words: &str) -> Vec<&str> {
    if !normal(words).iter().any(|word| word == "article") {
        return Vec::new();
    }
    words.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}

/// The words that carry meaning, in lower case and the singular.
pub fn normal(words: &str) -> Vec<String> {
    const SMALL: [&str; 9] = ["the", "a", "an", "of", "and", "among", "who", "are", "is"];
    words
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str()))
        .map(|word| match word.strip_suffix('s') {
            Some(singular) if singular.len() > 3 && !singular.ends_with('s') => singular.to_owned(),
            _ => word,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_part_of_everybody() {
        assert_eq!(among("foreign nationals", "all", false), Among::Part);
        assert_eq!(among("all", "foreign nationals", false), Among::Whole);
        assert_eq!(among("Foreign national", "foreign nationals", false), Among::Same);
        assert_eq!(among("children", "all", true), Among::Same);
        assert_eq!(among("women", "children", false), Among::Other);
    }

    #[test]
    fn the_nearest_group_has_the_fewest_other_words() {
        let near = distance("employed", "employed among recipients");
        assert!(near < distance("employed", "employed among foreign recipients"));
        assert_eq!(distance("employed", "women"), None);
    }

    #[test]
    fn bases_and_articles_are_read_from_words() {
        assert_eq!(base("of 1500 surveyed"), Some(1500.0));
        assert_eq!(base("surveyed"), None);
        assert_eq!(articles("Articles 270 and 271"), ["270", "271"]);
        assert!(articles("270 people").is_empty());
    }
}
