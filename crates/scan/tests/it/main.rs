//! What comes out of files: what can be seen, and nothing else.

mod hostile;
mod made;
mod paper;
mod photo;
