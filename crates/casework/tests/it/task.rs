//! R21: tasks have neutral words and no place for a name.

use jiff::civil::{Date, date};
use pana_casework::child::Missing;
use pana_casework::task::{Facts, For, Lead, Task, TaskKind, derive};

fn lead() -> Lead {
    Lead { clock: vec![60, 30, 14, 7, 1], consent: 14, funding: 90 }
}

fn due(facts: &Facts, on: Date) -> Vec<(TaskKind, Date)> {
    derive(facts, &lead(), on).into_iter().map(|task| (task.kind, task.due)).collect()
}

#[test]
fn r21_a_task_holds_a_day_a_kind_and_for_whom_and_nothing_else() {
    let task = Task { due: date(2025, 3, 1), kind: TaskKind::ClockWarning, whom: For::CaseLead };
    let Task { due: _, kind: _, whom: _ } = task;
    let kept = serde_json::json!({"due": "2025-03-01", "kind": "clock_warning", "for": "case_lead"});
    assert_eq!(serde_json::to_value(task).expect("JSON"), kept);
}

#[test]
fn r21_words_of_a_notification_say_nothing_of_a_centre_or_a_person() {
    let languages = [
        include_str!("../../../../data/text/en/task.ftl"),
        include_str!("../../../../data/text/ru/task.ftl"),
        include_str!("../../../../data/text/kk/task.ftl"),
    ];
    let said: Vec<&str> = languages
        .iter()
        .map(|text| text.lines().find_map(|line| line.strip_prefix("task-notice = ")).expect("the notice"))
        .collect();
    assert_eq!(said, ["You have a task", "У вас есть задача", "Сізде тапсырма бар"]);
    for text in languages {
        assert!(!text.contains('$'), "no task takes a name or another argument");
    }
}

#[test]
fn of_the_warnings_of_a_clock_the_latest_and_those_to_come_are_there() {
    let facts = Facts { clock_end: Some(date(2025, 8, 31)), ..Facts::default() };
    let days = |on| due(&facts, on).into_iter().map(|(_, due)| due).collect::<Vec<_>>();
    let all = [date(2025, 7, 2), date(2025, 8, 1), date(2025, 8, 17), date(2025, 8, 24), date(2025, 8, 30)];
    assert_eq!(days(date(2025, 3, 1)), all);
    assert_eq!(days(date(2025, 8, 20)), all[2..]);
    assert_eq!(days(date(2025, 8, 31)), all[4..]);
    assert_eq!(due(&facts, date(2025, 9, 1)), [(TaskKind::ClockEnded, date(2025, 8, 31))]);
}

#[test]
fn tasks_follow_from_the_facts_earliest_first() {
    let facts = Facts {
        clock_end: None,
        consent_ends: vec![date(2025, 4, 15), date(2025, 1, 1)],
        deletions_to_ask: vec![date(2025, 2, 20)],
        follow_ups: vec![date(2025, 5, 1)],
        child_since: Some((date(2025, 2, 1), vec![Missing::GuardianshipBody, Missing::Guardian])),
    };
    let expected = [
        (TaskKind::InformGuardianship, date(2025, 2, 1)),
        (TaskKind::FindGuardian, date(2025, 2, 1)),
        (TaskKind::AskDeletion, date(2025, 2, 20)),
        (TaskKind::ConsentEnding, date(2025, 4, 1)),
        (TaskKind::FollowUp, date(2025, 5, 1)),
    ];
    assert_eq!(due(&facts, date(2025, 3, 1)), expected);
}
