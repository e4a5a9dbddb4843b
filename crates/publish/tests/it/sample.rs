//! Sample: snapshots of a country that does not exist, with everything and with nearly nothing.

use pana_publish::Snapshot;
use pana_publish::snapshot::model::{
    Bar, CandidateShown, Comparison, Derivation, DerivationKind, EditionShown, Input, MapRow, MapShown, Named,
    NegativeShown, Negatives, Recommendations, Recommended, Section, Sentence, SourceShown, Stated, TracedIndicator,
};
use pana_text::Lang;

/// A drawing with text, as the maps and charts have it.
pub const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 300\" width=\"480\" height=\"300\">\
    <style>.land{fill:#d88a3e}.label{font-family:'Golos Text'}</style>\
    <rect class=\"land\" width=\"480\" height=\"300\"/><text class=\"label\" x=\"9\" y=\"20\">Қазақстан</text></svg>";

/// A snapshot with everything in it.
pub fn full(lang: Lang) -> Snapshot {
    let sentence = "Әлем бойынша 17-орын. Ғ Қ Ң Ө Ұ Ү Һ І ₸ « » − → – «Құқығы шектеулі топтар» (67,9).";
    Snapshot {
        key_figures: figures(&[
            ("11,1", Some(11.06)),
            ("208 000", Some(208_000.0)),
            ("17-орын", Some(17.0)),
            ("9-орын", Some(9.0)),
            ("42", Some(42.07)),
            ("46", Some(46.15)),
            ("18 776 707", Some(18_776_707.0)),
        ]),
        scale: section(&[sentence, sentence]),
        maps: vec![map("prevalence", SVG), map("number", SVG)],
        vulnerability: comparison(SVG, sentence),
        response: comparison(SVG, sentence),
        negatives: Negatives { met: vec![negative(); 3], ..negatives() },
        recommendations: Recommendations {
            published: vec![recommended()],
            candidates: vec![candidate(); 8],
            ..recommendations()
        },
        limits: section(&[sentence; 6]),
        ..bare(lang)
    }
}

/// A snapshot of a country for which next to nothing was published.
pub fn bare(lang: Lang) -> Snapshot {
    let absent = ("жарияланбаған", None);
    Snapshot {
        schema: "pana-snapshot-1",
        lang,
        title: "Үлгі: қазіргі заманғы құлдық".into(),
        country: named("XXX", "Үлгі"),
        region: named("ECA", "Еуропа және Орталық Азия"),
        edition: EditionShown {
            id: "gsi-2023".into(),
            edition: "2023".into(),
            title: "Global Slavery Index 2023".into(),
            reference_year: 2021,
            population_year: 2020,
        },
        key_figures: figures(&[absent; 7]),
        scale: section(&["Деректің болмауы нөл дегенді білдірмейді."]),
        maps: vec![map("prevalence", ""), map("number", "")],
        vulnerability: Comparison { bars: Vec::new(), ..comparison("", "жарияланбаған") },
        response: comparison("", "бағаланбаған"),
        negatives: negatives(),
        recommendations: recommendations(),
        limits: section(&[]),
        derivations: vec![derivation("summary data, row Sample"), derivation("indicators, row Sample")],
        sources: vec![SourceShown {
            id: "S".into(),
            title: "Data workbook".into(),
            publisher: "Walk Free".into(),
            published: "2023".into(),
            url: Some("https://example.org/".into()),
            note: Some("Carried with attribution".into()),
        }],
    }
}

pub fn negative() -> NegativeShown {
    NegativeShown {
        code: "M1216NEG".into(),
        name: "Қолдау қызметтері зардап шеккен адамдардың бәріне жетпейді".into(),
        cost: "1 балл шегеріледі.".into(),
        derivation: "d".into(),
    }
}

fn named(code: &str, name: &str) -> Named {
    Named { code: code.into(), place: code.into(), name: name.into() }
}

fn figures(shown: &[(&str, Option<f64>)]) -> Vec<Stated> {
    let figure = |(at, (text, value)): (usize, &(&str, Option<f64>))| Stated {
        id: format!("figure-{at}"),
        label: "Қазіргі заманғы құлдықтағы адамдар".into(),
        value: *value,
        text: (*text).into(),
        unit: if value.is_some() { "адам".into() } else { String::new() },
        derivation: "d".into(),
    };
    shown.iter().enumerate().map(figure).collect()
}

fn section(texts: &[&str]) -> Section {
    let sentence = |text: &&str| Sentence { id: "s".into(), text: (*text).into(), derivation: "d".into() };
    Section {
        heading: "Бұл деректер нені көрсетпейді".into(), sentences: texts.iter().map(sentence).collect()
    }
}

fn map(id: &str, svg: &str) -> MapShown {
    let row = |code: &str, value: Option<f64>, here| MapRow {
        code: code.into(),
        name: "Солтүстік Македония".into(),
        value,
        text: value.map_or("жарияланбаған".into(), |value| value.to_string()),
        class: if value.is_some() { 5 } else { 0 },
        here,
    };
    MapShown {
        id: id.into(),
        title: "Еуропа және Орталық Азия: таралу деңгейі".into(),
        description: "Өңірдің картасы.".into(),
        unit: "1 000 тұрғынға шаққандағы адам саны".into(),
        svg: svg.into(),
        legend: (1..=5).chain([0]).map(|class| (class, format!("{class}–{}", class + 1))).collect(),
        rows: vec![row("AAA", Some(15.6), false), row("BBB", Some(7.0), false), row("XXX", None, true)],
    }
}

fn comparison(svg: &str, text: &str) -> Comparison {
    let Section { heading, sentences } = section(&[text]);
    let bar = Bar {
        id: "governance".into(),
        label: "Басқару мәселелері".into(),
        value: 53.5,
        text: "53,5".into(),
        mean: 30.6,
        mean_text: "30,6".into(),
        difference_text: "+22,9".into(),
        derivation: "d".into(),
    };
    Comparison {
        heading,
        sentences,
        total: None,
        bars: vec![bar; 5],
        description: "Диаграмма.".into(),
        svg: svg.into(),
    }
}

fn negatives() -> Negatives {
    Negatives {
        heading: "Бұған не қайшы келеді".into(), lead: "Бағалар жоқ.".into(), met: Vec::new()
    }
}

fn recommendations() -> Recommendations {
    Recommendations {
        heading: "Ұсынымдар".into(),
        published_heading: "Осы басылыммен бірге жарияланған".into(),
        published: Vec::new(),
        candidates_heading: "Ең жақын қадамдар".into(),
        candidates_lead: "Бағалар жоқ.".into(),
        candidates: Vec::new(),
    }
}

fn indicator() -> TracedIndicator {
    TracedIndicator {
        code: "M2122".into(), name: "Адам саудасы — қылмыс".into(), rating: "орындалмаған".into()
    }
}

fn recommended() -> Recommended {
    let text = "Адам саудасын қылмыс деп тану".into();
    Recommended { id: "R1".into(), text, indicators: vec![indicator()], derivation: "d".into() }
}

fn candidate() -> CandidateShown {
    CandidateShown {
        code: "M212".into(),
        activity: "Адам саудасына заңмен толық тыйым салынған".into(),
        milestone: "Қылмыстық сот төрелігі".into(),
        remaining: vec![indicator()],
        gain: 1.28,
        gain_text: "46,2 → 47,4".into(),
        derivation: "d".into(),
    }
}

fn derivation(locator: &str) -> Derivation {
    let input = |column: &str| Input {
        label: "l".into(),
        value: "1".into(),
        observation: None,
        source: Some("S".into()),
        locator: format!("{locator}, column {column}"),
    };
    Derivation {
        id: "d".into(),
        statement: "s".into(),
        kind: DerivationKind::Published,
        kind_text: "k".into(),
        rule: "r".into(),
        formula: String::new(),
        inputs: vec![input("A"), input("B")],
    }
}
