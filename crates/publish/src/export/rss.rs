//! RSS: the same changes for readers that know only RSS 2.0 (<https://www.rssboard.org/rss-specification>).

use jiff::civil::{Date, Weekday};

use super::atom::{Change, Feed, ordered, tag};
use super::xml::Writer;

/// The media type of the feed.
pub const MEDIA_TYPE: &str = "application/rss+xml; charset=utf-8";

/// The feed, newest change first. `url` is its own address.
pub fn feed(feed: &Feed, url: &str, changes: &[Change]) -> Vec<u8> {
    let changes = ordered(changes);
    let built = changes.first().map_or(feed.since, |change| change.updated);
    let mut xml = Writer::new();
    xml.open("rss", &[("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")]);
    xml.open("channel", &[]);
    xml.text("title", &[], &feed.title);
    xml.text("link", &[], &feed.page);
    xml.text("description", &[], &feed.subtitle);
    xml.text("language", &[], &feed.lang);
    xml.text("lastBuildDate", &[], &at(built));
    xml.empty("atom:link", &[("rel", "self"), ("type", "application/rss+xml"), ("href", url)]);
    for change in changes {
        xml.open("item", &[]);
        xml.text("title", &[], &change.title);
        xml.text("link", &[], &change.url);
        xml.text("guid", &[("isPermaLink", "false")], &tag(feed, &change.kind, &change.id));
        xml.text("pubDate", &[], &at(change.updated));
        xml.text("category", &[], &change.kind);
        xml.text("description", &[], &change.summary);
        xml.close();
    }
    xml.finish()
}

/// A day as RFC 822 writes it, with the year in full: `Sat, 21 Nov 2026 00:00:00 GMT`. These are codes, not words.
fn at(day: Date) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let weekday = match day.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    let month = usize::try_from(day.month() - 1).ok().and_then(|place| MONTHS.get(place)).unwrap_or(&"Jan");
    format!("{weekday}, {:02} {month} {:04} 00:00:00 GMT", day.day(), day.year())
}
