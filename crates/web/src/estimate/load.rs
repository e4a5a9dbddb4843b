//! Load: what a reader sends to have estimated, read field by field.

use axum::extract::Multipart;
use axum::http::StatusCode;
use pana_app::estimate::{Asked, EstimateError, default_question, read};
use pana_stats::mse::answer::METHODS;
use pana_text::Words;

use crate::visit::Visit;

/// A table may be this large.
pub const MOST: usize = 1 << 20;

/// The form as it was filled in.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The pasted table.
    pub text: String,
    /// Columns that divide people.
    pub strata: String,
    /// Methods that were chosen.
    pub methods: Vec<String>,
    /// The seed.
    pub seed: String,
    /// Bootstrap replicates.
    pub replicates: String,
    /// What a form of this server carries.
    pub key: String,
    example: String,
    file: Option<(String, Vec<u8>)>,
}

/// What is wrong with what was sent, in the reader's words.
pub struct Fault {
    /// "Line 3, column b"; empty where it is the whole.
    pub place: String,
    /// What, and what to do.
    pub what: String,
}

/// Why nothing was begun.
pub struct Refused {
    /// The answer's status.
    pub status: StatusCode,
    /// One fault each.
    pub faults: Vec<Fault>,
}

impl Refused {
    /// A refusal of the whole.
    pub fn whole(words: &Words, key: &str, found: &str) -> Self {
        let what = words.tell(&format!("estimate-fault-{key}"), &[("found", found.into())]);
        let status = if key == "too-large" { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::BAD_REQUEST };
        Self { status, faults: vec![Fault { place: String::new(), what }] }
    }
}

/// Reads the fields of a form. One that breaks off or is too large keeps what had come before.
pub async fn fields(form: &mut Multipart) -> (Typed, Result<(), &'static str>) {
    let mut typed = Typed::default();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return (typed, Ok(())),
            Err(error) => return (typed, Err(fault_of(&error))),
        };
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let bytes = match field.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => return (typed, Err(fault_of(&error))),
        };
        if name == "file" {
            if !bytes.is_empty() {
                typed.file = Some((clean(&file.unwrap_or_default()), bytes.to_vec()));
            }
            continue;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "key" => typed.key = text,
            // A browser ends each line of a field with two characters; the table that was pasted did not.
            "text" => typed.text = text.replace("\r\n", "\n"),
            "strata" => typed.strata = text,
            "seed" => typed.seed = text,
            "replicates" => typed.replicates = text,
            "example" => typed.example = text,
            "method" => typed.methods.push(text),
            _ => {}
        }
    }
}

fn fault_of(error: &axum::extract::multipart::MultipartError) -> &'static str {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { "too-large" } else { "form" }
}

/// The name of a file without its folders and without what cannot be seen.
fn clean(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|letter| !letter.is_control()).take(80).collect();
    if kept.trim().is_empty() { "table.csv".to_owned() } else { kept }
}

/// The question of a form: its table is read here, so that faults are told at once.
pub fn asked(visit: &Visit, typed: &Typed) -> Result<Asked, Refused> {
    let words = visit.words();
    let whole = |key: &str, found: &str| Refused::whole(words, key, found);
    let (file, text) = table(visit, typed)?;
    let mut question = default_question();
    question.strata =
        typed.strata.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    question.methods =
        METHODS.iter().filter(|id| typed.methods.iter().any(|m| m == *id)).map(|id| (*id).to_owned()).collect();
    if !typed.seed.trim().is_empty() {
        question.settings.seed = typed.seed.trim().parse().map_err(|_| whole("setting", &typed.seed))?;
    }
    if !typed.replicates.trim().is_empty() {
        let replicates = typed.replicates.trim().parse().ok().filter(|count| (100..=10_000).contains(count));
        question.settings.replicates = replicates.ok_or_else(|| whole("setting", &typed.replicates))?;
    }
    let asked = Asked { text, file, question };
    match read(&asked) {
        Ok(_) => Ok(asked),
        Err(error) => Err(refused(words, error)),
    }
}

fn table(visit: &Visit, typed: &Typed) -> Result<(String, String), Refused> {
    let whole = |key: &str| Refused::whole(visit.words(), key, "");
    if !typed.example.is_empty() {
        let found = super::examples(visit).into_iter().find(|example| example.id == typed.example);
        return found
            .map(|example| (format!("{}.csv", example.id), example.table))
            .ok_or_else(|| whole("nothing-given"));
    }
    if let Some((name, bytes)) = &typed.file {
        if bytes.len() > MOST {
            return Err(whole("too-large"));
        }
        let text = String::from_utf8(bytes.clone()).ok().filter(|text| !text.contains('\0'));
        return text.map(|text| (name.clone(), text)).ok_or_else(|| whole("not-text"));
    }
    match typed.text.len() {
        _ if typed.text.trim().is_empty() => Err(whole("nothing-given")),
        long if long > MOST => Err(whole("too-large")),
        _ => Ok(("table.csv".to_owned(), typed.text.clone())),
    }
}

fn refused(words: &Words, error: EstimateError) -> Refused {
    let EstimateError::Faults(faults) = error else {
        return Refused::whole(words, "table", &error.to_string());
    };
    let told = faults.iter().map(|fault| {
        let line = fault.line.map(|line| words.tell("estimate-fault-line", &[("line", line.to_string().into())]));
        let column = fault
            .column
            .as_ref()
            .map(|column| words.tell("estimate-fault-column", &[("column", column.as_str().into())]));
        Fault {
            place: line.into_iter().chain(column).collect::<Vec<_>>().join(", "),
            what: words
                .tell(&format!("estimate-fault-{}", fault.fault.key()), &[("found", fault.fault.found().into())]),
        }
    });
    Refused { status: StatusCode::BAD_REQUEST, faults: told.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_says_nothing_about_the_disk_it_came_from() {
        assert_eq!(clean("C:\\Users\\A\\lists.csv"), "lists.csv");
        assert_eq!(clean("../../etc/passwd"), "passwd");
        assert_eq!(clean("a\nb\0.csv"), "ab.csv");
        assert_eq!(clean(""), "table.csv");
    }
}
