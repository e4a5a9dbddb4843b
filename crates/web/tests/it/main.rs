//! Pages as a reader gets them, over the facts that travel with the program.

mod assessment;
mod casework_account;
mod casework_age;
mod casework_answer;
mod casework_attachment;
mod casework_child;
mod casework_closure;
mod casework_health;
mod casework_intake;
mod casework_law;
mod casework_list;
mod casework_log;
mod casework_own;
mod casework_paper;
mod casework_passkey;
mod casework_place;
mod casework_plan;
mod casework_proceeding;
mod casework_public;
mod casework_referral;
mod casework_report;
mod casework_screening;
mod casework_session;
mod casework_story;
mod casework_task;
mod casework_work;
mod compare;
mod country;
mod estimate;
mod evidence;
mod export;
mod follow_up;
mod header;
mod home;
mod night;
mod origin;
#[path = "../../../publish/tests/it/pdf_text.rs"]
mod pdf_text;
mod policy_matrix;
mod room;
mod same_time;
#[path = "../../../store/tests/it/server.rs"]
mod server;
mod whole;
mod world;
