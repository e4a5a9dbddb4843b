//! What every page of the confided room shows besides its content: neutral title, navigation of the room, leaving at once.

use jiff::civil::Date;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_app::casework::session::Signed;
use pana_casework::policy::{Action, Relation, Role, Thing};
use pana_text::{Arg, Lang, Words};

use super::call::Call;
use super::cookie;
use super::public;
use crate::asset;
use crate::page::Link;

/// The part of the room a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The list of cases, and cases.
    Cases,
    /// Taking somebody in.
    Intake,
    /// Her tasks.
    Tasks,
    /// Rooms and who is here tonight.
    Rooms,
    /// The monthly report.
    Report,
    /// People and centres.
    People,
    /// The law to confirm.
    Law,
    /// The log.
    Log,
    /// Who can see what.
    Policy,
    /// Acts in the public room.
    Public,
    /// Her own account.
    Account,
    /// None of them.
    Elsewhere,
}

/// The navigation of the room.
#[derive(Default)]
pub struct Navigation {
    /// What is used all day.
    pub daily: Vec<Link>,
    /// The rest.
    pub rest: Vec<Link>,
    /// Whether the page is one of the rest.
    pub is_here: bool,
}

/// What is used all day.
const DAILY: [Part; 6] = [Part::Cases, Part::Intake, Part::Tasks, Part::Rooms, Part::Log, Part::Public];
/// As many links can be taken in at once.
const SHORT: usize = 5;

/// The frame of a page. Templates take their words from it.
pub struct Frame<'a> {
    call: &'a Call,
    signed: Option<&'a Signed>,
    part: Part,
    /// The title: neutral, never a name.
    pub title: String,
}

impl<'a> Frame<'a> {
    /// The frame of a page.
    pub fn of(call: &'a Call, signed: Option<&'a Signed>, part: Part, title: String) -> Self {
        Self { call, signed, part, title }
    }

    fn words(&self) -> &Words {
        self.call.words()
    }

    /// The language tag.
    pub fn lang(&self) -> &'static str {
        self.call.lang.tag()
    }

    /// A message.
    pub fn t(&self, key: &str) -> String {
        self.words().say(key)
    }

    /// A message of a list and a code of it: `role-case-worker`.
    pub fn code(&self, list: &str, code: &str) -> String {
        self.words().say(&format!("{list}-{}", code.replace('_', "-")))
    }

    /// A message that belongs to another: `consent-new` and `lead` give `consent-new-lead`.
    pub fn suffixed(&self, key: &str, suffix: &str) -> String {
        self.words().say(&format!("{key}-{suffix}"))
    }

    /// A message with one text argument.
    pub fn t1(&self, key: &str, name: &str, value: &str) -> String {
        self.words().tell(key, &[(name, Arg::from(value))])
    }

    /// A message with two text arguments.
    pub fn t2(&self, key: &str, one: (&str, &str), other: (&str, &str)) -> String {
        self.words().tell(key, &[(one.0, Arg::from(one.1)), (other.0, Arg::from(other.1))])
    }

    /// A message with one count.
    pub fn tn(&self, key: &str, name: &str, count: &usize) -> String {
        self.words().tell(key, &[(name, Arg::from(*count))])
    }

    /// A message with several arguments.
    pub fn tell(&self, key: &str, parts: &[(&str, Arg)]) -> String {
        self.words().tell(key, parts)
    }

    /// A message with one whole number, which may be below nothing.
    pub fn ti(&self, key: &str, name: &str, number: &i64) -> String {
        self.words().tell(key, &[(name, Arg::from(*number))])
    }

    /// Whether there is a message.
    pub fn has(&self, key: &str) -> bool {
        self.words().has(key)
    }

    /// The name of a language; its tag where there is no word for it.
    pub fn language(&self, tag: &str) -> String {
        let key = format!("spoken-{tag}");
        if self.has(&key) { self.t(&key) } else { tag.to_owned() }
    }

    /// A day in words.
    pub fn day(&self, day: Date) -> String {
        self.words().date(day.year(), Some(day.month()), Some(day))
    }

    /// A month in words, by one of its days.
    pub fn month(&self, day: Date) -> String {
        self.words().date(day.year(), Some(day.month()), None)
    }

    /// A kept moment as day and hour in the country.
    pub fn moment(&self, kept: &str) -> String {
        let Ok(at) = kept.parse::<jiff::Timestamp>() else { return String::new() };
        let there = at.to_zoned(self.call.room.zone.clone());
        format!("{}, {:02}:{:02}", self.day(there.date()), there.hour(), there.minute())
    }

    /// An address of the room in the reader's language.
    pub fn href(&self, path: &str) -> String {
        self.call.href(path)
    }

    /// An address of her own view in the reader's language.
    pub fn page(&self, path: &str) -> String {
        self.call.page(path)
    }

    /// Whether the page is one of her own view, or refuses one: then it shows neither the name of the program nor what it is for.
    pub fn is_neutral(&self) -> bool {
        self.call.is_page()
    }

    /// The public room.
    pub fn public(&self) -> String {
        format!("/{}/", self.call.lang)
    }

    /// The stylesheet.
    pub fn stylesheet(&self) -> String {
        format!("/assets/pana.css?{:x}", asset::STYLESHEET_VERSION)
    }

    /// What a form of this session carries.
    pub fn key(&self) -> String {
        self.call.cookie.as_deref().map(cookie::form_key).unwrap_or_default()
    }

    /// A new id: of a saving, or of something that a form makes.
    pub fn new_id(&self) -> String {
        id::new(&mut System)
    }

    /// The same page in every language.
    pub fn languages(&self) -> Vec<Link> {
        let link = |lang: Lang| Link {
            href: format!("/{lang}{}", self.call.path),
            text: lang.own_name().to_owned(),
            lang: lang.tag(),
            current: lang == self.call.lang,
        };
        Lang::ALL.into_iter().map(link).collect()
    }

    /// Who is signed in, as colleagues see her.
    pub fn who(&self) -> Option<&str> {
        self.signed.filter(|signed| signed.role != Role::Survivor).map(|signed| signed.account.name.as_str())
    }

    /// Her role.
    pub fn role(&self) -> Option<Role> {
        self.signed.map(|signed| signed.role)
    }

    /// The navigation: what this role can open at all. A short one is not parted.
    pub fn navigation(&self) -> Navigation {
        // Her own view is one page, and leaving it.
        let Some(signed) = self.signed.filter(|signed| signed.role != Role::Survivor) else {
            return Navigation::default();
        };
        let may = |thing, action| self.call.room.casework.allow(signed, Relation::Outside, thing, action).is_ok();
        let parts = [
            (Part::Cases, "", "room-nav-cases", public::home(signed.role).is_none()),
            (Part::Intake, "/intake", "room-nav-intake", may(Thing::Intake, Action::Write)),
            (Part::Tasks, "/tasks", "tasks-mine", signed.account.centre_id.is_some()),
            (Part::Rooms, "/places", "places-title", may(Thing::Rooms, Action::Exists)),
            (Part::Report, "/report", "report-title", may(Thing::Report, Action::Read)),
            (Part::People, "/people", "room-nav-accounts", may(Thing::Accounts, Action::Read)),
            (Part::People, "/centre/people", "room-nav-people", may(Thing::Rooms, Action::Print)),
            (Part::Public, "/verdicts", "verdicts-title", may(Thing::Verdict, Action::Write)),
            (Part::Public, "/measures", "measures-title", may(Thing::Measure, Action::Write)),
            (Part::Public, "/views", "views-title", may(Thing::View, Action::Write)),
            (Part::Law, "/law", "law-title", may(Thing::Law, Action::Write)),
            (Part::Log, "/log", "room-nav-log", may(Thing::Log, Action::Read)),
            (Part::Policy, "/policy", "room-nav-policy", may(Thing::Policy, Action::Read)),
            (Part::Account, "/account", "room-nav-account", true),
        ];
        let link = |(part, path, key, _): (Part, &str, &str, bool)| Link {
            href: self.href(path),
            text: self.t(key),
            lang: self.lang(),
            current: part == self.part,
        };
        let (daily, rest): (Vec<_>, Vec<_>) = parts
            .into_iter()
            .filter(|(.., open)| *open)
            .partition(|(part, path, ..)| DAILY.contains(part) || *path == "/people");
        let (mut daily, mut rest): (Vec<Link>, Vec<Link>) =
            (daily.into_iter().map(link).collect(), rest.into_iter().map(link).collect());
        if daily.len() + rest.len() <= SHORT {
            daily.append(&mut rest);
        }
        Navigation { is_here: rest.iter().any(|link| link.current), daily, rest }
    }
}
