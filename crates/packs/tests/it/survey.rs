//! A survey study is read whole or refused with line, column and what to do; the example is what the simulator makes.

use std::fmt::Write;

use pana_packs::{Files, builtin, survey};
use pana_stats::survey::answer::{Basis, SurveyOutcome};
use pana_stats::survey::simulate::{Invented, Truth, World, invent};
use pana_stats::survey::stock::Durations;
use pana_stats::survey::study::Form;
use pana_stats::survey::{Study, estimate};
use pana_stats::watch::Unwatched;

const SEED: u64 = 41;

fn example() -> Files {
    builtin::data().below("examples/survey")
}

fn study() -> Study {
    survey::read(&example(), "MODEL.toml", "DATA.csv").expect("the example is sound")
}

/// The world of the example: what `truth.csv` says, as the simulator was told it.
fn invented(frame: &Study) -> Invented {
    let form = |f: usize| Form { ..frame.forms[f].clone() };
    let world = World {
        forms: vec![
            (form(0), Truth { a: -4.6, b: vec![-0.6, 1.1], g: vec![0.7], s: 0.35 }),
            (form(1), Truth { a: -5.0, b: vec![1.5, 0.2], g: vec![0.4], s: 0.3 }),
        ],
        surveyed: 10,
        unsurveyed: 5,
        asked: 2000,
        regions: 2,
        totals: false,
    };
    invent(&world, frame, SEED)
}

const MARK: &str = "# INVENTED: see MODEL.toml.\n";

fn words(x: &[f64]) -> String {
    let sex = if x[0] > 0.0 { "women" } else { "men" };
    let work = if x[1] > 0.0 { "informal" } else { "formal" };
    format!("{sex},{work}")
}

/// The tables of the example, by file.
fn tables(world: &Invented) -> Vec<(&'static str, String)> {
    let mut countries = format!("{MARK}country,region,population,state_imposed,vulnerability\n");
    let mut population = format!("{MARK}country,sex,work,people\n");
    let mut data = format!("{MARK}country,form,sex,work,positives,count,weight\n");
    let mut truth = format!("{MARK}country,form,risk\n");
    for (c, country) in world.study.countries.iter().enumerate() {
        let (region, people, z) = (&country.region, country.population, country.predictors[0]);
        let _ = writeln!(countries, "{},{region},{people:.0},0,{z:.3}", country.id);
        for cell in &country.cells {
            let _ = writeln!(population, "{},{},{:.0}", country.id, words(&cell.x), cell.people);
        }
        for (f, form) in world.study.forms.iter().enumerate() {
            for cell in &country.answers[f] {
                let (x, k, n) = (words(&cell.x), cell.positive, cell.asked);
                let _ = writeln!(data, "{},{},{x},{k},{n},1", country.id, form.id);
            }
            let _ = writeln!(truth, "{},{},{:.6}", country.id, form.id, world.risks[f][c]);
        }
    }
    vec![("countries.csv", countries), ("population.csv", population), ("DATA.csv", data), ("truth.csv", truth)]
}

#[test]
fn the_example_is_what_the_simulator_makes() {
    let mut frame = Study {
        forms: ["forced-labour", "forced-marriage"]
            .map(|id| Form { id: id.into(), durations: Durations::default(), totals_include_state_imposed: false })
            .to_vec(),
        individual: Vec::new(),
        national: Vec::new(),
        countries: Vec::new(),
        totals: Vec::new(),
        ..plain()
    };
    frame.chains.seed = SEED;
    for (file, made) in tables(&invented(&frame)) {
        // Written anew only on purpose, into the folder of the source.
        if std::env::var_os("PANA_MAKE_EXAMPLE").is_some() {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/examples/survey").join(file);
            std::fs::write(path, &made).expect("the folder can be written");
            continue;
        }
        assert!(example().text(file).ok() == Some(made.as_str()), "{file} is not what the simulator makes");
    }
}

/// Settings of a study without countries, for the simulator.
fn plain() -> Study {
    use pana_stats::survey::sampler::ChainSettings;
    use pana_stats::survey::study::{Priors, Weighting};
    Study {
        forms: Vec::new(),
        individual: Vec::new(),
        national: Vec::new(),
        countries: Vec::new(),
        totals: Vec::new(),
        priors: Priors { intercept_mean: -4.5, intercept_sd: 2.0, effect_sd: 2.5, country_sd: 1.0 },
        weighting: Weighting::Effective,
        chains: ChainSettings { chains: 4, warmup: 500, draws: 500, target_accept: 0.9, max_depth: 10, seed: SEED },
        level: 0.9,
        ranks: vec![1],
    }
}

#[test]
fn the_example_is_estimated_and_its_truth_found_again() {
    let study = study();
    assert_eq!(study.individual, ["sex = women", "work = informal"]);
    assert_eq!((study.countries.len(), study.totals.len()), (15, 3));
    let answer = estimate(&study, &Unwatched).expect("nobody stops it").expect("it can be estimated");
    let SurveyOutcome::Countries(countries) = &answer.outcome else { panic!("{:?}", answer.forms) };
    let text = example().text("truth.csv").expect("the truth is there").to_owned();
    let (mut inside, mut of) = (0, 0);
    for row in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let country = countries.iter().find(|country| country.country == cells[0]).expect("a country");
        let form = country.forms.iter().find(|form| form.form == cells[1]).expect("a form");
        inside += i32::from(form.risk.holds(cells[2].parse().expect("a number")));
        of += 1;
    }
    // 27 of 30 are expected in 90 % intervals; 21 is four standard errors below.
    assert!(of == 30 && inside >= 21, "{inside} of {of}");
    let modelled = countries.iter().filter(|country| !country.has_survey()).count();
    assert_eq!(modelled, 5);
    let raked = countries.iter().filter(|country| country.forms[0].raked).count();
    assert_eq!(raked, 15);
    assert!(matches!(&countries[14].forms[0].basis, Basis::ModelledNoSurveyHere { extrapolation: Some(_) }));
}

#[test]
fn the_companions_of_a_model_are_named() {
    assert_eq!(survey::companions(&example(), "MODEL.toml"), Ok(vec!["countries.csv".into(), "population.csv".into()]));
    let mut files = Files::default();
    files.insert("here/MODEL.toml", example().bytes("MODEL.toml").expect("it is there"));
    assert_eq!(
        survey::companions(&files, "here/MODEL.toml").map(|names| names[0].clone()),
        Ok("here/countries.csv".into())
    );
}

/// The faults of the example with one piece of one file replaced.
fn broken(file: &str, from: &str, to: &str) -> String {
    let mut files = example();
    let text = files.text(file).expect("the file is there").to_owned();
    assert!(text.contains(from), "{from}");
    files.insert(file, text.replacen(from, to, 1));
    match survey::read(&files, "MODEL.toml", "DATA.csv") {
        Ok(_) => "nothing".to_owned(),
        Err(faults) => faults.to_string(),
    }
}

#[test]
fn what_is_wrong_is_told_with_file_line_column_and_what_to_do() {
    let data = example().text("DATA.csv").expect("it is there").lines().nth(2).expect("a row").to_owned();
    let cells: Vec<&str> = data.split(',').collect();
    let row = |position: usize, cell: &str| {
        let mut cells = cells.clone();
        cells[position] = cell;
        broken("DATA.csv", &data, &cells.join(","))
    };
    let expected = [
        (row(0, "C99"), "DATA.csv, line 3, column country: `C99` is not in the table of countries"),
        (row(1, "theft"), "DATA.csv, line 3, column form: `theft` is not one of: forced-labour, forced-marriage"),
        (row(2, "x"), "DATA.csv, line 3, column sex: `x` is not one of: men, women"),
        (row(4, "-1"), "DATA.csv, line 3, column positives: `-1` is not a whole number"),
        (row(4, "999999"), "DATA.csv, line 3, column positives: 999999 of"),
        (row(6, "-2"), "DATA.csv, line 3, column weight: -2 is below 0"),
        (row(6, "NaN"), "DATA.csv, line 3, column weight: the number is not finite"),
        (row(6, "1,1"), "DATA.csv, line 3: the row has 8 cells, the table has 7 columns"),
        (broken("DATA.csv", "positives", "cases"), "DATA.csv, line 2, column positives: the column is missing"),
        (broken("countries.csv", "country,region", "country,area"), "column region: the column is missing"),
        (
            broken("countries.csv", "C02", "C01"),
            "countries.csv, line 4, column country: `C01` stands on an earlier line",
        ),
        (broken("population.csv", "people", "persons"), "column people: the column is missing"),
        (broken("MODEL.toml", "level = 0.9", "level = 9"), "MODEL.toml: the setting `level` is outside its range"),
        (broken("MODEL.toml", "ranks =", "rank ="), "unknown field `rank`"),
        (broken("MODEL.toml", "seed = 20260101", "seed = \"x\""), "invalid type: string \"x\""),
        (
            broken("MODEL.toml", "form = \"forced-labour\"", "form = \"theft\""),
            "column totals.form: `theft` is not one",
        ),
        (
            broken("MODEL.toml", "region = \"R1\"", "region = \"R9\""),
            "column totals.region: no country is in the region `R9`",
        ),
        (broken("MODEL.toml", "levels = [\"men\", \"women\"]", "levels = [\"men\"]"), "`sex` has a single level"),
        (broken("MODEL.toml", "national = [\"vulnerability\"]", "national = [\"weight\"]"), "`weight` cannot describe"),
        (broken("MODEL.toml", "country_sd = 1.0", "country_sd = 0.0"), "the setting `country_sd` is outside its range"),
    ];
    for (found, part) in expected {
        assert!(found.contains(part), "expected `{part}` in:\n{found}");
    }
    let mut empty = example();
    empty.insert("DATA.csv", "country,form,sex,work,positives\n");
    let told = survey::read(&empty, "MODEL.toml", "DATA.csv").map(|_| ()).expect_err("no rows").to_string();
    assert!(told.contains("the table has no rows"), "{told}");
    empty.remove("population.csv");
    assert!(survey::read(&empty, "MODEL.toml", "DATA.csv").is_err());
}

#[test]
fn one_row_for_each_person_is_read_as_one_row_for_each_cell() {
    let mut files = example();
    let text = files.text("DATA.csv").expect("it is there").to_owned();
    let mut people = String::from("country,form,sex,work,positives\n");
    for row in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let (positive, asked): (u64, u64) = (cells[4].parse().expect("a number"), cells[5].parse().expect("a number"));
        for i in 0..asked {
            let _ = writeln!(people, "{},{}", cells[..4].join(","), u8::from(i < positive));
        }
    }
    files.insert("DATA.csv", people);
    let by_person = survey::read(&files, "MODEL.toml", "DATA.csv").expect("people");
    let sums = |study: &Study| -> Vec<(u64, u64)> {
        let answers = |f: usize| study.countries.iter().map(move |country| &country.answers[f]);
        (0..2)
            .flat_map(answers)
            .map(|cells| cells.iter().fold((0, 0), |sum, cell| (sum.0 + cell.positive, sum.1 + cell.asked)))
            .collect()
    };
    assert_eq!(sums(&by_person), sums(&study()));
}
