//! A page of the observatory as a file: links lead to files, and what needs a server is left out.
//!
//! The pages are our own and well formed: attributes in double quotes, addresses from the root. That is all that is relied on.

use super::address::{file_of, relative};

/// The addresses a page links to.
pub fn links(html: &str) -> Vec<&str> {
    let after =
        |attribute: &'static str| html.match_indices(attribute).map(move |(at, _)| &html[at + attribute.len()..]);
    after("href=\"/")
        .filter_map(|rest| rest.split_once('"'))
        .map(|(path, rest)| {
            // One byte back: the slash belongs to the address.
            let start = html.len() - rest.len() - path.len() - 2;
            &html[start..start + path.len() + 1]
        })
        .collect()
}

/// The page as a file. `file` gives the file of an address, from the root of the folder, or nothing.
pub fn page(html: &str, path: &str, file: &dyn Fn(&str) -> Option<String>) -> String {
    let depth = path.trim_start_matches('/').matches('/').count();
    let (root, from) = ("../".repeat(depth), file_of(path));
    let html = without(html, "<form class=\"form\"", "</form>");
    let html = without(&html, "<ul class=\"downloads\">", "</ul>");
    let html = slim(html, path);
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(at) = next_address(rest) {
        let (before, address) = rest.split_at(at.start);
        let (address, after) = address.split_at(at.length);
        let plain = address.replace("&#38;", "&").replace("&amp;", "&");
        match file(&plain) {
            Some(target) => {
                out.push_str(before);
                out.push_str(&relative(&from, &target));
                rest = after;
            }
            None => {
                // The attribute goes with its name and quotes; a link without an address is text.
                out.push_str(before[..before.len() - at.name].trim_end());
                rest = &after[1..];
            }
        }
    }
    out.push_str(rest);
    let out = tidy(&without_empty_items(&out));
    out.replacen("</head>", &format!("{}</head>", super::shell::head(&root)), 1)
}

/// What every page repeats is said once, on the front page of the language; a drawing of an indicator is kept in the size
/// that fits a phone, since a phone keeps the folder.
fn slim(html: String, path: &str) -> String {
    let front = path.ends_with('/');
    let html = if front { html } else { without(&html, "<footer", "</footer>") };
    let html = without(&html, "<svg class=\"mark\"", "</svg>");
    let html = without_lines(&html, "<link rel=\"alternate\"");
    // A link to the search page instead of a field on every page.
    let html = match (html.find("<form class=\"site-search\""), html.split_once("<button>")) {
        (Some(_), Some((_, rest))) if !path.ends_with("/search") => {
            let word = rest.split_once("</button>").map_or("", |(word, _)| word).to_owned();
            let lang = path.split('/').nth(1).unwrap_or_default();
            let link = format!("<p class=\"site-search\"><a href=\"/{lang}/search\">{word}</a></p>");
            let (before, rest) = html.split_once("<form class=\"site-search\"").unwrap_or((&html, ""));
            let after = rest.split_once("</form>").map_or("", |(_, after)| after);
            format!("{before}{link}{after}")
        }
        _ => html,
    };
    if path.contains("/places/") {
        // The ratings of an index stand on the page of its source as well.
        return without(&html, "<details", "</details>");
    }
    if !path.contains("/indicators/") {
        return html;
    }
    without(&html, "<div class=\"broad-only\">", "</div>").replace("<div class=\"narrow-only\">", "<div>")
}

fn without_lines(html: &str, beginning: &str) -> String {
    html.split_inclusive('\n').filter(|line| !line.trim_start().starts_with(beginning)).collect()
}

struct Address {
    start: usize,
    length: usize,
    /// The length of `href="`.
    name: usize,
}

fn next_address(html: &str) -> Option<Address> {
    let found =
        ["href=\"/", "src=\"/", "action=\"/"].iter().filter_map(|name| Some((html.find(name)?, name.len() - 1)));
    let (at, name) = found.min()?;
    let start = at + name;
    Some(Address { start, length: html[start..].find('"')?, name })
}

/// The text without the parts from `open` to `close`.
fn without(html: &str, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(open) {
        let Some(end) = rest[at..].find(close) else { break };
        out.push_str(&rest[..at]);
        rest = &rest[at + end + close.len()..];
    }
    out.push_str(rest);
    out
}

/// Items of lists that hold nothing but a link to nowhere, and alternates without an address, are left out.
fn without_empty_items(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for line in html.split_inclusive('\n') {
        let trimmed = line.trim();
        let item =
            (trimmed.starts_with("<li><a>") || trimmed.starts_with("<li><a lang=")) && trimmed.ends_with("</a></li>");
        let buttons = trimmed.starts_with("<p><a class=\"button\">") && trimmed.ends_with("</a></p>");
        let alternate = trimmed.starts_with("<link rel=\"alternate\"") && !trimmed.contains("href=");
        if !(item || buttons || alternate) {
            out.push_str(line);
        }
    }
    out
}

/// Without indentation and empty lines, which are a tenth of a page; what is preformatted stays as it is.
fn tidy(html: &str) -> String {
    if html.contains("<pre") || html.contains("class=\"formula\"") {
        return html.to_owned();
    }
    let lines = html.lines().map(str::trim_start).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_files_or_become_text() {
        let html = "<head></head>\n  <a href=\"/en/a#x\">A</a> <a class=\"y\" href=\"/en/b\">B</a>\n<li><a href=\"/en/b\">B</a></li>\n";
        assert_eq!(links(html), ["/en/a#x", "/en/b", "/en/b"]);
        let file = |target: &str| target.starts_with("/en/a").then(|| "en/a.html#x".to_owned());
        let page = page(html, "/en/claims/c", &file);
        assert!(page.contains("<a href=\"../a.html#x\">A</a> <a class=\"y\">B</a>"), "{page}");
        assert!(!page.contains("<li>"), "{page}");
    }

    #[test]
    fn forms_that_need_a_server_are_left_out() {
        let html = "<form class=\"form\" action=\"/en/x\"><p></p></form><p>kept</p>";
        assert_eq!(page(html, "/en/", &|_| None), "<p>kept</p>");
    }
}
