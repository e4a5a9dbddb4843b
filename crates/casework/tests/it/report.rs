//! R18 and R19: every number of the monthly report says what it counts, and no small one is shown or can be worked out.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use pana_casework::age::AgeGroup;
use pana_casework::person::Sex;
use pana_casework::report::hide::{Cell, Sum, determined, hidden};
use pana_casework::report::month::{DateRule, SexGroup, Unit};
use pana_casework::report::{Count, Episode, MonthlyReport, ServiceDay, SmallCell, of_month};
use proptest::prelude::*;

const MONTH: Date = date(2025, 2, 10);
const KINDS: [&str; 2] = ["social_medical", "social_legal"];

fn small(limit: u64) -> SmallCell {
    SmallCell { limit, verified: false, source: "test".to_owned() }
}

fn episode(person: usize, sex: Sex, age_group: AgeGroup, admitted: Date, left: Option<Date>) -> Episode {
    Episode { person: format!("p{person}"), sex, age_group, admitted, left, services: vec![] }
}

fn value(
    report: &MonthlyReport,
    count: Count,
    kind: Option<&str>,
    sex: Option<SexGroup>,
    age: Option<AgeGroup>,
) -> Option<u64> {
    let measure = report.measures.iter().find(|measure| measure.count == count && measure.kind.as_deref() == kind);
    let figures = &measure.expect("the measure").figures;
    figures.iter().find(|figure| figure.sex == sex && figure.age_group == age).expect("the figure").value
}

fn all(report: &MonthlyReport, count: Count) -> Option<u64> {
    value(report, count, None, None, None)
}

#[test]
fn a_person_who_came_twice_is_one_person_and_two_episodes() {
    let twice = [
        episode(1, Sex::Female, AgeGroup::Adult, date(2025, 1, 5), Some(date(2025, 2, 3))),
        episode(1, Sex::Female, AgeGroup::Adult, date(2025, 2, 20), None),
        episode(2, Sex::Male, AgeGroup::Child, date(2024, 1, 1), Some(date(2025, 1, 31))),
        episode(3, Sex::Male, AgeGroup::Child, date(2025, 3, 1), None),
    ];
    let report = of_month(&twice, &KINDS, MONTH, &small(1));
    let told = [Count::Persons, Count::Episodes, Count::Admissions, Count::Exits].map(|count| all(&report, count));
    assert_eq!(told, [Some(1), Some(2), Some(1), Some(1)]);
    assert_eq!(report.month, date(2025, 2, 1));
}

#[test]
fn a_service_day_is_a_day_and_not_a_service() {
    let mut served = episode(1, Sex::Female, AgeGroup::Adult, date(2025, 2, 1), None);
    let given = |day, kind: &str| ServiceDay { on: date(2025, 2, day), kind: kind.to_owned() };
    served.services =
        vec![given(1, KINDS[0]), given(1, KINDS[0]), given(28, KINDS[0]), given(1, KINDS[1]), given(2, "another")];
    served.services.push(ServiceDay { on: date(2025, 3, 1), kind: KINDS[0].to_owned() });
    let report = of_month(&[served], &KINDS, MONTH, &small(1));
    let of = |kind| value(&report, Count::ServiceDays, Some(kind), None, None);
    assert_eq!((of(KINDS[0]), of(KINDS[1]), of("another")), (Some(2), Some(1), Some(1)));
    assert_eq!(all(&report, Count::AllServiceDays), Some(4));
}

#[test]
fn r18_every_table_says_what_it_counts_and_by_which_date() {
    let report = of_month(&[], &KINDS, MONTH, &small(5));
    let said: Vec<(Count, Unit, DateRule)> =
        report.measures.iter().map(|measure| (measure.count, measure.unit, measure.date_rule)).collect();
    assert_eq!(
        said,
        [
            (Count::Persons, Unit::Person, DateRule::PresentInMonth),
            (Count::Episodes, Unit::Episode, DateRule::PresentInMonth),
            (Count::Admissions, Unit::Episode, DateRule::AdmittedInMonth),
            (Count::Exits, Unit::Episode, DateRule::LeftInMonth),
            (Count::AllServiceDays, Unit::ServiceDay, DateRule::GivenInMonth),
            (Count::ServiceDays, Unit::ServiceDay, DateRule::GivenInMonth),
            (Count::ServiceDays, Unit::ServiceDay, DateRule::GivenInMonth),
        ]
    );
    assert_eq!(all(&report, Count::Persons), Some(0), "nobody is nobody, and may be said");
    let told = serde_json::to_string(&report).expect("JSON");
    assert!(told.contains("\"limit\":5") && told.contains("\"verified\":false"));
}

#[test]
fn r19_many_days_of_few_people_are_hidden() {
    let mut one = episode(1, Sex::Female, AgeGroup::Adult, date(2025, 2, 1), None);
    one.services = (1..=28).map(|day| ServiceDay { on: date(2025, 2, day), kind: KINDS[0].to_owned() }).collect();
    let report = of_month(&[one], &KINDS, MONTH, &small(5));
    assert_eq!(all(&report, Count::AllServiceDays), None);
    assert_eq!(value(&report, Count::ServiceDays, Some(KINDS[0]), None, None), None);
}

#[test]
fn r19_the_complement_of_a_small_cell_is_hidden_too() {
    let people =
        |from: usize, n: usize, sex, age| (from..from + n).map(move |p| episode(p, sex, age, date(2025, 2, 1), None));
    let episodes: Vec<Episode> = people(0, 20, Sex::Female, AgeGroup::Adult)
        .chain(people(100, 2, Sex::Female, AgeGroup::Child))
        .chain(people(200, 12, Sex::Male, AgeGroup::Adult))
        .chain(people(300, 9, Sex::Male, AgeGroup::Child))
        .collect();
    let report = of_month(&episodes, &[], MONTH, &small(5));
    let of = |sex, age| value(&report, Count::Persons, None, sex, age);
    let (female, male) = (Some(SexGroup::Female), Some(SexGroup::Male));
    assert_eq!(of(female, Some(AgeGroup::Child)), None, "two girls");
    let row = [of(female, Some(AgeGroup::Adult)), of(female, None)];
    assert!(row.contains(&None), "women and girls less women would be the girls: {row:?}");
    let column = [of(male, Some(AgeGroup::Child)), of(None, Some(AgeGroup::Child))];
    assert!(column.contains(&None), "children less boys would be the girls: {column:?}");
    assert_eq!(of(None, None), Some(43), "the total stays");
    for count in [Count::Persons, Count::Episodes] {
        let shown = |sex, age| value(&report, count, None, sex, age).is_some();
        assert_eq!(shown(female, Some(AgeGroup::Adult)), of(female, Some(AgeGroup::Adult)).is_some());
        assert_eq!(shown(female, None), of(female, None).is_some());
        assert_eq!(shown(male, Some(AgeGroup::Child)), of(male, Some(AgeGroup::Child)).is_some());
    }
}

#[test]
fn r19_that_nobody_is_in_the_other_group_does_not_say_who_the_few_are() {
    let few: Vec<Episode> =
        (0..3).map(|person| episode(person, Sex::Female, AgeGroup::Child, date(2025, 2, 3), None)).collect();
    let report = of_month(&few, &KINDS, MONTH, &small(5));
    for count in [Count::Persons, Count::Episodes, Count::Admissions] {
        for age in [None, Some(AgeGroup::Child), Some(AgeGroup::Adult)] {
            assert_eq!(value(&report, count, None, None, age), None, "{count:?} {age:?}");
        }
        assert_eq!(
            value(&report, count, None, Some(SexGroup::Male), None),
            None,
            "{count:?}: not all are known to be female"
        );
    }
    assert_eq!(all(&report, Count::Exits), Some(0), "nobody is nobody where nothing is hidden");
    let many: Vec<Episode> =
        (0..7).map(|person| episode(person, Sex::Female, AgeGroup::Child, date(2025, 2, 3), None)).collect();
    let report = of_month(&many, &KINDS, MONTH, &small(5));
    assert_eq!(value(&report, Count::Persons, None, None, Some(AgeGroup::Adult)), Some(0));
}

#[test]
fn elimination_finds_what_single_sums_do_not() {
    // a + b = T1, b + c = T2, a + c = T3: no sum has one unknown, and together they give all three.
    let sum = |total, parts: [usize; 2]| Sum { total, parts: parts.to_vec(), disjoint: true };
    let sums = [sum(3, [0, 1]), sum(4, [1, 2]), sum(5, [0, 2])];
    assert_eq!(determined(&[true, true, true, false, false, false], &sums), [0, 1, 2]);
    assert!(determined(&[true, true, false, false, false, true], &sums[..1]).is_empty());
    let cell = |persons| Cell { value: persons, persons };
    let cells = [cell(2), cell(9), cell(9), cell(11), cell(18), cell(11)];
    let hides = hidden(&cells, &sums, &[], 5);
    assert!(hides[0]);
    assert!(determined(&hides, &sums).is_empty(), "{hides:?}");
}

fn any_episodes() -> impl Strategy<Value = Vec<Episode>> {
    let sex = prop::sample::select(vec![Sex::Female, Sex::Female, Sex::Male, Sex::Unknown]);
    let age = prop::sample::select(vec![AgeGroup::Adult, AgeGroup::Adult, AgeGroup::Child]);
    let days = prop::collection::vec((1i8..=28, prop::sample::select(KINDS.to_vec())), 0..4);
    let one = (0usize..40, sex, age, 1i8..=28, any::<bool>(), days);
    prop::collection::vec(one, 0..60).prop_map(|rows| {
        let episode = |(person, sex, age, day, left, days): (usize, Sex, AgeGroup, i8, bool, Vec<(i8, &str)>)| {
            let left = left.then_some(date(2025, 2, 28));
            let mut episode = episode(person, sex, age, date(2025, 2, day), left);
            let given = |(day, kind): (i8, &str)| ServiceDay { on: date(2025, 2, day), kind: kind.to_owned() };
            episode.services = days.into_iter().map(given).collect();
            episode
        };
        rows.into_iter().map(episode).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn r19_nothing_small_is_shown_and_nothing_hidden_comes_back_by_subtraction(episodes in any_episodes(), limit in 2u64..8) {
        let shown = of_month(&episodes, &KINDS, MONTH, &small(limit));
        let open = of_month(&episodes, &KINDS, MONTH, &small(1));
        for (measure, true_measure) in shown.measures.iter().zip(&open.measures) {
            let figure = |measure: &pana_casework::report::Measure, sex, age| {
                measure.figures.iter().find(|f| f.sex == sex && f.age_group == age).and_then(|f| f.value)
            };
            for (figure, truth) in measure.figures.iter().zip(&true_measure.figures) {
                if let Some(value) = figure.value {
                    prop_assert_eq!(Some(value), truth.value);
                    let small = measure.unit != Unit::ServiceDay && 0 < value && value < limit;
                    prop_assert!(!small, "{:?} shows {}", measure.count, value);
                }
            }
            // An attacker with the shown numbers, one row at a time: never exactly one unknown.
            for age in [Some(AgeGroup::Child), Some(AgeGroup::Adult), None] {
                let row = SexGroup::ALL.iter().copied().map(Some).chain([None]).map(|sex| figure(measure, sex, age));
                prop_assert_ne!(row.filter(Option::is_none).count(), 1, "{:?}", measure);
            }
            // Nor a hidden total of which all but one part is shown to be nobody.
            let sexes = || SexGroup::ALL.iter().copied().map(Some);
            let ages = || [Some(AgeGroup::Child), Some(AgeGroup::Adult)].into_iter();
            let of_sexes = ages().chain([None]).map(|age| (figure(measure, None, age), sexes().map(|sex| figure(measure, sex, age)).collect::<Vec<_>>()));
            let of_ages = sexes().chain([None]).map(|sex| (figure(measure, sex, None), ages().map(|age| figure(measure, sex, age)).collect::<Vec<_>>()));
            for (total, parts) in of_sexes.chain(of_ages).filter(|(total, _)| total.is_none()) {
                let hidden = parts.iter().filter(|part| part.is_none()).count();
                let nobody = parts.iter().filter(|part| **part == Some(0)).count();
                prop_assert!(!(hidden == 1 && nobody == parts.len() - 1), "{:?} {:?} {:?}", measure.count, total, parts);
            }
            for sex in SexGroup::ALL.iter().copied().map(Some).chain([None]) {
                let column = [Some(AgeGroup::Child), Some(AgeGroup::Adult), None].map(|age| figure(measure, sex, age));
                prop_assert_ne!(column.iter().filter(|value| value.is_none()).count(), 1, "{:?}", measure);
            }
        }
        let tables: BTreeSet<Count> = shown.measures.iter().map(|measure| measure.count).collect();
        prop_assert_eq!(tables.len(), Count::ALL.len());
    }
}
