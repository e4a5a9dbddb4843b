//! What must hold for any bytes that are given to a parser. Each body is used twice: by libFuzzer (`fuzz/targets`), which looks for
//! input that breaks it for as long as one likes, and by an ordinary test, which tries the seeds and some thousands of changes to
//! them, so that the bodies cannot rot.
//!
//! A body asserts more than "does not panic": what is read and written again is read as the same; what was changed does not open.

mod chance;
mod data;
#[path = "../../crates/vault/tests/it/device.rs"]
mod device;
mod document;
mod import;
mod intake;
mod log;
mod paper;
mod passkey;
mod scan;
mod sealed;
mod table;
mod word;

pub use chance::{Chance, changed};

/// One parser with what must hold for it.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// What is read, and what must hold.
    pub about: &'static str,
    /// Panics where something does not hold.
    pub run: fn(&[u8]),
    /// Inputs that reach far into the parser.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// How long one input takes.
    pub effort: Effort,
}

/// How long one input takes, by which the ordinary test chooses how many it tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Microseconds.
    Light,
    /// A public key, a table of thousands of cells.
    Heavy,
}

macro_rules! targets {
    ($($module:ident::$name:ident $effort:ident $about:literal;)+) => {
        /// Every target, in the order of the crates.
        pub static TARGETS: &[Target] = &[$(Target {
            name: stringify!($name),
            about: $about,
            run: $module::$name,
            seeds: $module::seeds::$name,
            effort: Effort::$effort,
        },)+];
    };
}

targets! {
    intake::intake_page Light "a page of the intake: no control characters, no long text, nothing refused without a fault; kept, it is the same";
    intake::code Light "codes and identifiers: read, written and read again they are the same";
    intake::confided Light "confided text: trimmed once and for all, and never shown by Debug";
    intake::name Light "a name's foldings: few, short, settled, and blind to letter case and hyphens";
    intake::calendar Light "days, months and rules of time zones: what goes forth comes back";
    document::document Light "every kind of document: kept and read it is the same, and what is reckoned from it does not overflow";
    data::policy Heavy "the policy table: written out line by line it allows the same";
    data::law Heavy "the law of a country: kept as JSON it is the same, and holds on every day of the calendar";
    data::instrument Light "a screening instrument: written again it is the same; every set of answers has a finding";
    data::house Light "the choices of the house";
    sealed::parts Light "labelled parts: there is one way to write them";
    sealed::seal Heavy "a sealed value: opens as it was, and never after a change; what opens is what sealing makes";
    sealed::envelope Heavy "an envelope: opens for its holder alone, and never after a change";
    sealed::wrap Heavy "the keys of a case: opened they are the same; classes rise";
    sealed::backup Heavy "a backup stream: whole or refused";
    paper::base32 Light "base 32 from paper: there and back; a wrong symbol is found";
    paper::recovery Light "a recovery code: printed and typed it is the same; a wrong symbol is found";
    paper::share Light "a share on paper: printed and typed it is the same";
    paper::combine Heavy "shares: enough give the key, fewer do not, a forged one never does";
    paper::cookie Light "a session's cookie: there is one way to write it";
    paper::totp Light "a code of an authenticator: good once";
    paper::stretch Light "the record of a passphrase's costs: one way to write it, within floor and ceiling";
    paper::passphrase Light "a passphrase: normalised once and for all; what is accepted is long and visible";
    paper::public_key Heavy "public keys: written as they were read; nothing verifies that was not signed";
    passkey::new_key Light "a key that a device made: what is read can be kept, and answered our question";
    passkey::answer Heavy "what a device signed: taken as it was, bound to us, by somebody who was recognised, and never after a change";
    scan::wall_answer Light "what comes through the wall: one way to say it";
    scan::attached_photo Heavy "a photograph: a page or a reason";
    log::entry Light "a leaf of the log and the log's end: there is one way to write them";
    log::head Heavy "a signed head: read as it was signed, and never after a change";
    log::proof Light "proofs of the log: true ones hold, others do not";
    log::audit Heavy "the audit: a clean log is clean, a changed event is found";
    word::question Light "what somebody types into the search";
    word::stem Light "stems: never empty, never longer than they were by more than a letter";
    word::fact Light "dates, decimals, labels, schedules and spans of the facts: written as they were read";
    table::capture Light "a capture table: written again it is the same";
    table::model Light "a model of lists: written again it is the same";
    table::recruits Light "a respondent-driven sample";
    table::scale_up Light "answers of a network scale-up survey";
    table::claims Light "a table of claims";
    table::index_model Light "a model of an index, and the table that it names";
    table::survey Light "a study: model, countries, population, answers";
    table::ilab Light "a file of labour figures as XML or JSON";
    import::book Heavy "a table that people have: opened, proposed, read, by every kind";
    import::mapping Light "a mapping: written again it is the same";
    import::cell Light "cells: figures, sums, dates, periods, deadlines";
}

/// A target by its name.
pub fn find(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Bytes as a text; what is no UTF-8 becomes the replacement character, so that no input is lost.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The first byte, and the others: which of several things is meant.
fn choice(bytes: &[u8]) -> (usize, &[u8]) {
    bytes.split_first().map_or((0, bytes), |(first, rest)| (usize::from(*first), rest))
}
