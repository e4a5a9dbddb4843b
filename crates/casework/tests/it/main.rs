//! The rules of casework, each as a test.

mod name;
mod screening;
