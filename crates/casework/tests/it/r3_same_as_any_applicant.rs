//! R3: a career centre gets to know a person, skills, wishes and region, and nothing else; and it goes out under her consent only.

use std::collections::BTreeSet;

use pana_casework::consent::{self, Asked, Explained, Form, Giver, LegalBasis, Purpose};
use pana_casework::employment::{Employment, EmploymentRefusal, Found, FoundWork, LINE_LETTERS, Occupation, Sought};
use pana_casework::id::ConsentId;
use pana_casework::job_seeker::{Applicant, JobSeeker, JobSeekerRefusal, Shield, proof};
use pana_casework::person::FullName;
use pana_casework::recipient::{Recipient, RecipientKind};
use pana_casework::screening::Answer;
use pana_casework::{Class, Confided};
use proptest::prelude::*;

use crate::world::{day, version, worker};

const WORDS: [&str; 8] = ["victim", "traffick", "жәбірленуш", "құрбан", "жертв", "трафик", "пострадавш", "Hearth"];

fn shield() -> Shield {
    Shield::new(WORDS)
}

fn applicant(first: &str, second: &str) -> Applicant {
    let name = FullName {
        first_name: Confided::new(first),
        middle_name: Confided::default(),
        second_name: Confided::new(second),
    };
    Applicant { name, phone: Confided::new("+7 700 000 00 00") }
}

fn sought(skills: &[Occupation], line: &str) -> Sought {
    Sought { skills: skills.iter().copied().collect(), other_wishes: Confided::new(line), ..Sought::default() }
}

#[test]
fn r3_a_line_that_gives_away_where_she_comes_from_makes_no_sheet() {
    for line in ["helper at the HEARTH", "Жертва торговли", "ҚҰРБАН", "was a Victim", "после трафика", "жәбірленушімін"]
    {
        let made = JobSeeker::new(applicant("Asel", "X"), sought(&[], line), &shield());
        assert_eq!(made, Err(("other_wishes", JobSeekerRefusal::GivesAway)), "{line}");
    }
    assert!(JobSeeker::new(applicant("Asel", "X"), sought(&[], "аспаз"), &shield()).is_ok());
    let nameless = JobSeeker::new(Applicant::default(), sought(&[Occupation::Sales], ""), &shield());
    assert_eq!(nameless, Err(("name", JobSeekerRefusal::NoName)));
    let nothing = JobSeeker::new(applicant("Asel", ""), Sought::default(), &shield());
    assert_eq!(nothing, Err(("skills", JobSeekerRefusal::NothingSought)));
    assert!(!Shield::new([" ", ""]).finds("anything"), "a blank word shields nothing");
}

#[test]
fn r3_a_sheet_goes_out_under_a_consent_for_work_towards_a_career_centre_and_under_no_other() {
    let asked = |kind, purpose, classes: &[Class]| Asked {
        id: ConsentId::parse("consent 7").expect("not blank"),
        purpose,
        recipient: Recipient { kind, name: "Office 2".to_owned() },
        classes: classes.iter().copied().collect(),
        legal_basis: LegalBasis { act: "act".to_owned(), article: None },
        form: Form::OralWithWitness { witness: "Neighbour".to_owned() },
        language: "kk".to_owned(),
        explained: Explained::InConversation,
        given_on: day("2025-03-01"),
        ends_on: Some(day("2025-03-31")),
        recorded_by: worker(),
    };
    let both = [Class::Identity, Class::Employment];
    let holds = |kind, purpose, classes: &[Class], on: &str| {
        let given = consent::give(asked(kind, purpose, classes), Giver::Adult, &version("2025-03-01"));
        proof(&given.expect("complete"), day(on)).is_some()
    };
    assert!(holds(RecipientKind::CareerCentre, Purpose::Employment, &both, "2025-03-31"));
    assert!(!holds(RecipientKind::CareerCentre, Purpose::Employment, &both, "2025-04-01"), "it ended");
    assert!(!holds(RecipientKind::CareerCentre, Purpose::Employment, &[Class::Employment], "2025-03-02"));
    assert!(!holds(RecipientKind::CareerCentre, Purpose::Education, &both, "2025-03-02"));
    assert!(!holds(RecipientKind::SocialDepartment, Purpose::Employment, &both, "2025-03-02"));
}

#[test]
fn work_that_she_found_stays_when_what_she_looks_for_changes() {
    let found = |kind, on: &str| Found { kind, on: day(on), recorded_by: worker() };
    let today = day("2025-03-10");
    let work = Employment::default();
    assert_eq!(work.finding(found(FoundWork::Contract, "2025-03-11"), today), Err(EmploymentRefusal::NotYet));
    let training = work.finding(found(FoundWork::Training, "2025-03-10"), today).expect("found");
    assert!(!training.is_employed(), "training is counted apart");
    let works = training.finding(found(FoundWork::Temporary, "2025-03-01"), today).expect("found");
    assert!(works.is_employed() && works.found[0].on < works.found[1].on);
    let changed = works.seeking(sought(&[Occupation::Driving], ""), Answer::No).expect("short");
    assert_eq!(changed.found, works.found);
    let long = sought(&[], &"ә".repeat(LINE_LETTERS + 1));
    assert_eq!(works.seeking(long, Answer::No), Err(("other_wishes", EmploymentRefusal::TooLong)));
}

fn occupations() -> impl Strategy<Value = BTreeSet<Occupation>> {
    prop::collection::btree_set((0..Occupation::ALL.len()).prop_map(|at| Occupation::ALL[at]), 0..6)
}

proptest! {
    /// What a career centre gets of somebody in a case is, byte for byte, what it gets of anybody with the same attributes: permission to
    /// work, what was found, and everything else of the case leave no trace; and no word of the list is in it.
    #[test]
    fn r3_the_sheet_of_somebody_in_a_case_is_that_of_any_applicant(
        first in "[A-ZА-ЯӘҚҰ][a-zа-яәқұ]{1,10}", second in "[A-ZА-Я][a-zа-я]{1,10}",
        skills in occupations(), wishes in occupations(), line in "[a-zа-яәіңғүұқөһ ]{0,40}",
        permission in 0..Answer::ALL.len(), training in any::<bool>(),
    ) {
        let sought = Sought {
            skills, wishes, languages: BTreeSet::from(["kk".to_owned()]), other_skills: Confided::new(&line), ..Sought::default()
        };
        let case = Employment {
            sought: sought.clone(),
            permission: Answer::ALL[permission],
            found: training
                .then(|| Found { kind: FoundWork::Training, on: day("2025-01-01"), recorded_by: worker() })
                .into_iter().collect(),
        };
        let hers = JobSeeker::new(applicant(&first, &second), case.sought.clone(), &shield());
        let anybodys = JobSeeker::new(applicant(&first, &second), sought, &Shield::default());
        match (hers, anybodys) {
            (Ok(hers), Ok(anybodys)) => {
                let hers = serde_json::to_string(&hers).expect("JSON");
                prop_assert_eq!(&hers, &serde_json::to_string(&anybodys).expect("JSON"));
                let lower = hers.to_lowercase();
                for word in WORDS {
                    // A name is hers, whatever it sounds like.
                    let in_name = format!("{first} {second}").to_lowercase().contains(&word.to_lowercase());
                    prop_assert!(in_name || !lower.contains(&word.to_lowercase()), "{}", word);
                }
            }
            (Err((_, JobSeekerRefusal::GivesAway)), _) => prop_assert!(shield().finds(&line)),
            (hers, _) => prop_assert!(false, "{:?}", hers),
        }
    }
}
