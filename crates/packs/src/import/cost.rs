//! What a measure costs: a sum, "no money needed", "within the funds allotted", or not said. These are four different things.

use pana_evidence::Decimal;

use super::cell::{Comma, plain, shifted};
use super::lexicon::Lexicon;
use super::phrase::Item;
use super::refusal::Refusal;

/// A cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// The sum; "0" where no money is needed; none where it is not known.
    pub sum: Option<Decimal>,
    /// Its currency, by ISO 4217.
    pub currency: Option<String>,
    /// Whether the cell says where the money comes from instead of how much it is.
    pub names_funding: bool,
}

/// Reads a cell below a header that may say "(million tenge)".
pub fn read(cell: &str, header: &str, comma: Comma, lexicon: &Lexicon) -> Result<Cost, Refusal> {
    let items = lexicon.cost.read(cell).map_err(|word| Refusal::UnknownWord { word })?;
    let (scale, stated) = header_says(header, lexicon);
    let named = |items: &[Item]| items.iter().find_map(|item| item.means("currency:").map(str::to_owned));
    let currency = named(&items).or(stated);
    let rest: Vec<&Item> = items.iter().filter(|item| item.means("currency:").is_none()).collect();
    match rest.as_slice() {
        [] => Ok(Cost::default()),
        [only] if only.is("dash") || only.is("unstated") => Ok(Cost::default()),
        [only] if only.is("none_needed") => Ok(Cost { sum: Some(zero()), currency: None, names_funding: false }),
        [only] if only.is("within_funds") => Ok(Cost { names_funding: true, ..Cost::default() }),
        [Item::Number(number)] => {
            let sum = shifted(&plain(number, comma)?, scale).ok_or(Refusal::NotACost {})?;
            Ok(Cost { sum: Some(sum), currency, names_funding: false })
        }
        [Item::Number(number), times] => {
            let zeros = times.means("times:").and_then(|zeros| zeros.parse().ok()).ok_or(Refusal::NotACost {})?;
            let sum = shifted(&plain(number, comma)?, zeros).ok_or(Refusal::NotACost {})?;
            Ok(Cost { sum: Some(sum), currency, names_funding: false })
        }
        _ => Err(Refusal::NotACost {}),
    }
}

/// The multiplier and the currency that a header states in brackets or after a comma.
fn header_says(header: &str, lexicon: &Lexicon) -> (usize, Option<String>) {
    let (mut scale, mut currency) = (0, None);
    for word in header.split(['(', ')', '[', ']', ',', ' ', '\u{a0}', '\n']) {
        let items = lexicon.cost.read(word).unwrap_or_default();
        for item in &items {
            scale = item.means("times:").and_then(|zeros| zeros.parse().ok()).unwrap_or(scale);
            currency = item.means("currency:").map(str::to_owned).or(currency);
        }
    }
    (scale, currency)
}

fn zero() -> Decimal {
    "0".parse().expect("0 is a number")
}
