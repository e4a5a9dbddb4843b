//! The sheet of somebody who looks for work (R3). It is made of a job seeker and of words, and of nothing else: no case, no centre, no
//! number, no day. Its sender is a desk that helps anybody to find work.

use std::collections::BTreeSet;

use pana_casework::employment::Occupation;
use pana_casework::job_seeker::JobSeeker;
use pana_publish::paper::{Block, Paper, Section};

use super::{Voice, sheet};

/// The sheet of a job seeker.
pub fn job_seeker_sheet(voice: &Voice<'_>, seeker: &JobSeeker) -> Paper {
    let (applicant, sought) = (seeker.applicant(), seeker.sought());
    let mut paper = sheet(voice, "job-title", voice.say("job-sender"));
    let name = &applicant.name;
    let parts = [&name.second_name, &name.first_name, &name.middle_name].map(|part| part.reveal());
    let full: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    paper.head = vec![(voice.say("job-name"), full.join(" "))];
    if !applicant.phone.is_empty() {
        paper.head.push((voice.say("job-phone"), applicant.phone.reveal().to_owned()));
    }
    let occupations = |chosen: &BTreeSet<Occupation>, own: &str| {
        let chosen = chosen.iter().map(|one| voice.code("occupation", one.name()));
        chosen.chain((!own.is_empty()).then(|| own.to_owned())).collect::<Vec<String>>()
    };
    let parts = [
        ("job-skills", occupations(&sought.skills, sought.other_skills.reveal())),
        ("job-languages", sought.languages.iter().map(|tag| voice.spoken(tag)).collect()),
        ("job-wishes", occupations(&sought.wishes, sought.other_wishes.reveal())),
        (
            "job-region",
            Some(sought.region.reveal().to_owned()).filter(|region| !region.is_empty()).into_iter().collect(),
        ),
    ];
    let said = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
    paper.sections = said.map(|(key, lines)| Section::new(voice.say(key), vec![Block::List(lines)])).collect();
    paper
}
