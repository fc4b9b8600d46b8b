//! Whatever is added to the folder of scenarios is embedded: Cargo looks at it before each build.

fn main() {
    println!("cargo:rerun-if-changed=scenarios");
}
