//! The pages of the confided room. Every route is in one table with what it needs of the policy; a page gets its case only from the
//! gate.

pub mod account;
pub mod again;
pub mod age;
pub mod ask;
pub mod attachment;
pub mod call;
pub mod case;
pub mod cases;
pub mod child;
pub mod clock;
pub mod closure;
pub mod confirm;
pub mod consent;
pub mod cookie;
pub mod correction;
pub mod decision;
pub mod due;
pub mod editor;
pub mod emergency;
pub mod entries;
pub mod exit;
pub mod form;
pub mod form_page;
pub mod frame;
pub mod guard;
pub mod health;
pub mod identity;
pub mod intake;
pub mod join;
pub mod law;
pub mod log;
pub mod own;
pub mod own_consent;
mod own_services;
pub mod own_words;
pub mod paper;
pub mod passkey;
pub mod people;
pub mod place;
pub mod places;
pub mod plan;
pub mod policy;
pub mod proceeding;
pub mod public;
pub mod referral;
pub mod refusal;
pub mod report;
pub mod residence;
pub mod route;
pub mod screening;
pub mod sent;
pub mod sign_in;
pub mod signed;
pub mod stating;
pub mod story;
pub mod task;
pub mod tonight;
pub mod verdict;
pub mod work;
pub mod writer;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use pana_app::casework::Casework;
use pana_app::casework::moment::Moment;
use pana_app::casework::passkey::Site;
use pana_casework::report::SmallCell;

/// The confided room as the server holds it.
#[derive(Clone)]
pub struct Confided {
    /// The use cases.
    pub casework: Arc<Casework>,
    /// The clock.
    pub now: fn() -> Timestamp,
    /// The zone in which the country counts days.
    pub zone: TimeZone,
    /// Where somebody goes who leaves her own view at once.
    pub exit: String,
    /// Where people find this server, which passkeys are bound to; missing where nobody said.
    pub site: Option<Site>,
    /// The limit below which numbers of people are hidden.
    pub small_cell: SmallCell,
}

impl Confided {
    /// This moment.
    pub fn moment(&self) -> Moment {
        Moment { at: (self.now)(), zone: self.zone.clone() }
    }
}
