//! Tables and models that people hand in for an estimate or an index.

use pana_evidence::Comparator;
use pana_packs::capture as captures;
use pana_packs::ilab::column::Kind;
use pana_packs::ilab::{cell, tree};
use pana_packs::index_model::{self, Given};
use pana_packs::{Faults, Files, ard, builtin, claim, rds, survey as studies};
use pana_stats::mse::capture::{Capture, Count};
use pana_stats::mse::model::Model;
use pana_stats::mse::table::MOST_LISTS;

use crate::{choice, text};

fn told<T>(read: Result<T, Faults>) -> Option<T> {
    read.map_err(|faults| assert!(!faults.0.is_empty() && faults.0.iter().all(|fault| !fault.reason.is_empty()))).ok()
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn written(capture: &Capture) -> String {
    let names = capture.lists.iter().chain(&capture.strata).map(|name| quoted(name));
    let mut lines = vec![names.chain(["count".to_owned()]).collect::<Vec<_>>().join(";")];
    for row in &capture.rows {
        let lists = (0..capture.lists.len()).map(|list| (row.history >> list & 1).to_string());
        let count = match row.count {
            Count::Exact(count) => count.to_string(),
            Count::Between(low, high) => format!("{low}-{high}"),
        };
        lines.push(
            lists.chain(row.stratum.iter().map(|value| quoted(value))).chain([count]).collect::<Vec<_>>().join(";"),
        );
    }
    lines.join("\n")
}

pub fn capture(bytes: &[u8]) {
    match captures::read(&text(bytes), "t.csv", &[]) {
        Err(faults) => {
            assert!((1..=20).contains(&faults.len()) && faults.iter().all(|fault| !fault.to_string().is_empty()))
        }
        Ok(capture) => {
            assert!((2..=MOST_LISTS).contains(&capture.lists.len()));
            assert!(capture.rows.iter().all(|row| row.history != 0 && row.stratum.len() == capture.strata.len()));
            let broken = capture.lists.iter().chain(&capture.strata).any(|name| name.contains(['\n', '\r']));
            if !capture.rows.is_empty() && !broken {
                let again = captures::read(&written(&capture), "t.csv", &capture.strata);
                // A list that nobody is on any more is not told from other columns; then only the lists differ.
                assert!(again.is_err() || again.as_ref() == Ok(&capture), "{again:?} {capture:?}");
                assert!(
                    again.is_ok() || capture.masked() > 0 || capture.rows.len() < 2 || capture.lists.len() > 2,
                    "{again:?}"
                );
            }
            if let Ok(table) = capture.least() {
                assert_eq!(table.n(), capture.rows.iter().map(|row| row.count.least()).sum::<u64>());
                assert!((0.0..=1.0).contains(&table.overlap_share()));
            }
            let rows: usize = capture.by_stratum(&capture.strata).values().map(|part| part.rows.len()).sum();
            assert_eq!(rows, capture.rows.len(), "everybody is in one stratum");
        }
    }
}

pub fn model(bytes: &[u8]) {
    let (lists, rest) = choice(bytes);
    let lists = 2 + lists % 8;
    if let Some(model) = Model::parse(lists, &text(rest)) {
        assert_eq!(Model::parse(lists, &model.to_string()).as_ref(), Some(&model));
        assert!(
            model.interactions().iter().all(|theta| model.has(*theta) && theta.count_ones() > 1 && theta >> lists == 0)
        );
        assert_eq!(model.parameters(), 1 + model.t() + model.interactions().len());
    }
}

pub fn recruits(bytes: &[u8]) {
    told(rds::read("r.csv", bytes));
}

pub fn scale_up(bytes: &[u8]) {
    told(ard::read("a.csv", bytes, None));
    if let Some(at) = bytes.windows(2).position(|two| two == b"\n\n") {
        told(ard::read("a.csv", &bytes[..at], Some(("s.csv", &bytes[at + 2..]))));
    }
}

pub fn claims(bytes: &[u8]) {
    told(claim::read("c.csv", bytes));
}

/// A model and its table, parted by a line of `~~~`.
pub fn index_model(bytes: &[u8]) {
    let at = bytes.windows(4).position(|four| four == b"~~~\n");
    let (model, table) = at.map_or((bytes, &[][..]), |at| (&bytes[..at], &bytes[at + 4..]));
    if let Some(model) = told(index_model::model(Given { name: "m.toml", bytes: model })) {
        let written = toml::to_string(&model).expect("a model can be written");
        let again = index_model::model(Given { name: "m.toml", bytes: written.as_bytes() });
        assert_eq!(again.as_ref(), Ok(&model));
        told(index_model::table(&model, Given { name: "t.csv", bytes: table }));
    }
}

const STUDY: [&str; 4] = ["MODEL.toml", "countries.csv", "population.csv", "DATA.csv"];

/// The four files of a study, parted by lines of `~~~`.
pub fn survey(bytes: &[u8]) {
    let mut files = Files::default();
    let given = text(bytes);
    for (name, file) in STUDY.iter().zip(given.split("~~~\n")) {
        files.insert(*name, file.as_bytes());
    }
    let _ = studies::companions(&files, STUDY[0]);
    told(studies::read(&files, STUDY[0], STUDY[3]));
}

pub fn ilab(bytes: &[u8]) {
    let given = text(bytes);
    if let Ok(root) = tree::read(&given) {
        for country in tree::countries(&root) {
            for name in country.keys() {
                let _ = (tree::items(country, name), tree::text(country, name));
            }
        }
    }
    for kind in [Kind::Label, Kind::Number, Kind::Money, Kind::YesNo] {
        if let Ok(figure) = cell::read(kind, Comparator::Eq, &given) {
            assert_eq!(cell::read(kind, Comparator::Eq, &format!("  {given}\n")), Ok(figure), "blanks do not count");
        }
    }
}

pub mod seeds {
    use super::*;

    fn of(fits: impl Fn(&str) -> bool) -> Vec<Vec<u8>> {
        let data = builtin::data();
        let paths: Vec<&str> = data.paths().filter(|path| fits(path)).collect();
        paths.into_iter().filter_map(|path| data.bytes(path)).map(<[u8]>::to_vec).collect()
    }

    fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
        texts.iter().map(|text| text.as_bytes().to_vec()).collect()
    }

    pub fn capture() -> Vec<Vec<u8>> {
        let own = texts(&[
            "a;b;sex;count\n1;0;f;12\n0;1;m;1–4\n1;1;f;3-3\n0;0;m;0\n",
            "a,b\n1,0\n1,1\n1,0\n",
            "a\tb\t\"x;y\"\tcount\n1\t0\t\"q\"\"\"\t7\n0\t1\t\t2\n",
        ]);
        of(|path| path.starts_with("examples/capture/")).into_iter().chain(own).collect()
    }

    pub fn model() -> Vec<Vec<u8>> {
        texts(&["\x02[12,13,4]", "\x03123,34", "\x07[1,2]", "\x00[]"])
    }

    pub fn recruits() -> Vec<Vec<u8>> {
        texts(&[
            "id,recruiter.id,degree,work,sex\n1,seed,10,yes,f\n2,1,4,no,m\n3,1,NA,yes,f\n4,2,7,,m\n",
            "id;recruiter;network.size;x\na;;3;1\nb;a;5;0\n",
        ])
    }

    pub fn scale_up() -> Vec<Vec<u8>> {
        texts(&[
            "# population = 100000\n# known_1 = 4000\n# known_2 = 900\n# hidden_truth = 50\nid,known_1,known_2,hidden,weight,cluster\n1,4,1,0,1,a\n2,8,0,1,2,b\n3,2,2,0,1,a\n",
            "known_1,hidden\n4,1\n2,0\n\nname,size\nknown_1,400\npopulation,9000\n",
        ])
    }

    pub fn claims() -> Vec<Vec<u8>> {
        // The table that travels with the program, its first lines.
        let cut = |bytes: Vec<u8>| bytes.split_inclusive(|byte| *byte == b'\n').take(8).flatten().copied().collect();
        of(|path| path.ends_with("/claims.csv")).into_iter().map(cut).collect()
    }

    pub fn index_model() -> Vec<Vec<u8>> {
        let mut seeds = of(|path| path.starts_with("indices/") && path.ends_with(".toml"));
        seeds.sort_by_key(Vec::len);
        seeds.iter_mut().for_each(|seed| seed.extend_from_slice(b"\n~~~\nunit,a,b\nX,1,2\nY,,3\n"));
        seeds
    }

    pub fn survey() -> Vec<Vec<u8>> {
        let data = builtin::data();
        let file = |name: &&str| data.bytes(&format!("examples/survey/{name}")).unwrap_or_default().to_vec();
        vec![STUDY.iter().map(file).collect::<Vec<_>>().join(&b"~~~\n"[..])]
    }

    pub fn ilab() -> Vec<Vec<u8>> {
        texts(&[
            "<Countries><Country><Name>X</Name><A>1 &amp; 2</A><A/></Country></Countries>",
            "{\"Countries\":{\"Country\":[{\"Name\":\"X\",\"A\":[{\"B\":1}]}]}}",
            "US$2.4 million (3)",
            "7,897 (27)",
            "Minimal Advancement",
            "yes",
            "<a><![CDATA[x]]>&#1234567;</a>",
        ])
    }
}
