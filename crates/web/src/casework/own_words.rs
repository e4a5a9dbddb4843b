//! What is written about her, in words for herself: each kind of document line by line, no code, no account, nothing of how the program
//! keeps it. A document of a kind that nobody writes yet shows the texts in it.

use pana_app::casework::document::Document;
use pana_app::casework::errand::Errand;
use pana_casework::Kind;
use pana_casework::age::AgeDecision;
use pana_casework::appeal::Appeal;
use pana_casework::attachment::Attachment;
use pana_casework::child::{BestInterest, Child};
use pana_casework::clock::Clock;
use pana_casework::closure::Closure;
use pana_casework::consent::Consent;
use pana_casework::correction::Correction;
use pana_casework::decision::{EligibilityDecision, IdentificationDecision, Outcome};
use pana_casework::eligibility::Needs as Assessment;
use pana_casework::employment::Employment;
use pana_casework::exit::{Exit, FollowUp};
use pana_casework::extension::ExtensionRequest;
use pana_casework::fact::Fact;
use pana_casework::given::{Given, Under};
use pana_casework::health::HealthEntry;
use pana_casework::intake::opening::{Needs, Start, Tonight};
use pana_casework::law::{Law, Names};
use pana_casework::life_threat::LifeThreat;
use pana_casework::person::{Identity, Papers};
use pana_casework::plan::Plan;
use pana_casework::referral::Referral;
use pana_casework::screening::Answer;
use pana_casework::service::Delivered;
use pana_casework::stage::Course;
use pana_casework::stay::Stay;
use pana_text::Arg;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::consent::{classes, recipient};
use super::decision::named;
use super::frame::Frame;
use super::intake::told;
use super::plan::amount;
use super::residence;
use super::{health, referral, story, work};
use jiff::civil::Date;

/// Kinds that she can name when something is not right: those that stand in her view.
pub const ABOUT: [Kind; 26] = [
    Kind::Sheet,
    Kind::Needs,
    Kind::Tonight,
    Kind::Identity,
    Kind::Residence,
    Kind::Fact,
    Kind::Health,
    Kind::AgeDecision,
    Kind::Identification,
    Kind::Assessment,
    Kind::Eligibility,
    Kind::Appeal,
    Kind::Guardian,
    Kind::BestInterest,
    Kind::Consent,
    Kind::Given,
    Kind::LifeThreat,
    Kind::Plan,
    Kind::Service,
    Kind::Clock,
    Kind::ExtensionRequest,
    Kind::Referral,
    Kind::Stay,
    Kind::Employment,
    Kind::Exit,
    Kind::FollowUp,
];

/// The title of a kind, said to her.
pub fn title(frame: &Frame<'_>, kind: Kind) -> String {
    let kind = if kind.is_attached() { "attached" } else { kind.name() };
    frame.code("her-kind", kind)
}

/// Label and what it says.
pub type Line = (String, String);

/// A document in lines. Of one that cannot be read as its kind she is told that it can be explained to her.
pub fn lines(frame: &Frame<'_>, law: &Law, document: &Document, today: Date) -> Vec<Line> {
    let mut teller = Teller { frame, law, today, lines: Vec::new() };
    let told = match document.kind {
        Kind::Sheet => teller.tell(document, Teller::sheet),
        Kind::Needs => teller.tell(document, Teller::needs),
        Kind::Tonight => teller.tell(document, Teller::tonight),
        Kind::Identity => teller.tell(document, Teller::identity),
        Kind::Residence => teller.tell(document, Teller::papers),
        Kind::Identification => teller.tell(document, Teller::identification),
        Kind::Eligibility => teller.tell(document, Teller::eligibility),
        Kind::Course => teller.tell(document, Teller::course),
        Kind::Assessment => teller.tell(document, Teller::assessment),
        Kind::Appeal => teller.tell(document, Teller::appeal),
        Kind::Consent => teller.tell(document, Teller::consent),
        Kind::Given => teller.tell(document, Teller::given),
        Kind::LifeThreat => teller.tell(document, Teller::life_threat),
        Kind::Plan => teller.tell(document, Teller::plan),
        Kind::Service => teller.tell(document, Teller::service),
        Kind::Clock => teller.tell(document, Teller::clock),
        Kind::ExtensionRequest => teller.tell(document, Teller::extension),
        Kind::Stay => teller.tell(document, Teller::stay),
        Kind::Guardian => teller.tell(document, Teller::child),
        Kind::BestInterest => teller.tell(document, Teller::best_interest),
        Kind::Task => teller.tell(document, Teller::task),
        Kind::AgeDecision => teller.tell(document, Teller::age),
        Kind::Closure => teller.tell(document, Teller::closure),
        Kind::Exit => teller.tell(document, Teller::exit),
        Kind::FollowUp => teller.tell(document, Teller::follow_up),
        Kind::Correction => teller.tell(document, Teller::correction),
        Kind::Fact => teller.tell(document, Teller::fact),
        Kind::Health => teller.tell(document, Teller::health),
        Kind::Employment => teller.tell(document, Teller::work),
        Kind::Referral => teller.tell(document, Teller::referral),
        kind if kind.is_attached() => teller.tell(document, Teller::attached),
        _ => {
            teller.texts(&document.content);
            Some(())
        }
    };
    if told.is_none() {
        teller.lines.push((frame.t("hers-more"), frame.t("hers-ask")));
    } else if teller.lines.is_empty() {
        teller.lines.push((frame.t("hers-written"), frame.t("hers-nothing")));
    }
    teller.lines
}

struct Teller<'a> {
    frame: &'a Frame<'a>,
    law: &'a Law,
    today: Date,
    lines: Vec<Line>,
}

impl Teller<'_> {
    fn tell<T: DeserializeOwned>(&mut self, document: &Document, say: fn(&mut Self, &T)) -> Option<()> {
        let read: T = document.read().ok()?;
        say(self, &read);
        Some(())
    }

    fn say(&mut self, key: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.lines.push((self.frame.t(key), value));
        }
    }

    fn day(&mut self, key: &str, day: Date) {
        self.say(key, self.frame.day(day));
    }

    fn answer(&mut self, key: &str, answer: Answer) {
        if answer != Answer::NotAsked {
            self.say(key, self.frame.t(&answer.key()));
        }
    }

    fn all(&mut self, key: &str, words: impl Iterator<Item = String>) {
        self.say(key, words.collect::<Vec<_>>().join(", "));
    }

    fn span(&self, from: Date, to: Option<Date>) -> String {
        match to {
            Some(to) => format!("{} – {}", self.frame.day(from), self.frame.day(to)),
            None => self.frame.t1("place-since", "day", &self.frame.day(from)),
        }
    }

    fn service_name(&self, code: &str) -> String {
        let row = self.law.services.iter().rev().find(|row| row.value.code.as_str() == code);
        self.name(row.map(|row| &row.value.names))
    }

    fn name(&self, names: Option<&Names>) -> String {
        names.map_or_else(|| self.frame.t("hers-unnamed"), |names| named(self.frame, names))
    }

    /// Texts that somebody wrote: whatever has more than one word. Codes and numbers of the program are left out.
    fn texts(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => fields.values().for_each(|value| self.texts(value)),
            Value::Array(items) => items.iter().for_each(|item| self.texts(item)),
            Value::String(text) if text.trim().contains(' ') => self.say("hers-written", text.trim()),
            _ => {}
        }
    }

    fn sheet(&mut self, start: &Start) {
        self.say("hers-code-name", start.code_name.reveal());
        self.day("hers-came-on", start.opened_on);
        if let Some(source) = start.source {
            self.say("hers-source", self.frame.t(&source.key()));
        }
        self.say("hers-age", self.frame.t(&start.age_group.key()));
        if !start.language.is_empty() {
            self.say("hers-language", self.frame.language(&start.language));
        }
        self.answer("hers-interpreter", start.interpreter);
        self.answer("hers-record-agreed", start.record_agreed);
    }

    fn needs(&mut self, needs: &Needs) {
        self.answer("hers-danger", needs.danger_now);
        let frame = self.frame;
        self.all("hers-dangers", needs.dangers.iter().map(|danger| frame.t(&danger.key())));
        self.all("hers-needs", needs.needs.iter().map(|need| frame.t(&need.key())));
    }

    fn tonight(&mut self, tonight: &Tonight) {
        if let Some(place) = tonight.tonight {
            self.say("hers-slept", self.frame.t(&place.key()));
        }
        self.answer("hers-accessible", tonight.accessible);
    }

    fn identity(&mut self, identity: &Identity) {
        self.lines.extend(told::who(self.frame, identity));
        if !identity.primary_language.is_empty() {
            self.say("hers-language", self.frame.language(&identity.primary_language));
        }
        let frame = self.frame;
        self.all("hers-languages", identity.secondary_languages.iter().map(|tag| frame.language(tag)));
        self.answer("hers-interpreter", identity.interpreter);
    }

    fn papers(&mut self, papers: &Papers) {
        self.lines.extend(residence::lines(self.frame, papers));
    }

    fn identification(&mut self, decision: &IdentificationDecision) {
        self.say("hers-decided", self.frame.code("identification-status", decision.status.name()));
        let kind = self.frame.code("body-kind", decision.body_kind.name());
        self.say("hers-body", format!("{} ({kind})", decision.body));
        self.day("hers-on", decision.decided_on);
        self.say("hers-number", decision.reference.clone().unwrap_or_default());
    }

    fn eligibility(&mut self, decision: &EligibilityDecision) {
        match &decision.outcome {
            Outcome::Eligible { ground, criteria_met } => {
                self.say("hers-decided", self.frame.t("hers-owed"));
                let row = decision.law.grounds.iter().find(|row| row.value.code == *ground);
                self.say("hers-why", self.name(row.map(|row| &row.value.names)));
                let criteria: Vec<String> = criteria_met.iter().map(|code| self.criterion(code.as_str())).collect();
                self.all("hers-criteria", criteria.into_iter());
            }
            Outcome::Refused(refusal) => {
                self.say("hers-decided", self.frame.t("hers-refused"));
                self.say("hers-why", self.frame.code("refusal-reason", refusal.reason().name()));
                self.say("hers-appeal-to", refusal.appeal().body.clone());
                self.say("hers-appeal-how", refusal.appeal().how.clone());
                if let Some(by) = refusal.appeal_by() {
                    self.day("hers-appeal-by", by);
                }
            }
        }
        self.say("hers-body", decision.body.clone());
        self.day("hers-on", decision.decided_on);
    }

    fn criterion(&self, code: &str) -> String {
        let row = self.law.criteria.iter().rev().find(|row| row.value.code.as_str() == code);
        self.name(row.map(|row| &row.value.names))
    }

    fn course(&mut self, course: &Course) {
        self.say("hers-now", self.frame.code("stage", course.stage().name()));
        for taken in &course.taken {
            self.lines.push((self.frame.day(taken.on), self.frame.code("stage", taken.to.name())));
        }
    }

    fn assessment(&mut self, needs: &Assessment) {
        self.day("hers-on", needs.assessed_on);
        for (code, shown) in &needs.criteria {
            self.lines.push((self.criterion(code.as_str()), self.frame.code("shown", shown.name())));
        }
    }

    fn appeal(&mut self, appeal: &Appeal) {
        self.say("hers-body", appeal.body.clone());
        self.day("hers-on", appeal.filed_on);
        self.say("hers-number", appeal.reference.clone().unwrap_or_default());
    }

    fn consent(&mut self, consent: &Consent) {
        let (given, ends) = consent.days();
        let (language, explained) = consent.explained();
        self.say("hers-state", self.frame.code("consent-state", consent.state_on(self.today).name()));
        self.say("hers-for", self.frame.code("purpose", consent.purpose().name()));
        self.say("hers-to-whom", recipient(self.frame, consent.recipient()));
        self.say("hers-what", classes(self.frame, consent.classes()));
        self.say("hers-days", self.span(given, Some(ends)));
        self.say("hers-how", self.frame.code("consent-form", consent.form().name()));
        let tongue = self.frame.language(language);
        self.say("hers-explained", format!("{} · {tongue}", self.frame.code("explained", explained.name())));
        if let Some(withdrawal) = consent.withdrawal() {
            self.day("hers-taken-back", withdrawal.withdrawn_at);
        }
    }

    fn given(&mut self, given: &Given) {
        self.say("hers-to-whom", recipient(self.frame, given.recipient()));
        self.say("hers-what", classes(self.frame, given.classes()));
        self.day("hers-on", given.given_on());
        match given.under() {
            Under::Consent { purpose, .. } => {
                self.say("hers-allowed-by", self.frame.t("hers-by-consent"));
                self.say("hers-for", self.frame.code("purpose", purpose.name()));
            }
            Under::LifeThreat => self.say("hers-allowed-by", self.frame.t("hers-by-life-threat")),
        }
    }

    fn life_threat(&mut self, act: &LifeThreat) {
        self.say("hers-whose-life", self.frame.code("endangered", act.endangered().name()));
        self.say("hers-which-danger", act.danger());
        self.say("hers-to-whom", recipient(self.frame, act.recipient()));
        self.say("hers-what", classes(self.frame, act.classes()));
        self.day("hers-on", act.on());
    }

    fn plan(&mut self, plan: &Plan) {
        self.say("hers-days", self.span(plan.made_on, Some(plan.actual_end_date.unwrap_or(plan.planned_end_date))));
        for goal in &plan.objectives {
            self.say("hers-goal", format!("{} ({})", goal.words, self.frame.code("progress", goal.progress.name())));
        }
        for service in &plan.services {
            let every = self.frame.code("every", service.every.name());
            let said = format!(
                "{} · {} × {every} · {}",
                self.span(service.from, Some(service.to)),
                service.times,
                service.who
            );
            self.lines.push((self.service_name(service.kind.as_str()), said));
        }
        for one in &plan.signed {
            let who = self.frame.code("signer", one.signer.name());
            self.say("hers-signed", format!("{who} · {}", self.frame.day(one.on)));
        }
    }

    fn service(&mut self, given: &Delivered) {
        self.say("hers-service", self.service_name(given.kind.as_str()));
        self.day("hers-on", given.on);
        self.say("hers-amount", amount(self.frame, given.amount.hundredths, given.amount.unit));
        self.say("hers-note", given.note.clone().unwrap_or_default());
    }

    fn months(&self, months: u32) -> String {
        self.frame.tell("hers-months-count", &[("count", Arg::from(i64::from(months)))])
    }

    fn clock(&mut self, clock: &Clock) {
        self.day("hers-began", clock.started_on);
        if let Some(months) = clock.months() {
            self.say("hers-months", self.months(months));
        }
        if let Some(end) = clock.end(self.today) {
            self.day("hers-until", end);
        }
        for pause in &clock.pauses {
            let reason = self.frame.code("pause-reason", pause.reason.name());
            self.say("hers-rested", format!("{reason} · {}", self.span(pause.from, pause.until)));
        }
        for more in &clock.extensions {
            self.say("hers-more-months", format!("{} · {}", self.months(more.months), self.frame.day(more.decided_on)));
        }
        if let Some(beyond) = &clock.plan_beyond {
            self.say("hers-beyond", format!("{} · {}", beyond.plan, self.frame.day(beyond.agreed_on)));
        }
    }

    fn extension(&mut self, request: &ExtensionRequest) {
        self.say("hers-more-months", self.months(request.months));
        let row = self.law.clock.extension_grounds.iter().rev().find(|row| row.value.code == request.ground);
        self.say("hers-why", self.name(row.map(|row| &row.value.names)));
        self.day("hers-asked", request.asked_on);
        match &request.answer {
            Some(answer) => {
                let said = self.frame.t(if answer.granted { "hers-granted" } else { "hers-not-granted" });
                self.say("hers-answer", format!("{said} · {}", self.frame.day(answer.on)));
            }
            None => self.say("hers-answer", self.frame.t("hers-waits")),
        }
    }

    fn stay(&mut self, stay: &Stay) {
        self.say("hers-place", stay.place.clone());
        self.say("hers-days", self.span(stay.from, stay.to));
        let frame = self.frame;
        let family = stay.family.iter();
        self.all(
            "hers-family",
            family.map(|guest| format!("{} ({})", frame.t(&guest.age_group.key()), frame.t(&guest.sex.key()))),
        );
        if stay.whole {
            self.say("hers-room", self.frame.t("hers-room-alone"));
        }
        self.all("hers-needs", stay.needs.iter().map(|need| frame.t(&need.key())));
    }

    fn child(&mut self, child: &Child) {
        for guardian in &child.guardians {
            let speaks = guardian.may_speak(self.today);
            let key = if speaks { "guardian-speaks" } else { "guardian-silent" };
            let relation = self.frame.t(&guardian.relation.key());
            self.lines.push((guardian.name.reveal().to_owned(), format!("{relation} · {}", self.frame.t(key))));
        }
        if let Some(on) = child.guardianship_informed_on {
            self.day("hers-guardianship", on);
        }
    }

    fn best_interest(&mut self, note: &BestInterest) {
        self.day("hers-on", note.on);
        self.answer("hers-heard", note.child_heard);
        self.say("hers-note", note.note.reveal());
    }

    fn task(&mut self, errand: &Errand) {
        self.say("hers-to-do", self.frame.t(&errand.task.kind.key()));
        if let Some(request) = &errand.request {
            self.say("hers-to-whom", recipient(self.frame, &request.recipient));
            self.say("hers-what", classes(self.frame, &request.classes));
        }
        match &errand.done {
            Some(done) => self.day("hers-done", done.on),
            None => self.day("hers-due", errand.task.due),
        }
    }

    fn age(&mut self, decision: &AgeDecision) {
        self.say("hers-decided", self.frame.t(&decision.group.key()));
        self.say("hers-why", self.frame.t(&decision.basis.key()));
        self.day("hers-on", decision.on);
    }

    fn closure(&mut self, closure: &Closure) {
        self.say("hers-why", self.frame.t(&closure.reason.key()));
        self.day("hers-on", closure.on);
    }

    fn exit(&mut self, exit: &Exit) {
        self.day("hers-on", exit.on);
        self.say("hers-why", self.frame.code("exit-reason", exit.reason.name()));
        self.say("hers-later", self.frame.code("follow-up-agreement", exit.follow_up.name()));
    }

    fn follow_up(&mut self, follow_up: &FollowUp) {
        self.day("hers-on", follow_up.on);
        self.say("hers-then", self.frame.code("reached", follow_up.reached.name()));
        if let Some(works) = follow_up.employed {
            self.say("hers-works", self.frame.t(if works { "her-yes" } else { "her-no" }));
        }
    }

    fn fact(&mut self, fact: &Fact) {
        self.say("hers-about", self.frame.t(&fact.kind.key()));
        self.lines.extend(story::lines(self.frame, fact));
    }

    fn health(&mut self, entry: &HealthEntry) {
        self.say("hers-about", self.frame.t(&entry.kind.key()));
        self.lines.extend(health::lines(self.frame, entry));
    }

    fn work(&mut self, work: &Employment) {
        self.lines.extend(work::lines(self.frame, work));
        self.lines.extend(work::found(self.frame, work));
    }

    fn attached(&mut self, attachment: &Attachment) {
        self.say("hers-attached", attachment.name.reveal());
        self.say("hers-attached-pages", attachment.pages.to_string());
    }

    fn referral(&mut self, asked: &Referral) {
        self.say("hers-about", self.frame.t(&asked.need().key()));
        self.say("hers-how-it-stands", referral::state(self.frame, asked.state(self.today)));
        self.lines.extend(referral::lines(self.frame, asked));
    }

    fn correction(&mut self, asked: &Correction) {
        if let Some(kind) = asked.about {
            self.say("correction-about", title(self.frame, kind));
        }
        self.say("correction-words", asked.words.reveal());
        self.day("hers-asked", asked.asked_on);
        match &asked.answer {
            Some(answer) => {
                let outcome = self.frame.t(&answer.outcome.key());
                self.say(
                    "hers-answer",
                    format!("{outcome}: {} · {}", answer.words.reveal(), self.frame.day(answer.on)),
                );
            }
            None => self.say("hers-answer", self.frame.t("hers-waits")),
        }
    }
}
