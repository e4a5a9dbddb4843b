//! All routes of the confided room, each with what it needs. A route cannot be written down without it: the table is the only way in, and
//! the test of the policy walks the table.

use axum::Extension;
use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use pana_casework::Class;
use pana_casework::policy::{Action, Thing};

use super::{account, case, cases, emergency, guard, join, log, own, people, policy, sign_in};
use crate::server::State;

/// What a route needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nobody has to be signed in.
    Nobody,
    /// Somebody is signed in; the page shows her own things only.
    Signed,
    /// The policy allows this for something that belongs to no case.
    Thing(Thing, Action),
    /// The policy allows this for a class of the case that the address names.
    Case(Class, Action),
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path.
    pub path: &'static str,
    /// What it needs.
    pub need: Need,
}

macro_rules! routes {
    ($($method:ident $path:literal => $handler:path, $need:expr;)+) => {
        /// The table.
        pub const ROUTES: &[Route] = &[$(Route { method: routes!(@name $method), path: $path, need: $need }),+];

        /// The router of the table.
        pub fn router() -> Router<State> {
            let router = Router::new();
            $(let router = router.route($path, $method($handler).layer(Extension($need)));)+
            router.layer(from_fn(guard::guard))
        }
    };
    (@name get) => { "GET" };
    (@name post) => { "POST" };
}

routes! {
    get "/{lang}/casework/sign-in" => sign_in::show, Need::Nobody;
    post "/{lang}/casework/sign-in" => sign_in::enter, Need::Nobody;
    get "/{lang}/casework/join" => join::show, Need::Nobody;
    post "/{lang}/casework/join" => join::take_over, Need::Nobody;
    get "/{lang}/casework/recover" => join::recover_form, Need::Nobody;
    post "/{lang}/casework/recover" => join::recover, Need::Nobody;

    get "/{lang}/casework/own" => own::ask, Need::Nobody;
    post "/{lang}/casework/own" => own::enter, Need::Nobody;
    get "/{lang}/casework/own/record" => own::record, Need::Signed;
    post "/{lang}/casework/own/leave" => own::leave, Need::Signed;
    get "/{lang}/casework/own/gone" => own::gone, Need::Nobody;

    get "/{lang}/casework" => cases::list, Need::Signed;
    post "/{lang}/casework/sign-out" => sign_in::leave, Need::Signed;
    get "/{lang}/casework/account" => account::show, Need::Signed;
    post "/{lang}/casework/account/purpose" => account::purpose, Need::Signed;
    post "/{lang}/casework/account/end" => account::end, Need::Signed;
    get "/{lang}/casework/confirm" => account::confirm_form, Need::Signed;
    post "/{lang}/casework/confirm" => account::confirm, Need::Signed;

    get "/{lang}/casework/policy" => policy::show, Need::Thing(Thing::Policy, Action::Read);
    get "/{lang}/casework/log" => log::list, Need::Thing(Thing::Log, Action::Read);
    get "/{lang}/casework/people" => people::list, Need::Thing(Thing::Accounts, Action::Read);
    post "/{lang}/casework/people" => people::invite, Need::Thing(Thing::Accounts, Action::Write);
    post "/{lang}/casework/people/centres" => people::add_centre, Need::Thing(Thing::Accounts, Action::Write);
    post "/{lang}/casework/people/{id}/end" => people::end, Need::Thing(Thing::Accounts, Action::Write);
    get "/{lang}/casework/centre/people" => people::members, Need::Thing(Thing::Rooms, Action::Read);
    post "/{lang}/casework/centre/people/{id}/let-in" => people::let_in, Need::Thing(Thing::Rooms, Action::Write);

    get "/{lang}/casework/cases/{id}" => case::show, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/history" => log::of_case, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/own-code" => own::offer, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/own-code" => own::give, Need::Case(Class::Meta, Action::Grant);
    get "/{lang}/casework/cases/{id}/emergency" => emergency::ask, Need::Case(Class::Meta, Action::Read);
    post "/{lang}/casework/cases/{id}/emergency" => emergency::begin, Need::Signed;
    get "/{lang}/casework/cases/{id}/emergency/open" => emergency::open, Need::Case(Class::Identity, Action::Read);
    post "/{lang}/casework/emergency/end" => emergency::end, Need::Signed;
    get "/{lang}/casework/cases/{id}/team" => case::team, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/team" => case::let_in, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/team/{account}/end" => case::let_go, Need::Case(Class::Meta, Action::Grant);
}
