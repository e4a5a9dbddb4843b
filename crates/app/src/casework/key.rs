//! Which keys a holder has, and what they open.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use pana_casework::Class;
use pana_casework::policy::{Action, Cell, Consent, Policy, Purpose, Relation, Role};
use pana_store::casework::{Salt, Wrap};
use pana_vault::wrap::Bundle;
use pana_vault::{Pair, Parts, PublicKey, Random, Secret, seal};

use super::refused::Refused;

/// The number of the key under which a centre's search tokens are made.
pub const SEARCH: u8 = 200;
/// The number of the private half of a centre's front.
pub const FRONT: u8 = 201;
/// The number of the private half of a centre's desk.
pub const DESK: u8 = 202;

/// The number of a class in a bundle. Kept with the wraps: never renumbered.
pub fn number(class: Class) -> u8 {
    match class {
        Class::Identity => 1,
        Class::Place => 2,
        Class::Status => 3,
        Class::Story => 4,
        Class::Health => 5,
        Class::Legal => 6,
        Class::Services => 7,
        Class::Screening => 8,
        Class::Criminal => 9,
        Class::Employment => 10,
        Class::Meta => 11,
        Class::Statistics => 12,
    }
}

/// The classes that a role in this relation can ever open: reading or writing, for some purpose, with some consent. Nobody is
/// given a key that the policy would never let her use.
pub fn classes(policy: &Policy, role: Role, relation: Relation) -> Vec<Class> {
    let uses = [Action::ReadOwn, Action::Read, Action::Write, Action::Print, Action::Export];
    let ever = |class: Class| {
        uses.iter().any(|&action| {
            Purpose::ALL.iter().any(|&purpose| {
                let cell = |consent| Cell { role, relation, thing: class.into(), action, purpose, consent };
                Consent::ALL.iter().any(|&consent| policy.allows(cell(consent)))
            })
        })
    };
    Class::ALL.iter().copied().filter(|&class| ever(class)).collect()
}

/// What a wrap is sealed for: this record, this holder.
fn about(record: &str, holder: &str) -> Parts {
    Parts::of("pana wrap v1").and("record", record).and("holder", holder)
}

/// Keys for a holder.
pub fn wrap(
    bundle: &Bundle,
    record: &str,
    holder: &str,
    to: PublicKey,
    version: i64,
    random: &mut dyn Random,
) -> Result<Wrap, Refused> {
    let sealed = bundle.wrap(to, &about(record, holder), random).ok_or(Refused::Damaged("accounts"))?;
    Ok(Wrap { record_id: record.to_owned(), holder: holder.to_owned(), bundle: sealed, version })
}

/// Opens a wrap with the holder's pair.
pub fn unwrap(wrap: &Wrap, pair: &Pair) -> Result<Bundle, Refused> {
    Bundle::unwrap(pair, &about(&wrap.record_id, &wrap.holder), &wrap.bundle).map_err(|_| Refused::Damaged("wraps"))
}

/// Fresh salts for classes of a record.
pub fn salts(record: &str, classes: &[Class], random: &mut dyn Random) -> Vec<Salt> {
    let salt = |&class: &Class| {
        let mut bytes = vec![0; 32];
        random.fill(&mut bytes);
        Salt { record_id: record.to_owned(), class: class.name().to_owned(), salt: bytes }
    };
    classes.iter().map(salt).collect()
}

/// The keys that documents are sealed with: for each class in the bundle that still has its salt.
pub fn data_keys(bundle: &Bundle, salts: &[Salt]) -> BTreeMap<Class, Secret<32>> {
    let key = |salt: &Salt| Some((Class::parse(&salt.class)?, data_key(bundle, salt)?));
    salts.iter().filter_map(key).collect()
}

fn data_key(bundle: &Bundle, salt: &Salt) -> Option<Secret<32>> {
    let class = Class::parse(&salt.class)?;
    let bytes: &[u8; 32] = salt.salt.as_slice().try_into().ok()?;
    let about = Parts::of("pana data key v1").and("record", &salt.record_id).and("class", class.name());
    Some(seal::data_key(bundle.key(number(class))?, bytes, &about))
}

/// The same, each made when it is first asked for: a page opens some classes of a case and not all.
pub struct DataKeys {
    bundle: Bundle,
    salts: BTreeMap<Class, (Salt, OnceLock<Option<Secret<32>>>)>,
}

impl DataKeys {
    /// Those of a record.
    pub fn new(bundle: Bundle, salts: Vec<Salt>) -> Self {
        let of_class = |salt: Salt| Some((Class::parse(&salt.class)?, (salt, OnceLock::new())));
        Self { bundle, salts: salts.into_iter().filter_map(of_class).collect() }
    }

    /// The key of a class.
    pub fn get(&self, class: Class) -> Option<&Secret<32>> {
        let (salt, made) = self.salts.get(&class)?;
        made.get_or_init(|| data_key(&self.bundle, salt)).as_ref()
    }

    /// What they are made from.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }
}

/// A private half that a bundle holds.
pub fn pair(bundle: &Bundle, number: u8) -> Option<Pair> {
    bundle.key(number).cloned().map(Pair::from_private)
}
