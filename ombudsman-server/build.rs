//! Puts the card's set of files into the program, as `cargo xtask build` left it in `target/widget`. Without a set the
//! program is built all the same, and says on its card pages that the widget is not built.

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/widget");
    let manifest = set.join("manifest.json");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", manifest.display());
    let code = std::fs::read_to_string(&manifest).ok().and_then(|text| with_files(&text, &set));
    let code = code.unwrap_or_else(|| {
        "/// No widget was built.\npub static CARD_SET: CardSet = CardSet { hash: None, files: &[] };\n".to_owned()
    });
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    std::fs::write(out.join("card_set.rs"), code).expect("OUT_DIR can be written");
}

fn with_files(manifest: &str, set: &Path) -> Option<String> {
    let manifest: serde_json::Value = serde_json::from_str(manifest).ok()?;
    let hash = manifest["hash"].as_str()?;
    let mut code = format!(
        "/// The card's set of files.\npub static CARD_SET: CardSet = CardSet {{ hash: Some({hash:?}), files: &[\n"
    );
    for file in manifest["files"].as_array()? {
        let (name, media_type) = (file["name"].as_str()?, file["type"].as_str()?);
        let path = |ending: &str| Some(set.join(format!("{name}{ending}")).canonicalize().ok()?.to_str()?.to_owned());
        let (plain, brotli, gzip) = (path("")?, path(".br")?, path(".gz")?);
        writeln!(
            code,
            "Asset {{ name: {name:?}, media_type: {media_type:?}, copies: [include_bytes!({plain:?}), \
             include_bytes!({brotli:?}), include_bytes!({gzip:?})] }},"
        )
        .ok()?;
    }
    code.push_str("] };\n");
    Some(code)
}
