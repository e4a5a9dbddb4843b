//! Labels and levels. Oracle: the levels of all countries in seven reporting years (shared/facts/ilab).

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::assessment::ilab::Condition;
use pana_evidence::assessment::input::{Given, Input, Inputs, Stated, inputs_of};
use pana_evidence::assessment::reading::{Holds, Reading, Verdict};
use pana_evidence::assessment::{Advancement, Domain, Domains, Level};
use pana_evidence::{Figure, IndicatorId};
use pana_packs::ilab::assess::assess;

use crate::assessed::{World, kazakhstan, oracle, oracle_rows};

#[test]
fn all_935_published_labels_come_apart_as_the_table_says() {
    let world = World::new();
    let assessed =
        assess("levels.csv", &oracle("advancement_levels.csv"), &world.assessments.ilab).expect("a table of labels");
    assert_eq!(assessed.refused, []);
    assert_eq!(assessed.decomposed.len(), 935);
    let mut counts: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    for (row, parts) in oracle_rows("advancement_levels.csv").iter().zip(&assessed.decomposed) {
        let expected =
            ["country", "level_label", "base_level", "modifier", "modifier_domain"].map(|name| row[name].as_str());
        assert_eq!(
            expected,
            [&*parts.country, &parts.label, &parts.base_level, &parts.modifier, &parts.modifier_domain]
        );
        *counts.entry((parts.year.to_string(), parts.base_level.clone(), parts.modifier.clone())).or_default() += 1;
    }
    let expected: BTreeMap<(String, String, String), usize> = oracle_rows("level_counts.csv")
        .into_iter()
        .map(|row| {
            let count = row["countries"].parse().expect("a count");
            ((row["reporting_year"].clone(), row["base_level"].clone(), row["modifier"].clone()), count)
        })
        .collect();
    assert_eq!(counts, expected);
    let labels: BTreeSet<&str> = assessed.decomposed.iter().map(|parts| parts.label.as_str()).collect();
    let known: Vec<BTreeMap<String, String>> = oracle_rows("level_labels.csv");
    assert_eq!(labels, known.iter().map(|row| row["level_label"].as_str()).collect());
    assert_eq!(labels.len(), 16);
}

#[test]
fn a_label_that_its_parts_contradict_is_refused_by_line_and_column() {
    let world = World::new();
    let table = "reporting_year,country,level_label,base_level\n2020,A,Moderate Advancement,minimal\n\
        2020,B,Great Advancement,moderate\nsoon,C,No Advancement,no\n2020,D,No Assessment,no_assessment\n2020,E\n";
    let assessed = assess("mine.csv", table, &world.assessments.ilab).expect("a table of labels");
    let told: Vec<String> = assessed.refused.iter().map(ToString::to_string).collect();
    assert_eq!(told[0], "mine.csv, line 2, column base_level: `minimal` is not what the label says: `moderate`");
    assert!(told[1].starts_with(
        "mine.csv, line 3, column level_label: `Great Advancement` is not a level of ILAB: it begins with"
    ));
    assert_eq!(told[2], "mine.csv, line 4, column reporting_year: `soon` is not a year");
    assert_eq!(told[3], "mine.csv, line 6: the row has 2 cells, the table has 4 columns");
    assert_eq!((told.len(), assessed.decomposed.len()), (4, 1));
}

fn readings_of_kazakhstan(world: &World) -> Vec<Reading> {
    let inputs =
        inputs_of(&world.room(), &world.assessments.ilab, &kazakhstan()).unwrap_or_else(|fault| panic!("{fault}"));
    inputs.iter().map(|inputs| world.assessments.ilab.read(inputs)).collect()
}

fn law() -> Domains {
    Domains::new([Domain::Law]).expect("one domain")
}

#[test]
fn the_levels_of_2021_and_2022_are_derived_as_they_were_published() {
    let world = World::new();
    let room = world.room();
    let readings = readings_of_kazakhstan(&world);
    assert_eq!(readings.iter().map(|reading| reading.year).collect::<Vec<_>>(), [2021, 2022]);
    assert_eq!(readings[0].verdict, Verdict::Level(Advancement::Regression(law())));
    assert_eq!(readings[1].verdict, Verdict::Level(Advancement::Continued(law())));
    for reading in &readings {
        let released = room.observations_of(&IndicatorId("ilab.level".to_owned())).find(|observation| {
            observation.source.0 == "ILAB-DATA" && observation.period.label == reading.year.to_string()
        });
        let Figure::Category(label) = &released.expect("the level was released").figure else { panic!("a label") };
        assert_eq!(
            Verdict::Level(Advancement::parse_label(label).expect("a level")),
            reading.verdict,
            "{}",
            reading.year
        );
        assert!(reading.our_reading.iter().any(|parameter| parameter.name == "few_at_most" && parameter.value == 2));
    }
}

#[test]
fn without_the_law_of_2021_the_level_would_be_moderate() {
    let world = World::new();
    let readings = readings_of_kazakhstan(&world);
    for counterfactual in &readings[0].counterfactuals {
        let is_law = matches!(counterfactual.without, Input::Regression { .. });
        assert_eq!(counterfactual.changes, is_law, "{counterfactual:?}");
        if is_law {
            assert_eq!(counterfactual.verdict, Verdict::Level(Advancement::Plain(Level::Moderate)));
        }
    }
    assert_eq!(readings[0].counterfactuals.len(), 6);
    // Of 2022 only the label says that efforts were made: without the law nobody can tell how far they went.
    let open = readings[1].counterfactuals.iter().find(|counterfactual| counterfactual.without.kind() == "regression");
    assert_eq!(open.expect("the law").verdict, Verdict::Open { row: 5 });
    let effort = readings[1].counterfactuals.iter().find(|counterfactual| counterfactual.without.kind() == "effort");
    assert_eq!(effort.expect("the effort").verdict, Verdict::Level(Advancement::Plain(Level::No)));
}

#[test]
fn the_trace_says_of_every_row_whether_it_holds_and_why() {
    let trace = readings_of_kazakhstan(&World::new()).remove(0).trace;
    let rows: Vec<(u8, Holds, bool)> = trace.iter().map(|step| (step.row, step.holds, step.decides)).collect();
    let (no, yes) = (Holds::No, Holds::Yes);
    let expected = [
        (1, no, false),
        (2, no, false),
        (3, no, false),
        (4, yes, true),
        (5, no, false),
        (6, yes, false),
        (7, no, false),
    ];
    assert_eq!(rows, expected);
    assert_eq!(trace[3].grounds.inputs, ["I2021-6"]);
    assert_eq!(trace[5].when, Condition::EffortsInSome);
    assert_eq!(
        (trace[5].grounds.areas.join(" "), trace[5].grounds.relevant),
        ("laws enforcement policies".to_owned(), 5)
    );
    assert_eq!(trace[5].gives, "Moderate Advancement");
}

/// The year of a regression, and the year it was remedied.
type Regressed = Option<(i16, Option<i16>)>;

/// Every set of areas with an effort, with every state of a regression, with and without complicity.
fn every_case(world: &World) -> Vec<(u32, Regressed, bool, Reading)> {
    let areas = &world.assessments.ilab.draft().areas;
    let regressions = [None, Some((2021, None)), Some((2019, None)), Some((2019, Some(2021))), Some((2022, None))];
    let mut cases = Vec::new();
    for mask in 0..1_u32 << areas.len() {
        for regression in regressions {
            for complicit in [false, true] {
                let mut inputs = Inputs::new("X", 2021);
                let stated = || Stated { id: "i".to_owned(), ..Stated::default() };
                for (bit, area) in areas.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1) {
                    let stated = Stated { id: format!("e{bit}"), ..Stated::default() };
                    inputs.add(Given::Input(Input::Effort { stated, area: Some(area.clone()) }));
                }
                if let Some((since, remedied)) = regression {
                    let year = |year: i16| year.to_string().parse().expect("a year");
                    let (since, remedied) = (year(since), remedied.map(year));
                    inputs.add(Given::Input(Input::Regression {
                        stated: stated(),
                        domain: Domain::Practice,
                        since,
                        remedied,
                    }));
                }
                if complicit {
                    inputs.add(Given::Input(Input::Complicity { stated: stated() }));
                }
                let reading = world.assessments.ilab.read(&inputs);
                inputs.inputs.reverse();
                assert_eq!(
                    world.assessments.ilab.read(&inputs).verdict,
                    reading.verdict,
                    "the order of inputs matters"
                );
                cases.push((mask, regression, complicit, reading));
            }
        }
    }
    cases
}

#[test]
fn the_published_order_of_decision_holds_in_every_case() {
    let world = World::new();
    let cases = every_case(&world);
    assert_eq!(cases.len(), 32 * 5 * 2);
    let practice = || Domains::new([Domain::Practice]).expect("one domain");
    for (mask, regression, complicit, reading) in cases {
        let delays = matches!(regression, Some((since, None)) if since <= 2021);
        let expected = match (complicit, mask.count_ones(), delays) {
            (true, 0, _) => Advancement::Plain(Level::No),
            (true, ..) => Advancement::Complicit,
            (false, 0, _) => Advancement::Plain(Level::No),
            (false, _, true) if regression == Some((2021, None)) => Advancement::Regression(practice()),
            (false, _, true) => Advancement::Continued(practice()),
            (false, 5, false) => Advancement::Plain(Level::Significant),
            (false, 3 | 4, false) => Advancement::Plain(Level::Moderate),
            (false, ..) => Advancement::Plain(Level::Minimal),
        };
        assert_eq!(reading.verdict, Verdict::Level(expected), "{mask:05b} {regression:?} {complicit}");
        assert_eq!(reading.trace.iter().filter(|step| step.decides).count(), 1);
    }
}

#[test]
fn a_table_of_inputs_is_assessed_and_every_refused_row_is_named() {
    let world = World::new();
    let table = "country,year,kind,area,domain,what,since,remedied\n\
        A,2020,effort,laws,,A law,,\nA,2020,effort,enforcement,,More inspectors,,\n\
        A,2020,published,,,Minimal Advancement,,\n\
        B,2020,assessed,,,,,\nC,2020,not_assessed,,,,,\n\
        D,2020,effort,weather,,Rain,,\nD,2020,regression,,habit,A habit,2019,\nD,2020,regression,,law,A law,,\n\
        D,2020,wish,,,,,\n,2020,effort,laws,,A law,,\nD,then,effort,laws,,A law,,\nD,2020,published,,,Fine Advancement,,\n\
        E,2020,effort,,,Efforts of some kind,,\nE,2020,complicity,,,Cotton,,\n\
        F,2020,effort,laws,,A law,,\nF,2020,not_relevant,enforcement,,,,\nF,2020,not_relevant,coordination,,,,\n\
        F,2020,not_relevant,policies,,,,\nF,2020,not_relevant,social_programmes,,,,\n";
    let assessed = assess("inputs.csv", table, &world.assessments.ilab).expect("a table of inputs");
    let levels: Vec<(&str, Verdict)> =
        assessed.readings.iter().map(|reading| (reading.country.as_str(), reading.verdict.clone())).collect();
    let plain = |level| Verdict::Level(Advancement::Plain(level));
    assert_eq!(
        levels,
        [
            ("A", plain(Level::Minimal)),
            ("B", plain(Level::No)),
            ("C", plain(Level::NotAssessed)),
            ("E", Verdict::Level(Advancement::Complicit)),
            ("F", plain(Level::Significant)),
        ]
    );
    assert_eq!(assessed.readings[0].agrees, Some(true));
    let told: Vec<String> = assessed.refused.iter().map(ToString::to_string).collect();
    let expected = [
        "inputs.csv, line 7, column effort_area: `weather` is not one of: laws, enforcement, coordination, policies, social_programmes",
        "inputs.csv, line 8, column domain: `habit` is not one of: law, policy, practice",
        "inputs.csv, line 9, column since: say since when it holds: this makes a regression new or continued",
        "inputs.csv, line 10, column kind: `wish` is not one of: effort, regression, complicity, assessed, not_assessed, not_relevant, published",
        "inputs.csv, line 11, column country: the row does not name its country",
    ];
    assert_eq!(told[..5], expected);
    assert!(told[5].starts_with("inputs.csv, line 12, column year: "), "{}", told[5]);
    assert!(told[6].starts_with("inputs.csv, line 13, column what: `Fine Advancement` is not a level"), "{}", told[6]);
    assert_eq!(told.len(), 7);
    let neither = assess("other.csv", "a,b\n1,2\n", &world.assessments.ilab).expect_err("no table of ours");
    assert!(
        neither.to_string().starts_with("other.csv, line 1: expected the columns country, year, kind"),
        "{neither}"
    );
}

#[test]
fn a_reading_as_json_names_level_trace_and_counterfactuals() {
    let reading = serde_json::to_value(readings_of_kazakhstan(&World::new()).remove(0)).expect("it is JSON");
    assert_eq!(reading["verdict"]["level"], "minimal");
    assert_eq!(reading["verdict"]["modifier"], "regression");
    assert_eq!(reading["verdict"]["domains"], serde_json::json!(["law"]));
    assert_eq!(reading["trace"][3]["decides"], true);
    assert_eq!(reading["counterfactuals"][5]["without"]["kind"], "regression");
    assert_eq!(reading["counterfactuals"][5]["without"]["since"], "2021-12-30");
    assert_eq!(reading["counterfactuals"][5]["verdict"]["label"], "Moderate Advancement");
}
