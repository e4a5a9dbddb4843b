//! Who may see and do what: role × relation to the case × thing × action × purpose × consent. A table of data decides; whatever it
//! does not name is refused. The same table drives code, the page "who can see this?", the documentation and the test of all cells.

mod cell;
mod table;

pub use cell::{Action, Cell, Consent, Purpose, Relation, Role, Thing};
pub use table::{Policy, PolicyFault, Who};
