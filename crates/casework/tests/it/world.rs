//! A world of two or three words: an invented land, a centre, a worker, a clock, a consent.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pana_casework::Class;
use pana_casework::clock::{Clock, Extension, Start};
use pana_casework::consent::{self, Asked, Consent, Explained, Form, Giver, LegalBasis, Purpose};
use pana_casework::criterion::CriterionCode;
use pana_casework::eligibility::{Needs, Shown};
use pana_casework::id::{CentreId, ConsentId, EvidenceRef, StaffId};
use pana_casework::law::Law;
use pana_casework::recipient::{Recipient, RecipientKind};
use pana_casework::version::Version;

pub fn law() -> Law {
    toml::from_str(include_str!("law.toml")).expect("the law of the invented land is well formed")
}

pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub fn version(on: &str) -> Version {
    law().version_on(day(on))
}

pub fn worker() -> StaffId {
    StaffId::parse("worker").expect("not blank")
}

pub fn centre(name: &str) -> CentreId {
    CentreId::parse(name).expect("not blank")
}

pub fn start(episode: u32, on: &str) -> Start {
    Start { episode, centre: centre("hearth"), admitted_on: Some(day(on)), decided_on: None }
}

/// A clock under the law of its first day.
pub fn clock(on: &str) -> Clock {
    Clock::start(start(1, on), &version(on)).expect("the law says how")
}

pub fn extension(ground: &str, months: u32, decided_on: Date) -> Extension {
    let evidence = EvidenceRef::parse("paper 7").expect("not blank");
    Extension { ground: ground.to_owned(), months, evidence, decided_on, decided_by: worker() }
}

pub fn code(text: &str) -> CriterionCode {
    CriterionCode::parse(text).expect("a criterion")
}

pub fn needs(criteria: &[(&str, Shown)]) -> Needs {
    let criteria: BTreeMap<_, _> = criteria.iter().map(|(name, shown)| (code(name), *shown)).collect();
    Needs { assessed_on: day("2025-03-01"), criteria }
}

pub fn clinic() -> Recipient {
    Recipient { kind: RecipientKind::Health, name: "Clinic 3".to_owned() }
}

pub fn classes(of: &[Class]) -> BTreeSet<Class> {
    of.iter().copied().collect()
}

pub fn asked(on: &str) -> Asked {
    Asked {
        id: ConsentId::parse("consent 1").expect("not blank"),
        purpose: Purpose::Medical,
        recipient: clinic(),
        classes: classes(&[Class::Identity, Class::Health]),
        legal_basis: LegalBasis { act: "new".to_owned(), article: None },
        form: Form::Written { paper: EvidenceRef::parse("paper 1").expect("not blank") },
        language: "uz".to_owned(),
        explained: Explained::Interpreter,
        given_on: day(on),
        ends_on: None,
        recorded_by: worker(),
    }
}

pub fn consent(on: &str) -> Consent {
    consent::give(asked(on), Giver::Adult, &version(on)).expect("complete")
}
