//! The law of a country: `data/casework/<country>/law.toml`. All that is wrong is told at once, each with its key.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pana_casework::calendar::{Zone, is_zone_rule};
use pana_casework::clock_law::ClockLaw;
use pana_casework::dated::{Dated, Parameter};
use pana_casework::law::{Deadline, Law, Names, RetentionLaw};
use pana_text::Lang;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::fault::{Fault, Faults};
use crate::files::Files;

/// Reads and checks the law of a country, which is named by its folder below `casework/`.
pub fn read(data: &Files, country: &str) -> Result<Law, Faults> {
    let file = format!("casework/{country}/law.toml");
    let text = data.text(&file)?;
    let table: Table = toml::from_str(text).map_err(|error| unreadable(&file, text, &error))?;
    let mut reading = Reading { file, table, faults: Vec::new() };
    reading.sources();
    let law = reading.law();
    reading.left_over();
    if let Some(law) = &law {
        reading.check(law);
    }
    match law {
        Some(law) if reading.faults.is_empty() => Ok(law),
        _ => Err(Faults(reading.faults)),
    }
}

/// Reads the law of every country below `casework/`, by folder.
pub fn read_all(data: &Files) -> Result<BTreeMap<String, Law>, Faults> {
    let folders = data.below("casework");
    let countries =
        folders.folders().into_iter().filter(|country| folders.bytes(&format!("{country}/law.toml")).is_some());
    countries.map(|country| Ok((country.to_owned(), read(data, country)?))).collect()
}

fn unreadable(file: &str, text: &str, error: &toml::de::Error) -> Fault {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.map(|before| before.matches('\n').count() as u64 + 1);
    Fault { line, ..Fault::of_file(file, error.message()) }
}

struct Reading {
    file: String,
    table: Table,
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, key: &str, reason: impl std::fmt::Display) {
        self.faults.push(Fault::of_file(&self.file, format!("`{key}`: {reason}")));
    }

    /// Takes what stands under a key, such as `clock.start`.
    fn take<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let Some(value) = remove(&mut self.table, key) else {
            self.fault(key, "it is missing");
            return None;
        };
        self.converted(key, value)
    }

    fn converted<T: DeserializeOwned>(&mut self, key: &str, value: Value) -> Option<T> {
        match value.try_into() {
            Ok(taken) => Some(taken),
            Err(error) => {
                self.fault(key, error.message());
                None
            }
        }
    }

    fn law(&mut self) -> Option<Law> {
        // Everything is taken before anything is asked for, so that all faults are told at once.
        let (id, edition, acts) = (self.take("id"), self.take("edition"), self.take("acts"));
        let (zone, clock, retention) = (self.zone(), self.clock(), self.retention());
        let deadlines = self.deadlines();
        let (referral_working_days, consent_days) = (self.take("referral_working_days"), self.take("consent_days"));
        let (criteria, grounds) = (self.take("criteria"), self.take("grounds"));
        let (refusal_reasons, exit_reasons) = (self.take("refusal_reasons"), self.take("exit_reasons"));
        let (services, benefit_unit) = (self.take("services"), self.take("benefit_unit"));
        let follow_up_months = self.take("follow_up_months");
        let (rest_days, holidays, offences) = (self.take("rest_days"), self.take("holidays"), self.take("offences"));
        Some(Law {
            id: id?,
            edition: edition?,
            zone: zone?,
            acts: acts?,
            clock: clock?,
            deadlines: deadlines?,
            referral_working_days: referral_working_days?,
            rest_days: rest_days?,
            holidays: holidays?,
            offences: offences?,
            criteria: criteria?,
            grounds: grounds?,
            refusal_reasons: refusal_reasons?,
            services: services?,
            exit_reasons: exit_reasons?,
            follow_up_months: follow_up_months?,
            benefit_unit: benefit_unit?,
            consent_days: consent_days?,
            retention: retention?,
        })
    }

    fn zone(&mut self) -> Option<Zone> {
        let (name, rule) = (self.take("zone.name"), self.take("zone.rule"));
        Some(Zone { name: name?, rule: rule? })
    }

    fn clock(&mut self) -> Option<ClockLaw> {
        let (base_months, maximum_months) = (self.take("clock.base_months"), self.take("clock.maximum_months"));
        let (warning_days, start) = (self.take("clock.warning_days"), self.take("clock.start"));
        let (re_entry, pause) = (self.take("clock.re_entry"), self.take("clock.pause"));
        let extension_grounds = self.take("clock.extension_grounds");
        Some(ClockLaw {
            base_months: base_months?,
            maximum_months: maximum_months?,
            warning_days: warning_days?,
            start: start?,
            re_entry: re_entry?,
            pause: pause?,
            extension_grounds: extension_grounds?,
        })
    }

    fn retention(&mut self) -> Option<RetentionLaw> {
        let draft_days = self.take("retention.draft_days");
        let negative_screening_days = self.take("retention.negative_screening_days");
        let case_years = self.take("retention.case_years");
        Some(RetentionLaw {
            draft_days: draft_days?,
            negative_screening_days: negative_screening_days?,
            case_years: case_years?,
        })
    }

    /// A deadline is either given or listed as not known: silence is no answer.
    fn deadlines(&mut self) -> Option<BTreeMap<Deadline, Parameter<u32>>> {
        let not_known: Vec<Deadline> = self.take("deadlines.not_known")?;
        let mut known = BTreeMap::new();
        for &deadline in Deadline::ALL {
            let key = format!("deadlines.{}", deadline.name());
            let value = remove(&mut self.table, &key);
            match value {
                Some(_) if not_known.contains(&deadline) => {
                    self.fault(&key, "it has a value and is listed as not known")
                }
                None if !not_known.contains(&deadline) => {
                    self.fault(&key, "it is missing; list it in `deadlines.not_known` if no source says it");
                }
                Some(value) => {
                    let days = self.converted(&key, value)?;
                    known.insert(deadline, days);
                }
                None => {}
            }
        }
        Some(known)
    }

    fn left_over(&mut self) {
        let mut unknown = Vec::new();
        for (key, value) in &self.table {
            match value {
                Value::Table(inner) => unknown.extend(inner.keys().map(|inner| format!("{key}.{inner}"))),
                _ => unknown.push(key.clone()),
            }
        }
        for key in unknown {
            self.fault(&key, "a law has no such key");
        }
    }

    /// No row without a source (design: no fact without one).
    fn sources(&mut self) {
        let mut bare = Vec::new();
        find_bare(&Value::Table(self.table.clone()), String::new(), &mut bare);
        for key in bare {
            self.fault(&key, "a row names its source; for what nobody found, where it should be looked for");
        }
    }
}

fn find_bare(value: &Value, key: String, bare: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            let blank =
                table.get("source").is_none_or(|source| source.as_str().is_none_or(|text| text.trim().is_empty()));
            if table.contains_key("verified") && blank {
                bare.push(key.clone());
            }
            for (name, inner) in table {
                let path = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                find_bare(inner, path, bare);
            }
        }
        Value::Array(rows) => {
            for (position, row) in rows.iter().enumerate() {
                find_bare(row, format!("{key}[{}]", position + 1), bare);
            }
        }
        _ => {}
    }
}

fn remove(table: &mut Table, key: &str) -> Option<Value> {
    match key.split_once('.') {
        Some((section, rest)) => remove(table.get_mut(section)?.as_table_mut()?, rest),
        None => table.remove(key),
    }
}

// What no type can say: rows that must fit each other.
impl Reading {
    fn check(&mut self, law: &Law) {
        for rule in law.zone.rule.values().iter().filter(|rule| !is_zone_rule(&rule.value)) {
            self.fault("zone.rule", format!("`{}` is not a POSIX time zone rule such as `<+05>-5`", rule.value));
        }
        self.check_months(&law.clock);
        self.check_grounds(law);
        for row in
            law.refusal_reasons.iter().filter(|row| row.article.as_ref().is_none_or(|text| text.trim().is_empty()))
        {
            self.fault(
                "refusal_reasons",
                format!("`{}` has no article: a refusal needs its legal basis", row.value.name()),
            );
        }
        if !law.services.iter().any(|row| row.value.guaranteed) {
            self.fault("services", "no service is guaranteed");
        }
        self.check_codes("clock.extension_grounds", &law.clock.extension_grounds, |row| &row.code);
        self.check_codes("criteria", &law.criteria, |row| row.code.as_str());
        self.check_codes("grounds", &law.grounds, |row| &row.code);
        self.check_codes("services", &law.services, |row| row.code.as_str());
        self.check_codes("offences", &law.offences, |row| &row.code);
        self.check_codes("refusal_reasons", &law.refusal_reasons, |reason| reason.name());
        self.check_codes("exit_reasons", &law.exit_reasons, |reason| reason.name());
        let grounds = law.clock.extension_grounds.iter().map(|row| (&row.value.code, &row.value.names));
        let named: Vec<(String, &Names)> = grounds
            .chain(law.grounds.iter().map(|row| (&row.value.code, &row.value.names)))
            .map(|(code, names)| (code.clone(), names))
            .chain(law.criteria.iter().map(|row| (row.value.code.as_str().to_owned(), &row.value.names)))
            .chain(law.services.iter().map(|row| (row.value.code.as_str().to_owned(), &row.value.names)))
            .chain(law.offences.iter().map(|row| (row.value.code.clone(), &row.value.names)))
            .collect();
        for (code, names) in named {
            self.check_names(&code, names);
        }
    }

    fn check_months(&mut self, clock: &ClockLaw) {
        let first_days = |months: &Parameter<u32>| months.values().iter().map(|row| row.valid_from).collect::<Vec<_>>();
        let changes = first_days(&clock.base_months).into_iter().chain(first_days(&clock.maximum_months));
        for day in changes.map(|day| day.unwrap_or(Date::MIN)).collect::<BTreeSet<_>>() {
            let (base, maximum) = (clock.base_months.in_force(day), clock.maximum_months.in_force(day));
            if let (Some(base), Some(maximum)) = (base, maximum)
                && base.value > maximum.value
            {
                self.fault(
                    "clock.maximum_months",
                    format!("{} is less than the {} that are owed", maximum.value, base.value),
                );
            }
        }
        if clock.base_months.values().iter().any(|row| row.value == 0) {
            self.fault("clock.base_months", "no month is owed");
        }
    }

    fn check_grounds(&mut self, law: &Law) {
        let criteria: BTreeSet<_> = law.criteria.iter().map(|row| &row.value.code).collect();
        for ground in law.grounds.iter().map(|row| &row.value) {
            let groups = &ground.one_of_each;
            if groups.is_empty() || groups.iter().any(Vec::is_empty) {
                self.fault("grounds", format!("`{}` has no criteria, or an empty group of them", ground.code));
            }
            for unknown in groups.iter().flatten().filter(|code| !criteria.contains(code)) {
                self.fault(
                    "grounds",
                    format!("`{}` names `{}`, which is not among `criteria`", ground.code, unknown.as_str()),
                );
            }
        }
    }

    fn check_codes<T>(&mut self, key: &str, rows: &[Dated<T>], code: impl Fn(&T) -> &str) {
        for (position, row) in rows.iter().enumerate() {
            let starts = row.valid_from.unwrap_or(Date::MIN);
            let again = rows[..position].iter().filter(|earlier| code(&earlier.value) == code(&row.value));
            let shares =
                |earlier: &&Dated<T>| earlier.holds_on(starts) || row.holds_on(earlier.valid_from.unwrap_or(Date::MIN));
            if again.filter(shares).count() > 0 {
                self.fault(key, format!("`{}` is there twice on one day", code(&row.value)));
            }
        }
    }

    fn check_names(&mut self, code: &str, names: &Names) {
        for lang in Lang::ALL {
            if names.get(lang.tag()).is_none_or(|name| name.trim().is_empty()) {
                self.fault(code, format!("it has no name in `{}`", lang.tag()));
            }
        }
    }
}
