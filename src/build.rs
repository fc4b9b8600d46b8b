//! Rebuilds when the `scenarios` folder changes, because all of its files are embedded in the binary.

fn main() {
    println!("cargo:rerun-if-changed=scenarios");
}
