//! Pages as a reader gets them, over the facts that travel with the program.

mod assessment;
mod casework_account;
mod casework_age;
mod casework_answer;
mod casework_child;
mod casework_closure;
mod casework_intake;
mod casework_law;
mod casework_list;
mod casework_log;
mod casework_own;
mod casework_paper;
mod casework_passkey;
mod casework_place;
mod casework_plan;
mod casework_public;
mod casework_report;
mod casework_screening;
mod casework_session;
mod casework_task;
mod compare;
mod country;
mod estimate;
mod evidence;
mod export;
mod follow_up;
mod home;
mod night;
#[path = "../../../publish/tests/it/pdf_text.rs"]
mod pdf_text;
mod policy_matrix;
mod room;
mod whole;
mod world;
