//! Countries side by side.

use crate::world::{LANGUAGES, attributes, page, text};

#[test]
fn figures_stand_beside_each_other_and_the_means_of_their_regions() {
    for (lang, prevalence, number) in LANGUAGES {
        let html = page(&format!("/{lang}/compare?country=KAZ&country=USA&edition=2023"));
        for figure in [prevalence, number] {
            assert!(html.contains(&format!(">{figure}</a>")), "{lang}: {figure}");
        }
        // Two countries and two regions: population to supply chains, 17 rows.
        let table = html.split("<tbody>").nth(1).expect("there is a table");
        assert_eq!((table.matches("<tr").count(), table.matches("<td").count()), (17, 17 * 4), "{lang}");
    }
    let text = text(&page("/en/compare?country=KAZ&country=USA"));
    for said in ["Mean: Europe and Central Asia", "Mean: Americas", "a small difference may be no difference"] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn a_choice_is_kept_in_the_form_and_in_the_order_asked_for() {
    let html = page("/ru/compare?country=UZB&country=kz&country=UZB&edition=2018");
    let chosen: Vec<&str> = html.split("\" selected").filter_map(|before| before.rsplit('"').next()).collect();
    assert_eq!(chosen[..2], ["UZB", "KAZ"]);
    assert!(html.contains("value=\"2018\" checked"));
}

#[test]
fn an_edition_with_a_letter_shows_it() {
    let html = page("/en/compare?country=KAZ&country=UZB&edition=2018");
    assert!(html.contains("derivations#response-letter"));
}

#[test]
fn what_cannot_be_shown_is_said_and_the_rest_is_shown() {
    let all = "country=KAZ&country=KGZ&country=UZB&country=TJK&country=TKM&country=RUS";
    let html = page(&format!("/en/compare?{all}&country=XX1&country=%3Cscript%3E"));
    let said = text(&html);
    for sentence in ["no country by the code “XX1”", "Only five countries fit side by side. Left out: Russia."] {
        assert!(said.contains(sentence), "{sentence}");
    }
    assert!(!html.contains("<script>"), "what was typed is text");
    assert!(html.contains("Turkmenistan</a></th>"));
}

#[test]
fn an_empty_choice_suggests_the_neighbours_in_rank() {
    let html = page("/en/compare");
    let link = attributes(&html, "href").into_iter().find(|href| href.contains("country=KAZ")).expect("a suggestion");
    let codes: Vec<&str> = link.split("country=").skip(1).filter_map(|rest| rest.get(..3)).collect();
    // 9th of the region, between Belarus and Albania above and Azerbaijan and Bosnia and Herzegovina below.
    assert_eq!(codes, ["KAZ", "BLR", "AZE", "ALB", "BIH"]);
    assert!(page("/en/compare?country=UZB").contains("country=UZB&#38;country="), "one country: its own neighbours");
}
