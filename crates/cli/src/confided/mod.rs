//! The confided room as the command line opens it: its file and the machine's own key, side by side in the data folder.

pub mod room;
