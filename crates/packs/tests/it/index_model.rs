//! Models of composite indices: those that travel with the program are sound, and what is wrong in one, or in a table, is told
//! with file, line, column and what to do.

use pana_packs::builtin;
use pana_packs::index_model::{self, Given};
use pana_stats::composite::score;

const MODEL: &str = r#"id = "wells"
title = "Wells"

[table]
unit = "code"
name = "district"
missing = ["n/a"]

[impute]
method = "group-mean"
group = "region"

[normalise]
method = "min-max"
low = 0.0
high = 100.0

[aggregate]
method = "arithmetic"

[[nodes]]
id = "water"

[[indicators]]
id = "depth"
parent = "water"
direction = "down"

[[indicators]]
id = "share"
parent = "water"
weight = 2.0
denominator = "people"
"#;

const TABLE: &str = "\
code,district,region,depth,share,people,remark
A,Alpha,north,3,10,100,
B,Beta,north,n/a,20,100,dry
C,Gamma,south,9,30,200,
";

fn given<'a>(name: &'a str, text: &'a str) -> Given<'a> {
    Given { name, bytes: text.as_bytes() }
}

fn refused_model(text: &str) -> String {
    index_model::model(given("model.toml", text)).expect_err("the model is wrong").to_string()
}

fn refused_table(text: &str) -> String {
    let model = index_model::model(given("model.toml", MODEL)).expect("the model is sound");
    index_model::table(&model, given("data.csv", text)).expect_err("the table is wrong").to_string()
}

#[test]
fn a_model_and_a_table_make_an_index() {
    let model = index_model::model(given("model.toml", MODEL)).expect("the model is sound");
    let table = index_model::table(&model, given("data.csv", TABLE)).expect("the table is sound");
    let scored = score(&model, &table).expect("it can be scored");
    // Beta's depth is that of its group, 3; shares per person are 0.1, 0.2, 0.15.
    let expected = [100.0 / 3.0, 100.0, 100.0 / 3.0];
    for (found, expected) in scored.index().scores.iter().zip(expected) {
        assert!((found.expect("complete") - expected).abs() < 1e-9, "{found:?}, not {expected}");
    }
    assert_eq!(table.units[1].name, "Beta");
}

#[test]
fn every_model_that_travels_with_the_program_is_sound() {
    let models = index_model::builtin(&builtin::data()).expect("the models are sound");
    let ids: Vec<&str> = models.keys().map(String::as_str).collect();
    assert_eq!(
        ids,
        [
            "asem",
            "gsi-2018-response",
            "gsi-2018-vulnerability",
            "gsi-2023-response",
            "gsi-2023-vulnerability",
            "inform-2021"
        ]
    );
    assert!(models.values().all(|model| !model.source.is_empty() && !model.assume.is_empty()));
}

// The weights of the models are those of the rulesets: one fact, written twice because the two are read by different engines.
#[test]
fn the_weights_of_vulnerability_are_those_of_the_rulesets() {
    let data = builtin::data();
    let models = index_model::builtin(&data).expect("the models are sound");
    for rules in pana_packs::ruleset::Rules::read_all(&data).expect("the rulesets are sound") {
        let model = &models[&format!("{}-vulnerability", rules.edition.id)];
        let weights: Vec<f64> = model.indicators.iter().map(|indicator| indicator.weight).collect();
        assert_eq!(weights, rules.ruleset.vulnerability.eigenvalues(), "{}", model.id);
        let response = &models[&format!("{}-response", rules.edition.id)];
        let codes: Vec<&str> = response.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
        let activities: Vec<&str> = rules.ruleset.response.activities().iter().map(|a| a.code.as_str()).collect();
        assert_eq!(codes, activities, "{}", response.id);
    }
}

#[test]
fn a_mistake_in_a_model_is_told_with_its_line() {
    let cases = [
        (("unit = \"code\"", "unit = code"), "model.toml, line 5: "),
        (("method = \"min-max\"", "method = \"minmax\""), "unknown variant `minmax`, expected one of"),
        (
            ("parent = \"water\"\ndirection", "parent = \"wate\"\ndirection"),
            "model.toml, line 25, column parent: `depth` belongs to `wate`, which is no node; define it or correct the parent",
        ),
        (
            ("weight = 2.0", "weight = -2.0"),
            "model.toml, line 30, column weight: `share`: weight is -2; expected a number of at least 0",
        ),
        (("weight = 2.0", "weigth = 2.0"), "unknown field `weigth`"),
        (
            ("id = \"share\"", "id = \"depth\""),
            "model.toml, line 30: `depth` is defined twice; every node and indicator needs its own id",
        ),
        (("high = 100.0", "high = 0.0"), "normalise.high is 0; expected more than low"),
    ];
    for ((from, to), expected) in cases {
        let told = refused_model(&MODEL.replacen(from, to, 1));
        assert!(told.contains(expected), "{told:?} does not say {expected:?}");
        assert!(told.starts_with("model.toml, line "), "{told:?} does not say where");
    }
}

#[test]
fn a_mistake_in_a_table_is_told_with_its_cell() {
    let cases = [
        (
            (",share,", ",part,"),
            "data.csv, line 1, column share: the model needs this column and the table has none of that name; its columns are: code, district, region, depth, part, people, remark. Add it, or correct the name in the model",
        ),
        (
            ("A,Alpha,north,3,", "A,Alpha,north,\"3,5\","),
            "data.csv, line 2, column depth: `3,5` is not a number; write digits with `.` as the decimal sign and no thousands separator. If the value is not known, leave the cell empty or write `n/a`",
        ),
        (("A,Alpha,north,3,", "A,Alpha,north,inf,"), "column depth: `inf` is not a number"),
        (
            ("B,Beta", "A,Beta"),
            "data.csv, line 3, column code: `A` is already on line 2; every unit needs a row of its own",
        ),
        (("B,Beta", ",Beta"), "data.csv, line 3, column code: the cell is empty; every row needs the code of its unit"),
        (
            ("B,Beta,north", "B,north"),
            "data.csv, line 3: the row has 6 cells, the table has 7 columns; look for a missing or unquoted comma",
        ),
        (("remark", "depth"), "data.csv, line 1, column depth: the column stands in the table twice; keep one of them"),
    ];
    for ((from, to), expected) in cases {
        let told = refused_table(&TABLE.replacen(from, to, 1));
        assert!(told.contains(expected), "{told:?} does not say {expected:?}");
    }
    let told = refused_table(&TABLE.replace(',', ";"));
    assert!(told.contains("save the table as CSV with commas"), "{told}");
}

#[test]
fn what_the_engine_refuses_is_told_as_a_fault_of_a_file() {
    let model_text = MODEL.replace("method = \"arithmetic\"", "method = \"geometric\"");
    let model = index_model::model(given("model.toml", &model_text)).expect("the model is sound");
    let told = |table_text: &str| {
        let table = index_model::table(&model, given("data.csv", table_text)).expect("the table is sound");
        let refusal = score(&model, &table).expect_err("it cannot be scored");
        index_model::fault(&refusal, given("model.toml", &model_text), "data.csv").to_string()
    };
    assert_eq!(
        told(TABLE),
        "model.toml, line 22: `water` has the child `depth` at 0 for unit `C`; this mean needs scores above zero: normalise \
         to 1..100, or choose the arithmetic mean"
    );
    assert_eq!(
        told(&TABLE.replace(",10,100,", ",10,0,")),
        "data.csv, column people: unit `A`: the denominator `people` is zero; leave the cell empty if it is not known"
    );
    assert!(told(&TABLE.replace("C,Gamma,south,9,", "C,Gamma,south,3,")).starts_with("data.csv, column depth: "));
}
