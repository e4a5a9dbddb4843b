//! The data travel inside the program: a file that is added to them builds it again.

fn main() {
    println!("cargo:rerun-if-changed=../../data");
}
