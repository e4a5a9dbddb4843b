//! The table of rules, and what follows from it.

use super::cell::{Action, Cell, Consent, Purpose, Relation, Role, Thing};

/// A line of the table that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct PolicyFault {
    /// The line, the header being 1.
    pub line: u64,
    /// What is wrong, and what would be right.
    pub reason: String,
}

/// A line of the table: everything it names is allowed in every combination.
#[derive(Clone, Debug)]
struct Rule {
    roles: Vec<Role>,
    relations: Vec<Relation>,
    things: Vec<Thing>,
    actions: Vec<Action>,
    purposes: Vec<Purpose>,
    consents: Vec<Consent>,
}

/// The policy. What no line allows is refused.
#[derive(Clone, Debug)]
pub struct Policy {
    allowed: Vec<bool>,
}

const COLUMNS: [&str; 7] = ["roles", "relations", "things", "actions", "purposes", "consents", "why"];

impl Policy {
    /// Reads the table: CSV, lists separated by spaces; in `consents` a star means that consent is not asked for.
    ///
    /// # Errors
    /// A column that is missing, a word that is none of the codes, a line without a reason, a line that allows nothing new.
    pub fn read(bytes: &[u8]) -> Result<Self, PolicyFault> {
        let fault = |line: u64, reason: String| PolicyFault { line, reason };
        let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
        let header = reader.headers().map_err(|error| fault(1, error.to_string()))?;
        if header.iter().ne(COLUMNS) {
            return Err(fault(1, format!("the columns must be {}", COLUMNS.join(","))));
        }
        let mut policy = Self { allowed: vec![false; Cell::COUNT] };
        for record in reader.records() {
            let record =
                record.map_err(|error| fault(error.position().map_or(0, csv::Position::line), error.to_string()))?;
            let line = record.position().map_or(0, csv::Position::line);
            let rule = Rule::read(&record).map_err(|reason| fault(line, reason))?;
            if !policy.allow(&rule) {
                return Err(fault(line, "it allows nothing that an earlier line does not; take it out".to_owned()));
            }
        }
        Ok(policy)
    }

    /// Sets the cells of a rule; says whether one of them was not allowed before.
    fn allow(&mut self, rule: &Rule) -> bool {
        let mut new = false;
        rule.each(&mut |cell| {
            if let Some(allowed) = self.allowed.get_mut(cell.index()) {
                new |= !*allowed;
                *allowed = true;
            }
        });
        new
    }

    /// Whether it is allowed.
    pub fn allows(&self, cell: Cell) -> bool {
        self.allowed.get(cell.index()).copied().unwrap_or(false)
    }

    /// The ways in which a role may do something to a thing.
    pub fn who(&self, role: Role, thing: Thing, action: Action) -> Vec<Who> {
        let mut found = Vec::new();
        for &relation in Relation::ALL {
            for &purpose in Purpose::ALL {
                let cell = |consent| Cell { role, relation, thing, action, purpose, consent };
                let allowed = Consent::ALL.iter().filter(|&&consent| self.allows(cell(consent))).count();
                if allowed > 0 {
                    found.push(Who { relation, purpose, consent: allowed < Consent::ALL.len() });
                }
            }
        }
        found
    }
}

/// One way to be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// How she stands to the case.
    pub relation: Relation,
    /// What for.
    pub purpose: Purpose,
    /// Whether the person's consent decides.
    pub consent: bool,
}

impl Rule {
    fn read(record: &csv::StringRecord) -> Result<Self, String> {
        let column = |at: usize| record.get(at).unwrap_or_default();
        if column(6).trim().is_empty() {
            return Err("`why` is empty; say what the line is for".to_owned());
        }
        Ok(Self {
            roles: list("roles", column(0), Role::ALL, Role::parse)?,
            relations: list("relations", column(1), Relation::ALL, Relation::parse)?,
            things: list("things", column(2), Thing::ALL, Thing::parse)?,
            actions: list("actions", column(3), Action::ALL, Action::parse)?,
            purposes: list("purposes", column(4), Purpose::ALL, Purpose::parse)?,
            consents: list("consents", column(5), Consent::ALL, Consent::parse)?,
        })
    }

    fn each(&self, visit: &mut impl FnMut(Cell)) {
        for &role in &self.roles {
            for &relation in &self.relations {
                for &thing in &self.things {
                    for &action in &self.actions {
                        for &purpose in &self.purposes {
                            for &consent in &self.consents {
                                visit(Cell { role, relation, thing, action, purpose, consent });
                            }
                        }
                    }
                }
            }
        }
    }
}

fn list<T: Copy>(column: &str, text: &str, all: &[T], parse: fn(&str) -> Option<T>) -> Result<Vec<T>, String> {
    if text == "*" {
        return Ok(all.to_vec());
    }
    let word = |word: &str| parse(word).ok_or_else(|| format!("`{word}` is no code of `{column}`"));
    let found = text.split_whitespace().map(word).collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() { Err(format!("`{column}` is empty; name codes, or * for all")) } else { Ok(found) }
}
