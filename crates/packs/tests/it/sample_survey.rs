//! Answers of surveys: a network scale-up survey and a respondent-driven sample, and every way in which they can be wrong.

use pana_packs::{ard, rds};
use pana_stats::rds::MissingDegree;

const ANSWERS: &[u8] = include_bytes!("../../../stats/tests/oracles/synthetic/ard_200x13.csv");
const SIZES: &[u8] = include_bytes!("../../../stats/tests/oracles/synthetic/ard_sizes.csv");
const RECRUITS: &[u8] = include_bytes!("../../../stats/tests/oracles/synthetic/rds_n400.csv");

#[test]
fn answers_and_sizes_are_read_from_two_files() {
    let read = ard::read("answers.csv", ANSWERS, Some(("sizes.csv", SIZES))).expect("the synthetic set");
    assert_eq!((read.ard.respondents(), read.ard.known().len(), read.ard.hidden().len()), (200, 12, 1));
    assert_eq!((read.ard.population(), read.ard.hidden()[0].name.as_str()), (1e6, "hidden"));
    assert_eq!(read.truth.get("hidden"), Some(&8000.0));
}

#[test]
fn one_file_can_say_everything() {
    let text = "# Survey of spring\n# population = 1000\n# nurses = 30\nid;nurses;victims;weight;cluster\n1;2;0;1.5;a\n2;1;1;1;b\n";
    let read = ard::read("one.csv", text.as_bytes(), None).expect("one file");
    assert_eq!(read.ard.weights(), [1.5, 1.0]);
    assert_eq!(read.ard.clusters(), [0, 1]);
    assert_eq!(read.ard.known()[0].size, Some(30.0));
}

fn ard_refusal(text: &str) -> String {
    ard::read("a.csv", text.as_bytes(), None).expect_err("it is broken").to_string()
}

#[test]
fn broken_answers_are_refused_where_they_stand() {
    let with = |body: &str| ard_refusal(&format!("# population = 1000\n# nurses = 30\n{body}"));
    assert_eq!(
        with("nurses,victims\n1,0\n-2,0\n"),
        "a.csv, line 5, column nurses: \"-2\" is not how many she knows; write a whole number from 0, and leave out respondents \
         who did not answer"
    );
    assert!(with("nurses,victims\n1,0\n1,x\n").contains("line 5, column victims: \"x\""));
    assert!(with("nurses,victims\n1,0\n1\n").starts_with("a.csv, line 5: the row has 1 cells, the header 2"));
    assert!(with("nurse,victims\n1,0\n1,0\n").starts_with("a.csv, line 2: `nurses` is no column of a.csv"));
    assert!(with("nurses,nurses\n1,0\n1,0\n").starts_with("a.csv, line 3: column 2 is called \"nurses\""));
    assert!(with("nurses\n1\n2\n").contains("no hidden group"));
    assert!(with("nurses,victims\n0,1\n0,1\n").contains("nobody knows anyone"));
    assert!(with("").contains("the file is empty"));
    assert!(ard_refusal("nurses,victims\n1,0\n").contains("the size of the whole population is missing"));
    assert!(ard_refusal("# population = many\na,b\n1,0\n").starts_with("a.csv, line 1: \"many\""));
    assert!(ard_refusal("# population = 9\n# population = 8\na,b\n1,0\n").contains("line 2: the size of `population`"));
    assert!(ard_refusal("# population = 9\n# a = 9\na,b\n1,0\n1,1\n").contains("column a: the size of group"));
    assert!(with("nurses,victims,weight\n1,0,0\n1,1,1\n").contains("line 4, column weight"));
    assert!(with("nurses,victims,cluster\n1,0,x\n1,1,x\n").contains("column cluster"));
}

#[test]
fn a_sample_is_read_with_its_waves() {
    let sample = rds::read("sample.csv", RECRUITS).expect("the synthetic set");
    assert_eq!((sample.n(), sample.seeds().len(), sample.outcomes().len()), (400, 6, 1));
    assert_eq!(sample.outcomes()[0].groups, ["0", "1"]);
}

#[test]
fn answers_not_given_stay_empty() {
    let text = "id,recruiter_id,network.size,work,age\na,,5,yes,10\nb,a,NA,no,9\nc,a,0,,10\n";
    let sample = rds::read("r.csv", text.as_bytes()).expect("a sample");
    assert_eq!((sample.missing_degrees(), sample.outcomes()[1].groups.join(",")), (2, "9,10".to_owned()));
    let view = sample.view(0, MissingDegree::Median).expect("an outcome");
    assert_eq!(view.groups, [Some(1), Some(0), None]);
}

fn rds_refusal(text: &str) -> String {
    rds::read("r.csv", text.as_bytes()).expect_err("it is broken").to_string()
}

#[test]
fn broken_samples_are_refused_where_they_stand() {
    let with = |body: &str| rds_refusal(&format!("id,recruiter.id,degree,o\n{body}"));
    assert_eq!(
        with("a,seed,3,x\nb,c,2,y\n"),
        "r.csv, line 3, column recruiter.id: `c` is the id of nobody in the file; correct it, or write `seed` if nobody \
         recruited her"
    );
    assert!(with("a,seed,3,x\na,a,2,y\n").contains("line 3, column id: the id `a` is already on line 2"));
    assert!(with("a,seed,3,x\nb,b,2,y\n").contains("line 3, column recruiter.id: `b` was recruited, through others"));
    assert!(with("a,seed,many,x\nb,a,2,y\n").contains("line 2, column degree: \"many\""));
    assert!(with("a,seed,-1,x\nb,a,2,y\n").contains("line 2, column degree: \"-1\""));
    assert!(with(",seed,1,x\nb,a,2,y\n").contains("line 2, column id: the id is empty"));
    assert!(with("a,seed,1,x\nb,a,2,x\n").contains("column o: everybody gave the same answer"));
    assert!(with("a,seed,1,\nb,a,2,\n").contains("column o: nobody gave an answer"));
    assert!(with("a,seed,1,x\nb,seed,2,y\n").contains("nobody was recruited"));
    assert!(with("a,seed,0,x\nb,a,,y\n").contains("column degree: nobody has a degree"));
    assert!(rds_refusal("id,degree,o\na,1,x\n").starts_with("r.csv, line 1: there is no column `recruiter.id`"));
    assert!(rds_refusal("id,recruiter.id,degree\na,seed,1\n").contains("there is no outcome"));
    let many: String = (0..40).map(|i| format!("p{i},{},1,g{i}\n", if i == 0 { "seed" } else { "p0" })).collect();
    assert!(with(&many).contains("40 different answers"));
}
