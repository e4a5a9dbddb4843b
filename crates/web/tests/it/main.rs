//! Pages as a reader gets them, over the facts that travel with the program.

mod assessment;
mod compare;
mod country;
mod estimate;
mod evidence;
mod export;
mod follow_up;
mod home;
mod policy_matrix;
mod room;
mod whole;
mod world;
