//! Statements as everybody reads them: in whose name, of which day, what; and that nobody has verified it, or that it was withdrawn.

use jiff::civil::Date;
use pana_app::statement;
use pana_casework::policy::Thing;
use pana_evidence::statement::{Progress, StatementKind, Subject};
use pana_evidence::{Room, Statement};
use pana_publish::said::Said;

use crate::casework::editor::Editor;
use crate::casework::public::{for_all, for_reader, signer};
use crate::visit::Visit;

/// A statement.
pub struct Stated {
    /// Its name.
    pub id: String,
    /// The class of its label.
    pub class: &'static str,
    /// What kind it is.
    pub label: String,
    /// How a measure stands, by its report.
    pub progress: Option<String>,
    /// What it says: in the reader's language, or in all of them.
    pub text: Vec<Said>,
    /// In whose name.
    pub by: Said,
    /// When.
    pub on: String,
    /// Where more can be read.
    pub url: Option<String>,
    /// When it was withdrawn, in words.
    pub withdrawn: Option<String>,
    /// What it must not be taken for.
    pub caution: String,
}

impl Stated {
    /// A statement for a reader.
    pub fn new(visit: &Visit, statement: &Statement) -> Self {
        Self { text: for_reader(visit.words(), &statement.text), ..Self::whole(visit, statement) }
    }

    /// The same in every language in which it was written.
    pub fn whole(visit: &Visit, statement: &Statement) -> Self {
        let words = visit.words();
        let day = |day: Date| words.numbers().day(day);
        let code = statement.kind.code();
        let progress = statement.progress.zip(statement.progress_on).map(|(progress, on)| {
            let progress = words.say(&format!("statement-progress-{}", progress.code().replace('_', "-")));
            words.tell("statement-progress-on", &[("progress", progress.into()), ("day", day(on).into())])
        });
        Self {
            id: statement.id.clone(),
            class: if statement.kind == StatementKind::Report { "verdict-part" } else { "verdict-disputed" },
            label: words.say(&format!("statement-{code}")),
            progress,
            text: for_all(words, &statement.text),
            by: signer(words, &statement.signed_as, &statement.holder),
            on: day(statement.made_on),
            url: statement.url.clone(),
            withdrawn: statement.withdrawn_on.map(|on| words.tell("statement-withdrawn", &[("day", day(on).into())])),
            caution: words.say(&format!("statement-{code}-caution")),
        }
    }
}

/// How a measure can be said to stand, for choosing.
pub fn progresses() -> impl Iterator<Item = &'static str> {
    Progress::ALL.iter().map(|(_, code)| *code)
}

/// What is stated about something, and where its reader can add to it.
pub struct Statements {
    /// Newest first.
    pub all: Vec<Stated>,
    /// Where a report is made, for whoever may.
    pub report: Option<String>,
    /// Where a view is added, for whoever may.
    pub view: Option<String>,
}

impl Statements {
    /// The statements about something on a day, for a reader.
    pub fn about(
        visit: &Visit,
        room: &Room,
        (subject, id): (Subject, &str),
        as_of: Option<Date>,
        editor: &Editor,
    ) -> Self {
        let found = statement::about(room, subject, id, as_of);
        let link = |folder: &str| format!("/casework/{folder}/{}/{id}", subject.code());
        let bound = matches!(subject, Subject::Commitment | Subject::Measure);
        Self {
            all: found.iter().rev().map(|statement| Stated::new(visit, statement)).collect(),
            report: (bound && editor.may(Thing::Measure)).then(|| link("measures")),
            view: editor.may(Thing::View).then(|| link("views")),
        }
    }

    /// Whether nothing is shown.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.report.is_none() && self.view.is_none()
    }
}
