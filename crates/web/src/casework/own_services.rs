//! What somebody wrote down of services herself: for who works with her and does not read the plan.

use axum::response::Response;
use pana_casework::Class;
use pana_casework::policy::Action;

use super::entries::{Card, EntriesPage, Group, Way};
use super::plan::{amount, name_of};
use super::refusal::Turned;
use super::signed::Case;

/// Her own lines, the latest first.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let mut given = page.open.planned().await.map_err(|refused| page.refused(refused))?.delivered;
    given.retain(|kept| kept.document.author == page.signed.account.id);
    given.sort_by_key(|kept| std::cmp::Reverse(kept.value.on));
    let frame = page.frame(page.call.words().say("own-services-title"));
    let cards = given.iter().map(|kept| {
        let service = &kept.value;
        let mut lines =
            vec![(frame.t("service-amount"), amount(&frame, service.amount.hundredths, service.amount.unit))];
        lines.extend(service.note.clone().filter(|note| !note.is_empty()).map(|note| (frame.t("service-note"), note)));
        Card { title: name_of(&page, &frame, &service.kind), hint: frame.day(service.on), lines, ..Card::default() }
    });
    let groups = vec![Group {
        heading: frame.t("plan-given"),
        none: Some(frame.t("own-services-none")),
        cards: cards.collect(),
    }];
    let new = Way { href: page.href("/services"), text: frame.t("service-new"), of: String::new() };
    let can_write = page.open.may(Class::Services, Action::Write);
    let lead = frame.t("own-services-lead");
    let acts = if can_write { vec![new] } else { Vec::new() };
    Ok(EntriesPage { lead, notices: Vec::new(), acts, groups, case: page.href(""), frame }.answer())
}
