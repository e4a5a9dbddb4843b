//! Pages as a reader gets them, over the facts that travel with the program.

mod assessment;
mod casework_intake;
mod casework_plan;
mod casework_screening;
mod compare;
mod country;
mod estimate;
mod evidence;
mod export;
mod follow_up;
mod home;
mod night;
mod policy_matrix;
mod room;
mod whole;
mod world;
