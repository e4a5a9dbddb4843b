//! All routes of the confided room, each with what it needs. A route cannot be written down without it: the table is the only way in, and
//! the test of the policy walks the table.

use axum::Extension;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use pana_casework::Class;
use pana_casework::policy::{Action, Thing};

use super::again::Waiting;
use super::{
    account, age, attachment, case, cases, child, clock, closure, confirm, consent, correction, decision, emergency,
    exit, guard, health, identity, intake, join, law, log, own, own_consent, own_services, paper, passkey, people,
    place, places, plan, policy, proceeding, referral, report, residence, screening, sign_in, stating, story, task,
    tonight, verdict, work,
};
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
    /// The same for the class that the address names too: that of an attached paper.
    Attached(Action),
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

/// The page at an address, or the nearest above it: from where a form is sent, as far as addresses tell. The address stands without its
/// language.
pub fn page_above(path: &str) -> Option<String> {
    let mut path = path.trim_end_matches('/');
    loop {
        // Where two patterns fit, the one with fewer open parts is asked.
        let fitting = ROUTES.iter().filter(|route| fits(route.path, path));
        let pattern = fitting.map(|route| route.path).min_by_key(|pattern| pattern.matches('{').count());
        if ROUTES.iter().any(|route| route.method == "GET" && Some(route.path) == pattern) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once('/')?.0;
    }
}

/// Whether an address without its language is one of a pattern.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path) = (pattern.split('/').skip(2), path.split('/').skip(1));
    pattern.clone().count() == path.clone().count()
        && pattern.zip(path).all(|(wanted, part)| (wanted.starts_with('{') && !part.is_empty()) || wanted == part)
}

macro_rules! routes {
    ($($method:ident $path:literal => $handler:path, $need:expr;)+) => {
        /// The table.
        pub const ROUTES: &[Route] = &[$(Route { method: routes!(@name $method), path: $path, need: $need }),+];

        /// The router of the table.
        pub fn router(state: State) -> Router<State> {
            let router = Router::new();
            $(let router = router.route($path, $method($handler).layer(Extension($need)));)+
            router.layer(from_fn_with_state((state, Waiting::default()), guard::guard))
        }
    };
    (@name get) => { "GET" };
    (@name post) => { "POST" };
}

routes! {
    get "/{lang}/casework/sign-in" => sign_in::show, Need::Nobody;
    post "/{lang}/casework/sign-in" => sign_in::enter, Need::Nobody;
    get "/{lang}/casework/sign-in/passkey" => passkey::sign_in_form, Need::Nobody;
    post "/{lang}/casework/sign-in/passkey" => passkey::sign_in, Need::Nobody;
    get "/{lang}/casework/join" => join::show, Need::Nobody;
    post "/{lang}/casework/join" => join::take_over, Need::Nobody;
    get "/{lang}/casework/recover" => join::recover_form, Need::Nobody;
    post "/{lang}/casework/recover" => join::recover, Need::Nobody;

    get "/{lang}/page" => own::ask, Need::Nobody;
    post "/{lang}/page" => own::enter, Need::Nobody;
    get "/{lang}/page/1" => own::record, Need::Signed;
    get "/{lang}/page/2" => correction::ask_new, Need::Signed;
    post "/{lang}/page/2" => correction::ask, Need::Signed;
    get "/{lang}/page/3" => own_consent::list, Need::Signed;
    post "/{lang}/page/3" => own_consent::take_back, Need::Signed;
    post "/{lang}/page/leave" => own::leave, Need::Nobody;
    get "/{lang}/page/left" => own::left, Need::Nobody;
    get "/{lang}/page/gone" => own::gone, Need::Nobody;
    get "/{lang}/page/forget.css" => sign_in::forget, Need::Nobody;

    get "/{lang}/casework" => cases::list, Need::Signed;
    get "/{lang}/casework/closed" => cases::closed, Need::Signed;
    get "/{lang}/casework/erased" => cases::erased, Need::Signed;
    post "/{lang}/casework/sign-out" => sign_in::leave, Need::Signed;
    get "/{lang}/casework/account" => account::show, Need::Signed;
    post "/{lang}/casework/account/purpose" => account::purpose, Need::Signed;
    post "/{lang}/casework/account/end" => account::end, Need::Signed;
    get "/{lang}/casework/account/passphrase" => account::passphrase_form, Need::Signed;
    post "/{lang}/casework/account/passphrase" => account::change_passphrase, Need::Signed;
    get "/{lang}/casework/account/passkeys" => passkey::new, Need::Signed;
    post "/{lang}/casework/account/passkeys" => passkey::add, Need::Signed;
    post "/{lang}/casework/account/passkeys/end" => passkey::remove, Need::Signed;
    get "/{lang}/casework/confirm" => confirm::show, Need::Signed;
    post "/{lang}/casework/confirm" => confirm::confirm, Need::Signed;
    get "/{lang}/casework/confirm/passkey" => passkey::confirm_form, Need::Signed;
    post "/{lang}/casework/confirm/passkey" => passkey::confirm, Need::Signed;

    get "/{lang}/casework/papers" => paper::list, Need::Signed;
    get "/{lang}/casework/papers/information" => paper::blank_information, Need::Signed;
    get "/{lang}/casework/papers/consent" => paper::blank_consent, Need::Signed;

    get "/{lang}/casework/policy" => policy::show, Need::Thing(Thing::Policy, Action::Read);
    get "/{lang}/casework/log" => log::list, Need::Thing(Thing::Log, Action::Read);
    get "/{lang}/casework/people" => people::list, Need::Thing(Thing::Accounts, Action::Read);
    post "/{lang}/casework/people" => people::invite, Need::Thing(Thing::Accounts, Action::Write);
    post "/{lang}/casework/people/centres" => people::add_centre, Need::Thing(Thing::Accounts, Action::Write);
    get "/{lang}/casework/people/{id}" => people::one, Need::Thing(Thing::Accounts, Action::Write);
    post "/{lang}/casework/people/{id}/sign-out" => people::sign_out, Need::Thing(Thing::Accounts, Action::Write);
    post "/{lang}/casework/people/{id}/end" => people::end, Need::Thing(Thing::Accounts, Action::Write);
    get "/{lang}/casework/centre/people" => people::members, Need::Thing(Thing::Rooms, Action::Read);
    post "/{lang}/casework/centre/people/{id}/let-in" => people::let_in, Need::Thing(Thing::Rooms, Action::Write);

    get "/{lang}/casework/law" => law::show, Need::Thing(Thing::Law, Action::Read);
    get "/{lang}/casework/law/{number}" => law::confirm_new, Need::Thing(Thing::Law, Action::Write);
    post "/{lang}/casework/law/{number}" => law::confirm, Need::Thing(Thing::Law, Action::Write);
    get "/{lang}/casework/report" => report::show, Need::Thing(Thing::Report, Action::Read);
    get "/{lang}/casework/report/paper" => report::paper, Need::Thing(Thing::Report, Action::Print);
    get "/{lang}/casework/report/csv" => report::file, Need::Thing(Thing::Report, Action::Export);
    get "/{lang}/casework/tasks" => task::mine, Need::Signed;
    get "/{lang}/casework/places" => places::list, Need::Thing(Thing::Rooms, Action::Exists);
    get "/{lang}/casework/places/tonight" => tonight::show, Need::Thing(Thing::Rooms, Action::Read);
    get "/{lang}/casework/places/tonight/paper" => tonight::paper, Need::Thing(Thing::Rooms, Action::Print);
    get "/{lang}/casework/places/reserve" => places::reserve_new, Need::Thing(Thing::Rooms, Action::Write);
    post "/{lang}/casework/places/reserve" => places::reserve, Need::Thing(Thing::Rooms, Action::Write);
    post "/{lang}/casework/places/reservations/{reservation}/release" => places::release, Need::Thing(Thing::Rooms, Action::Write);
    post "/{lang}/casework/places/beds/{bed}/free" => places::free_bed, Need::Thing(Thing::Rooms, Action::Write);
    get "/{lang}/casework/places/rooms/new" => places::new_room, Need::Thing(Thing::Rooms, Action::Write);
    post "/{lang}/casework/places/rooms" => places::make_room, Need::Thing(Thing::Rooms, Action::Write);
    get "/{lang}/casework/places/rooms/{room}" => places::room, Need::Thing(Thing::Rooms, Action::Write);
    post "/{lang}/casework/places/rooms/{room}" => places::change_room, Need::Thing(Thing::Rooms, Action::Write);
    post "/{lang}/casework/places/rooms/{room}/close" => places::close_room, Need::Thing(Thing::Rooms, Action::Write);
    post "/{lang}/casework/places/rooms/{room}/open" => places::open_room, Need::Thing(Thing::Rooms, Action::Write);

    get "/{lang}/casework/verdicts" => verdict::list, Need::Thing(Thing::Verdict, Action::Read);
    get "/{lang}/casework/verdicts/{claim}" => verdict::show, Need::Thing(Thing::Verdict, Action::Write);
    post "/{lang}/casework/verdicts/{claim}" => verdict::sign, Need::Thing(Thing::Verdict, Action::Write);
    get "/{lang}/casework/measures" => stating::measures, Need::Thing(Thing::Measure, Action::Read);
    get "/{lang}/casework/measures/{subject}/{about}" => stating::report_form, Need::Thing(Thing::Measure, Action::Write);
    post "/{lang}/casework/measures/{subject}/{about}" => stating::report, Need::Thing(Thing::Measure, Action::Write);
    get "/{lang}/casework/measures/own/{statement}/withdraw" => stating::report_withdraw_form, Need::Thing(Thing::Measure, Action::Write);
    post "/{lang}/casework/measures/own/{statement}/withdraw" => stating::report_withdraw, Need::Thing(Thing::Measure, Action::Write);
    get "/{lang}/casework/views" => stating::views, Need::Thing(Thing::View, Action::Read);
    get "/{lang}/casework/views/{subject}/{about}" => stating::view_form, Need::Thing(Thing::View, Action::Write);
    post "/{lang}/casework/views/{subject}/{about}" => stating::view, Need::Thing(Thing::View, Action::Write);
    get "/{lang}/casework/views/own/{statement}/withdraw" => stating::view_withdraw_form, Need::Thing(Thing::View, Action::Write);
    post "/{lang}/casework/views/own/{statement}/withdraw" => stating::view_withdraw, Need::Thing(Thing::View, Action::Write);

    get "/{lang}/casework/intake" => intake::show, Need::Thing(Thing::Intake, Action::Read);
    get "/{lang}/casework/intake/search" => intake::again, Need::Thing(Thing::Intake, Action::Read);
    post "/{lang}/casework/intake/search" => intake::search, Need::Thing(Thing::Intake, Action::Read);
    post "/{lang}/casework/intake/begin" => intake::begin, Need::Thing(Thing::Intake, Action::Write);
    get "/{lang}/casework/intake/{draft}/summary" => intake::summary, Need::Thing(Thing::Intake, Action::Read);
    post "/{lang}/casework/intake/{draft}/finish" => intake::finish, Need::Thing(Thing::Intake, Action::Write);
    post "/{lang}/casework/intake/{draft}/discard" => intake::discard, Need::Thing(Thing::Intake, Action::Write);
    get "/{lang}/casework/intake/{draft}/{step}" => intake::step, Need::Thing(Thing::Intake, Action::Read);
    post "/{lang}/casework/intake/{draft}/{step}" => intake::save, Need::Thing(Thing::Intake, Action::Write);

    get "/{lang}/casework/cases/{id}" => case::show, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/identity" => identity::show, Need::Case(Class::Identity, Action::Read);
    get "/{lang}/casework/cases/{id}/identity/edit" => identity::edit, Need::Case(Class::Identity, Action::Write);
    post "/{lang}/casework/cases/{id}/identity/edit" => identity::save, Need::Case(Class::Identity, Action::Write);
    get "/{lang}/casework/cases/{id}/residence" => residence::show, Need::Case(Class::Status, Action::Read);
    get "/{lang}/casework/cases/{id}/residence/edit" => residence::edit, Need::Case(Class::Status, Action::Write);
    post "/{lang}/casework/cases/{id}/residence/edit" => residence::save, Need::Case(Class::Status, Action::Write);
    get "/{lang}/casework/cases/{id}/screenings" => screening::list, Need::Case(Class::Screening, Action::Read);
    get "/{lang}/casework/cases/{id}/screenings/new/{instrument}" => screening::new, Need::Case(Class::Screening, Action::Write);
    post "/{lang}/casework/cases/{id}/screenings/new/{instrument}" => screening::create, Need::Case(Class::Screening, Action::Write);
    get "/{lang}/casework/cases/{id}/screenings/{screening}" => screening::show, Need::Case(Class::Screening, Action::Read);
    get "/{lang}/casework/cases/{id}/screenings/{screening}/answers" => screening::edit, Need::Case(Class::Screening, Action::Write);
    post "/{lang}/casework/cases/{id}/screenings/{screening}/answers" => screening::change, Need::Case(Class::Screening, Action::Write);
    post "/{lang}/casework/cases/{id}/screenings/{screening}/reading" => screening::read, Need::Case(Class::Screening, Action::Write);
    get "/{lang}/casework/cases/{id}/history" => log::of_case, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/own-code" => own::offer, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/own-code" => own::give, Need::Case(Class::Meta, Action::Grant);
    get "/{lang}/casework/cases/{id}/emergency" => emergency::ask, Need::Case(Class::Meta, Action::Read);
    post "/{lang}/casework/cases/{id}/emergency" => emergency::begin, Need::Signed;
    get "/{lang}/casework/cases/{id}/emergency/open" => emergency::open, Need::Case(Class::Identity, Action::Read);
    post "/{lang}/casework/emergency/end" => emergency::end, Need::Signed;
    get "/{lang}/casework/cases/{id}/team" => case::team, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/team" => case::let_in, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/team/{account}/whole" => case::hand_over, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/team/{account}/end" => case::let_go, Need::Case(Class::Meta, Action::Grant);

    get "/{lang}/casework/cases/{id}/place" => place::show, Need::Case(Class::Place, Action::Read);
    get "/{lang}/casework/cases/{id}/place/new" => place::new, Need::Case(Class::Place, Action::Write);
    post "/{lang}/casework/cases/{id}/place" => place::give, Need::Case(Class::Place, Action::Write);
    post "/{lang}/casework/cases/{id}/place/end" => place::end, Need::Case(Class::Place, Action::Write);
    post "/{lang}/casework/cases/{id}/place/back" => place::back, Need::Case(Class::Place, Action::Write);
    post "/{lang}/casework/cases/{id}/place/none" => place::none, Need::Case(Class::Place, Action::Write);

    get "/{lang}/casework/cases/{id}/child" => child::show, Need::Case(Class::Legal, Action::Read);
    get "/{lang}/casework/cases/{id}/child/guardians/new" => child::guardian_new, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/child/guardians" => child::guardian, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/child/guardians/{number}/end" => child::guardian_end, Need::Case(Class::Legal, Action::Write);
    get "/{lang}/casework/cases/{id}/child/informed" => child::informed_new, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/child/informed" => child::informed, Need::Case(Class::Legal, Action::Write);
    get "/{lang}/casework/cases/{id}/child/notes/new" => child::note_new, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/child/notes" => child::note, Need::Case(Class::Legal, Action::Write);

    get "/{lang}/casework/cases/{id}/story" => story::show, Need::Case(Class::Story, Action::Read);
    get "/{lang}/casework/cases/{id}/story/new" => story::choose, Need::Case(Class::Story, Action::Write);
    get "/{lang}/casework/cases/{id}/story/new/{kind}" => story::new, Need::Case(Class::Story, Action::Write);
    post "/{lang}/casework/cases/{id}/story/new/{kind}" => story::write, Need::Case(Class::Story, Action::Write);
    get "/{lang}/casework/cases/{id}/story/{fact}/correct" => story::correct_new, Need::Case(Class::Story, Action::Write);
    post "/{lang}/casework/cases/{id}/story/{fact}/correct" => story::correct, Need::Case(Class::Story, Action::Write);
    get "/{lang}/casework/cases/{id}/health" => health::show, Need::Case(Class::Health, Action::Read);
    get "/{lang}/casework/cases/{id}/health/new" => health::new, Need::Case(Class::Health, Action::Write);
    post "/{lang}/casework/cases/{id}/health" => health::write, Need::Case(Class::Health, Action::Write);
    get "/{lang}/casework/cases/{id}/health/{entry}/correct" => health::correct_new, Need::Case(Class::Health, Action::Write);
    post "/{lang}/casework/cases/{id}/health/{entry}/correct" => health::correct, Need::Case(Class::Health, Action::Write);
    get "/{lang}/casework/cases/{id}/work" => work::show, Need::Case(Class::Employment, Action::Read);
    get "/{lang}/casework/cases/{id}/work/sought" => work::sought_new, Need::Case(Class::Employment, Action::Write);
    post "/{lang}/casework/cases/{id}/work/sought" => work::sought, Need::Case(Class::Employment, Action::Write);
    get "/{lang}/casework/cases/{id}/work/found" => work::found_new, Need::Case(Class::Employment, Action::Write);
    post "/{lang}/casework/cases/{id}/work/found" => work::find, Need::Case(Class::Employment, Action::Write);
    post "/{lang}/casework/cases/{id}/work/sheet/{tongue}" => work::sheet, Need::Case(Class::Employment, Action::Export);

    get "/{lang}/casework/cases/{id}/referrals" => referral::list, Need::Case(Class::Services, Action::Read);
    get "/{lang}/casework/cases/{id}/referrals/new" => referral::new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/referrals" => referral::refer, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/referrals/{referral}/answer" => referral::answer_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/referrals/{referral}/answer" => referral::answer, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/referrals/{referral}/further" => referral::further_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/referrals/{referral}/further" => referral::further, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/referrals/{referral}/seen" => referral::seen_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/referrals/{referral}/seen" => referral::seen, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/proceedings" => proceeding::list, Need::Case(Class::Criminal, Action::Read);
    get "/{lang}/casework/cases/{id}/proceedings/new" => proceeding::new, Need::Case(Class::Criminal, Action::Write);
    post "/{lang}/casework/cases/{id}/proceedings" => proceeding::write, Need::Case(Class::Criminal, Action::Write);
    get "/{lang}/casework/cases/{id}/proceedings/{link}/stage" => proceeding::stage_new, Need::Case(Class::Criminal, Action::Write);
    post "/{lang}/casework/cases/{id}/proceedings/{link}/stage" => proceeding::stage, Need::Case(Class::Criminal, Action::Write);
    get "/{lang}/casework/cases/{id}/proceedings/{link}/hearing" => proceeding::hearing_new, Need::Case(Class::Criminal, Action::Write);
    post "/{lang}/casework/cases/{id}/proceedings/{link}/hearing" => proceeding::hearing, Need::Case(Class::Criminal, Action::Write);
    get "/{lang}/casework/cases/{id}/proceedings/{link}/compensation" => proceeding::compensation_new, Need::Case(Class::Criminal, Action::Write);
    post "/{lang}/casework/cases/{id}/proceedings/{link}/compensation" => proceeding::compensation, Need::Case(Class::Criminal, Action::Write);

    get "/{lang}/casework/cases/{id}/attachments" => attachment::list, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/attachments/new" => attachment::choose, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/attachments/{class}/new" => attachment::new, Need::Attached(Action::Write);
    post "/{lang}/casework/cases/{id}/attachments/{class}" => attachment::attach, Need::Attached(Action::Write);
    get "/{lang}/casework/cases/{id}/attachments/{class}/{paper}" => attachment::show, Need::Attached(Action::Read);
    get "/{lang}/casework/cases/{id}/attachments/{class}/{paper}/{page}" => attachment::leaf, Need::Attached(Action::Read);
    get "/{lang}/casework/cases/{id}/attachments/{class}/{paper}/away" => attachment::away_ask, Need::Attached(Action::Write);
    post "/{lang}/casework/cases/{id}/attachments/{class}/{paper}/away" => attachment::away, Need::Attached(Action::Write);

    get "/{lang}/casework/cases/{id}/papers" => paper::of_case, Need::Case(Class::Meta, Action::Print);
    get "/{lang}/casework/cases/{id}/papers/information" => paper::information, Need::Case(Class::Meta, Action::Print);
    get "/{lang}/casework/cases/{id}/papers/consent" => paper::consent_form, Need::Case(Class::Meta, Action::Print);
    get "/{lang}/casework/cases/{id}/plan/paper" => paper::plan, Need::Case(Class::Services, Action::Print);
    get "/{lang}/casework/cases/{id}/decisions/{decision}/paper" => paper::decision, Need::Case(Class::Legal, Action::Print);
    get "/{lang}/casework/cases/{id}/consents/{consent}/paper" => paper::consent, Need::Case(Class::Meta, Action::Print);

    get "/{lang}/casework/cases/{id}/consents" => consent::list, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/consents/new" => consent::new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/consents" => consent::give, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/consents/{consent}/withdraw" => consent::withdraw_form, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/consents/{consent}/withdraw" => consent::withdraw, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/consents/{consent}/given" => consent::given_new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/consents/{consent}/given" => consent::given, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/life-threat" => consent::alarm_new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/life-threat" => consent::alarm, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/life-threat/{act}/second" => consent::second, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/life-threat/{act}/told" => consent::told, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/decisions" => decision::list, Need::Case(Class::Legal, Action::Read);
    get "/{lang}/casework/cases/{id}/decisions/identification" => decision::identification_new, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/decisions/identification" => decision::identification, Need::Case(Class::Legal, Action::Write);
    get "/{lang}/casework/cases/{id}/decisions/assessment" => decision::assessment_new, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/decisions/assessment" => decision::assessment, Need::Case(Class::Legal, Action::Write);
    get "/{lang}/casework/cases/{id}/decisions/eligibility" => decision::ruling_new, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/decisions/eligibility" => decision::ruling, Need::Case(Class::Legal, Action::Write);
    get "/{lang}/casework/cases/{id}/decisions/appeal" => decision::appeal_new, Need::Case(Class::Legal, Action::Write);
    post "/{lang}/casework/cases/{id}/decisions/appeal" => decision::appeal, Need::Case(Class::Legal, Action::Write);
    get "/{lang}/casework/cases/{id}/plan" => plan::show, Need::Case(Class::Services, Action::Read);
    get "/{lang}/casework/cases/{id}/plan/new" => plan::new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/plan" => plan::make, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/plan/sign" => plan::sign, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/services/own" => own_services::list, Need::Case(Class::Services, Action::ReadOwn);
    get "/{lang}/casework/cases/{id}/services" => plan::service_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/services" => plan::service, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/days" => plan::days, Need::Case(Class::Services, Action::Print);
    get "/{lang}/casework/cases/{id}/clock" => clock::show, Need::Case(Class::Services, Action::Read);
    get "/{lang}/casework/cases/{id}/clock/start" => clock::start_form_page, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/clock/start" => clock::start, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/clock/extension" => clock::extension_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/clock/extension" => clock::extension, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/clock/extension/{request}" => clock::answer, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/clock/pause" => clock::pause_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/clock/pause" => clock::pause, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/clock/resume" => clock::resume, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/clock/beyond" => clock::beyond_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/clock/beyond" => clock::beyond, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/exit" => exit::show, Need::Case(Class::Services, Action::Read);
    get "/{lang}/casework/cases/{id}/exit/new" => exit::new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/exit" => exit::exit, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/exit/follow-up" => exit::follow_up_new, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/exit/follow-up" => exit::follow_up, Need::Case(Class::Services, Action::Write);
    post "/{lang}/casework/cases/{id}/exit/reopen" => exit::reopen, Need::Case(Class::Services, Action::Write);
    get "/{lang}/casework/cases/{id}/age" => age::show, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/age/new" => age::new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/age" => age::decide, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/close" => closure::new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/close" => closure::close, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/reopen" => closure::reopen, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/erase" => closure::erase_ask, Need::Case(Class::Meta, Action::Grant);
    post "/{lang}/casework/cases/{id}/erase" => closure::erase, Need::Case(Class::Meta, Action::Grant);
    get "/{lang}/casework/cases/{id}/corrections" => correction::list, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/corrections/{correction}" => correction::answer_new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/corrections/{correction}" => correction::answer, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/tasks" => task::list, Need::Case(Class::Meta, Action::Read);
    get "/{lang}/casework/cases/{id}/tasks/new" => task::new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/tasks" => task::create, Need::Case(Class::Meta, Action::Write);
    get "/{lang}/casework/cases/{id}/tasks/{task}/pass" => task::pass_new, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/tasks/{task}/pass" => task::pass, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/tasks/{task}/done" => task::tick, Need::Case(Class::Meta, Action::Write);
    post "/{lang}/casework/cases/{id}/tasks/{task}/undo" => task::undo, Need::Case(Class::Meta, Action::Write);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_sent_from_the_page_at_or_above_its_address() {
        let above = |path: &str| page_above(path);
        for (path, page) in [
            ("/casework/people/x1/end", Some("/casework/people/x1")),
            ("/casework/people/centres", Some("/casework/people")),
            ("/casework/account/end", Some("/casework/account")),
            ("/casework/cases/x1/team/x2/end", Some("/casework/cases/x1/team")),
            ("/casework/cases/x1/team/x2/whole", Some("/casework/cases/x1/team")),
            ("/casework/cases/x1/erase", Some("/casework/cases/x1/erase")),
            ("/casework/", Some("/casework")),
            ("/elsewhere/x", None),
            ("", None),
        ] {
            assert_eq!(above(path).as_deref(), page, "{path}");
        }
    }
}
