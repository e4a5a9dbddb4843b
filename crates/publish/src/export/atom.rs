//! Atom: what changed in the public room, for a feed reader (RFC 4287; names of entries by RFC 4151).

use jiff::civil::Date;

use super::xml::Writer;

/// The media type of the feed.
pub const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Who gives the names, as a tag address does: a host and the day or year it was ours (`pana.example,2026`).
    pub authority: String,
    /// Its title.
    pub title: String,
    /// What it holds, in a sentence.
    pub subtitle: String,
    /// Who makes it.
    pub author: String,
    /// Its own address.
    pub url: String,
    /// The page it belongs to.
    pub page: String,
    /// Its language, BCP 47.
    pub lang: String,
    /// The day it began: its date as long as nothing has changed.
    pub since: Date,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of what changed: with `kind` it names the entry for ever.
    pub id: String,
    /// What kind of thing changed.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What changed, in words.
    pub summary: String,
    /// The page that shows it.
    pub url: String,
    /// The day of the change, from the data.
    pub updated: Date,
}

/// The feed, newest change first.
pub fn feed(feed: &Feed, changes: &[Change]) -> Vec<u8> {
    let changes = ordered(changes);
    let updated = changes.first().map_or(feed.since, |change| change.updated);
    let mut xml = Writer::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &feed.lang)]);
    xml.text("id", &[], &tag(feed, "changes", &feed.lang));
    xml.text("title", &[], &feed.title);
    xml.text("subtitle", &[], &feed.subtitle);
    xml.text("updated", &[], &at(updated));
    xml.open("author", &[]).text("name", &[], &feed.author).close();
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &feed.url)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("hreflang", &feed.lang), ("href", &feed.page)]);
    for change in changes {
        entry(&mut xml, feed, change);
    }
    xml.finish()
}

fn entry(xml: &mut Writer, feed: &Feed, change: &Change) {
    xml.open("entry", &[]);
    xml.text("id", &[], &tag(feed, &change.kind, &change.id));
    xml.text("title", &[], &change.title);
    xml.text("updated", &[], &at(change.updated));
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &change.url)]);
    xml.empty("category", &[("term", &change.kind)]);
    xml.text("summary", &[("type", "text")], &change.summary);
    xml.close();
}

/// Newest first; what changed on one day by kind and name, so that the order never depends on how it was found. The same
/// entry with the same date is there once (RFC 4287 §4.1.1).
pub(super) fn ordered(changes: &[Change]) -> Vec<&Change> {
    let mut ordered: Vec<&Change> = changes.iter().collect();
    let place = |change: &Change| (std::cmp::Reverse(change.updated), change.kind.clone(), change.id.clone());
    ordered.sort_by_key(|change| place(change));
    ordered.dedup_by_key(|change| place(change));
    ordered
}

/// The name of an entry: a tag URI (RFC 4151), the same for ever whatever the address of the page.
pub(super) fn tag(feed: &Feed, kind: &str, id: &str) -> String {
    format!("tag:{}:{}/{}", feed.authority, segment(kind), segment(id))
}

/// Text as a part of a path: unreserved characters of RFC 3986 stay, every other byte is written in hexadecimal.
fn segment(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => written.push(char::from(byte)),
            _ => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

/// A day as a date and time (RFC 3339): its beginning, in universal time.
fn at(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
