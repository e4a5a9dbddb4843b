//! Atom and RSS: read with a library of XML and checked against RFC 4287 and RSS 2.0.

use jiff::civil::{Date, date};
use pana_publish::export::atom::{self, Change, Feed};
use pana_publish::export::rss;
use roxmltree::{Document, Node};

use super::matches;

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn sample() -> Feed {
    Feed {
        authority: "pana.example,2026".into(),
        title: "Pana: what changed".into(),
        subtitle: "Facts & figures <new and corrected>".into(),
        author: "Pana".into(),
        url: "https://pana.example/en/changes.atom".into(),
        page: "https://pana.example/en/changes".into(),
        lang: "en".into(),
        since: date(2026, 1, 1),
    }
}

fn change(id: &str, kind: &str, updated: Date) -> Change {
    Change {
        id: id.into(),
        kind: kind.into(),
        title: format!("{id} \"<b>&amp;</b>\" ]]> \u{1}"),
        summary: "Түзетілді: 5 < 6 & 7 > 6\nsecond line".into(),
        url: format!("https://pana.example/en/{kind}/{id}?a=1&b='2'"),
        updated,
    }
}

fn changes() -> Vec<Change> {
    vec![
        change("S001-01", "observation", date(2026, 11, 20)),
        change("a b/ә#?", "finding", date(2026, 11, 21)),
        change("S001-01", "observation", date(2026, 11, 21)),
        change("S001-01", "observation", date(2026, 11, 21)),
    ]
}

fn one<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    let found: Vec<Node<'_, '_>> = node.children().filter(|child| child.tag_name().name() == name).collect();
    assert_eq!(found.len(), 1, "exactly one {name}");
    found[0]
}

fn text<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    one(node, name).text().unwrap_or_default()
}

/// An identifier of RFC 4151.
const TAG: &str = r"^tag:[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[A-Za-z0-9._~%/-]+$";
/// A date of RFC 3339.
const MOMENT: &str = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$";

fn links<'a>(node: Node<'a, 'a>, rel: &str) -> Vec<&'a str> {
    let links = node.children().filter(|child| child.tag_name().name() == "link");
    links.filter(|link| link.attribute("rel") == Some(rel)).filter_map(|link| link.attribute("href")).collect()
}

/// RFC 4287 §4.1: what a feed and an entry must and should have.
fn check(bytes: &[u8]) -> usize {
    let document = std::str::from_utf8(bytes).expect("UTF-8");
    let document = Document::parse(document).unwrap_or_else(|error| panic!("{error}\n{document}"));
    let feed = document.root_element();
    assert_eq!((feed.tag_name().namespace(), feed.tag_name().name()), (Some(ATOM), "feed"));
    assert!(matches(TAG, text(feed, "id")), "{}", text(feed, "id"));
    assert!(matches(MOMENT, text(feed, "updated")));
    assert!(!text(feed, "title").is_empty() && !text(one(feed, "author"), "name").is_empty());
    assert_eq!(links(feed, "self").len(), 1);
    let mut named = Vec::new();
    let entries: Vec<Node<'_, '_>> = feed.children().filter(|child| child.tag_name().name() == "entry").collect();
    for &entry in &entries {
        assert!(matches(TAG, text(entry, "id")), "{}", text(entry, "id"));
        assert!(matches(MOMENT, text(entry, "updated")));
        assert!(!text(entry, "title").is_empty());
        // Without content an entry has an alternate link.
        assert_eq!(links(entry, "alternate").len(), 1);
        named.push((text(entry, "id"), text(entry, "updated")));
    }
    assert!(named.is_sorted_by(|earlier, later| earlier.1 >= later.1), "newest first");
    let newest = named.first().map_or(text(feed, "updated"), |entry| entry.1);
    assert_eq!(text(feed, "updated"), newest);
    named.sort_unstable();
    named.dedup();
    assert_eq!(named.len(), entries.len(), "an entry with one date is there twice");
    entries.len()
}

#[test]
fn a_feed_has_what_rfc_4287_requires() {
    assert_eq!(check(&atom::feed(&sample(), &changes())), 3);
    assert_eq!(check(&atom::feed(&sample(), &[])), 0);
}

#[test]
fn text_comes_through_a_feed_unharmed() {
    let bytes = atom::feed(&sample(), &changes());
    let document = Document::parse(std::str::from_utf8(&bytes).expect("UTF-8")).expect("XML");
    assert_eq!(text(document.root_element(), "subtitle"), sample().subtitle);
    let entry = document.descendants().find(|node| node.has_tag_name((ATOM, "entry"))).expect("an entry");
    let given = &changes()[1];
    assert_eq!(text(entry, "summary"), given.summary);
    assert_eq!(links(entry, "alternate"), [given.url.as_str()]);
    // XML 1.0 has no way to write U+0001.
    assert_eq!(text(entry, "title"), given.title.replace('\u{1}', "\u{fffd}"));
}

#[test]
fn the_name_of_an_entry_stays_and_the_order_of_the_input_does_not_matter() {
    let feed = atom::feed(&sample(), &changes());
    let mut turned = changes();
    turned.reverse();
    assert_eq!(atom::feed(&sample(), &turned), feed);
    let moved = Feed { url: "https://other.example/feed".into(), page: "https://other.example/".into(), ..sample() };
    let ids = |bytes: &[u8]| -> Vec<String> {
        let document = Document::parse(std::str::from_utf8(bytes).expect("UTF-8")).expect("XML");
        let ids = document.descendants().filter(|node| node.has_tag_name((ATOM, "id")));
        ids.filter_map(|node| node.text().map(str::to_owned)).collect()
    };
    assert_eq!(ids(&atom::feed(&moved, &changes())), ids(&feed));
    assert!(ids(&feed).contains(&"tag:pana.example,2026:observation/S001-01".to_owned()));
    assert!(ids(&feed).contains(&"tag:pana.example,2026:finding/a%20b%2F%D3%99%23%3F".to_owned()));
}

#[test]
fn the_same_changes_are_there_in_rss_2_0() {
    let bytes = rss::feed(&sample(), "https://pana.example/en/changes.rss", &changes());
    let document = Document::parse(std::str::from_utf8(&bytes).expect("UTF-8")).expect("XML");
    let root = document.root_element();
    assert_eq!((root.tag_name().name(), root.attribute("version")), ("rss", Some("2.0")));
    let channel = one(root, "channel");
    for required in ["title", "description"] {
        assert!(!text(channel, required).is_empty());
    }
    let page = channel.children().find(|node| node.has_tag_name("link")).and_then(|node| node.text());
    assert_eq!(page, Some("https://pana.example/en/changes"));
    let rfc822 = r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} 00:00:00 GMT$";
    assert!(matches(rfc822, text(channel, "lastBuildDate")));
    let items: Vec<Node<'_, '_>> = channel.children().filter(|child| child.has_tag_name("item")).collect();
    assert_eq!(items.len(), 3);
    for &item in &items {
        assert!(!text(item, "title").is_empty() && text(item, "link").starts_with("https://"));
        assert!(matches(TAG, text(item, "guid")));
        assert_eq!(one(item, "guid").attribute("isPermaLink"), Some("false"));
        assert!(matches(rfc822, text(item, "pubDate")));
    }
    assert_eq!(text(items[0], "pubDate"), "Sat, 21 Nov 2026 00:00:00 GMT");
}
