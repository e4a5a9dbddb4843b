//! What the folder has besides pages: a front door, a search page, what a phone needs to install it, and the worker that keeps
//! it for when there is no network. The pages are whole without any of it.

use std::collections::BTreeMap;

use pana_text::{Lang, Words};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{File, rewrite};
use crate::asset;
use crate::server::State;

const WORKER: &str = include_str!("../../../../assets/site/worker.js");
const OFFLINE: &str = include_str!("../../../../assets/site/offline.js");
const SEARCH: &str = include_str!("../../../../assets/site/search.js");
const ICON_192: &[u8] = include_bytes!("../../../../assets/site/icon-192.png");
const ICON_512: &[u8] = include_bytes!("../../../../assets/site/icon-512.png");

/// What every page says in its head: scripts only from the folder itself, and how to install it.
pub fn head(root: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; base-uri 'none'\">\n\
         <link rel=\"manifest\" href=\"{root}manifest.webmanifest\">\n\
         <script src=\"{root}offline.js\" data-root=\"{root}\" defer></script>\n"
    )
}

/// The search page of a language: its frame is the one of the home page; without scripts it says what to do instead.
pub fn search(pages: &BTreeMap<String, String>, lang: Lang, words: &Words) -> File {
    let home = pages.get(&format!("/{lang}/")).map_or("", String::as_str);
    let (before, rest) = home.split_once("<main id=\"main\" tabindex=\"-1\">").unwrap_or((home, ""));
    let after = rest.split_once("</main>").map_or("", |(_, after)| after);
    let main = format!(
        "<main id=\"main\" tabindex=\"-1\"><header class=\"title\"><h1>{title}</h1></header>\n\
         <form class=\"site-find\" role=\"search\" action=\"search.html\"><label for=\"find\">{label}</label>\
         <input id=\"find\" name=\"q\" type=\"search\"> <button>{button}</button></form>\n\
         <noscript><p class=\"note\">{noscript} <a href=\"indicators.html\">{indicators}</a> · <a href=\"sources.html\">{sources}</a></p></noscript>\n\
         <p class=\"meta\" id=\"found\" role=\"status\" data-none=\"{none}\" data-found=\"{found}\"></p>\n\
         <ul class=\"results\" id=\"results\"></ul></main>",
        title = words.say("site-search-title"),
        label = words.say("search-label"),
        button = words.say("search-button"),
        noscript = words.say("site-search-noscript"),
        indicators = words.say("nav-indicators"),
        sources = words.say("nav-sources"),
        none = words.say("site-search-none"),
        found = words.say("site-search-found"),
    );
    let title = before.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(t, _)| t);
    let before = before.replacen(title, &format!("{} · Pana", words.say("site-search-title")), 1);
    let known = |target: &str| {
        let path = target.split(['#', '?']).next().unwrap_or_default();
        if let Some(file) = path.strip_prefix("/assets/") {
            return Some(format!("assets/{file}"));
        }
        if path.ends_with("/search") {
            return Some(format!("{}.html", path.trim_start_matches('/')));
        }
        // Another language's front page is where its search is begun.
        pages.contains_key(path).then(|| super::address::file_of(path))
    };
    let html = rewrite::page(&format!("{before}{main}{after}"), &format!("/{lang}/search"), &known);
    let html = html.replacen("</head>", "<script src=\"../search.js\" defer></script>\n</head>", 1);
    File { path: format!("{lang}/search.html"), bytes: html.into_bytes() }
}

/// Stylesheet, fonts, scripts, icons, and how a phone installs it.
pub fn assets() -> Vec<File> {
    let file = |path: &str, bytes: &[u8]| File { path: path.to_owned(), bytes: bytes.to_vec() };
    let mut files: Vec<File> = asset::all().map(|(path, bytes)| file(&format!("assets/{path}"), bytes)).collect();
    // Addresses of fonts in the stylesheet begin at the root of a server; here they are beside it.
    for stylesheet in files.iter_mut().filter(|file| file.path == "assets/pana.css") {
        let text = String::from_utf8_lossy(&stylesheet.bytes).replace("url(\"/assets/", "url(\"");
        stylesheet.bytes = text.into_bytes();
    }
    let icon = |src: &str, size: &str, purpose: &str| json!({ "src": src, "sizes": size, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": "Pana",
        "short_name": "Pana",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1f5a8a",
        "icons": [icon("icon-192.png", "192x192", "any"), icon("icon-512.png", "512x512", "any maskable")],
    });
    files.extend([
        file("manifest.webmanifest", manifest.to_string().as_bytes()),
        file("offline.js", OFFLINE.as_bytes()),
        file("search.js", SEARCH.as_bytes()),
        file("icon-192.png", ICON_192),
        file("icon-512.png", ICON_512),
        // Hosts that make sites out of folders leave this one as it is.
        file(".nojekyll", b""),
    ]);
    files
}

/// The front door: the three languages, and a script that goes to the reader's own.
pub fn front(state: &State) -> File {
    let mut links = String::new();
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let about = state.desk.library.words(lang).say("home-title");
        let (tag, name) = (lang.tag(), lang.own_name());
        links.push_str(&format!(
            "<li><p lang=\"{tag}\"><a href=\"{tag}/index.html\" hreflang=\"{tag}\">{name}</a> — {about}</p></li>\n"
        ));
    }
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Pana</title>\n<link rel=\"stylesheet\" href=\"assets/pana.css\">\n\
         <link rel=\"icon\" href=\"assets/pana.svg\" type=\"image/svg+xml\">\n{head}</head>\n<body data-front>\n\
         <main id=\"main\"><header class=\"title\"><h1>Pana</h1></header>\n<ul>\n{links}</ul></main>\n</body>\n</html>\n",
        head = head("")
    );
    File { path: "index.html".to_owned(), bytes: html.into_bytes() }
}

/// The worker knows every file by name; its own content changes when any of them does.
pub fn worker(files: &[File]) -> File {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(format!("{}\n{}\n", file.path, file.bytes.len()));
        hash.update(&file.bytes);
    }
    let version: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).filter(|path| !path.starts_with('.')).collect();
    let text = WORKER.replace("__VERSION__", &version).replace("\"__FILES__\"", &json!(names).to_string());
    File { path: "worker.js".to_owned(), bytes: text.into_bytes() }
}
