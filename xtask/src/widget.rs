//! Builds the card for browsers: Rust to WebAssembly, its JavaScript glue, and the set of files that is served.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::{self, Asset};
use crate::minify;
use crate::needs;
use crate::steps::{self, Trouble, cargo, root, say};

/// Our own files: the name they are served by, and the sources that make each, in order.
///
/// The card's page links one sheet, so the colours that every page of the house shares are written into it.
/// A page asks for one script of ours; the kiosk's is asked for by kiosks alone, and the one that computes a proof where
/// one is asked for.
const OUR_FILES: [(&str, &[&str]); 5] = [
    ("feedback.js", &["widget/loader/feedback.js"]),
    ("card.js", &["widget/page/draft.js", "widget/page/card.js"]),
    ("kiosk.js", &["widget/page/kiosk.js"]),
    ("proof.js", &["widget/page/proof.js"]),
    ("card.css", &["widget/page/tokens.css", "widget/page/card.css"]),
];

/// Builds `target/widget`, and leaves it untouched when nothing changed.
pub fn build() -> Result<()> {
    needs::wasm_target()?;
    needs::library_source()?;
    compile()?;
    let (wasm, glue) = bind()?;
    say("gathering and compressing what browsers fetch");
    let set = gather(wasm, &glue)?;
    let place = root().join("target/widget");
    let changed = assets::publish(&set, &place)?;
    println!("  {} {}", place.display(), if changed { "written" } else { "unchanged" });
    Ok(())
}

/// Cargo names the folder of a profile's own tools after the profile: in the common target folder that would be
/// `target/widget`, where the set of files goes.
fn browser_dir() -> PathBuf {
    steps::target_dir().join("browser")
}

/// The crate type is named here and nowhere else: a crate that is `cdylib` and `rlib` at once is built without
/// link-time optimisation, and a third larger. The standard library is built with it, for size and without the texts of
/// panics, which nobody in a browser reads: a fifth less (`docs/decisions/0012`).
fn compile() -> Result<()> {
    say("compiling the card for browsers");
    let mut command = cargo(["rustc", "--package", "widget", "--lib", "--crate-type", "cdylib"]);
    command.args(["--profile", "widget", "--target", needs::WASM, "--features", "browser"]);
    command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    command.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", FLAGS);
    command.arg("--target-dir").arg(browser_dir());
    steps::run(&mut command, "correct the compiler's first error above, then run `cargo xtask widget`")
}

const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// The WebAssembly and its JavaScript glue.
fn bind() -> Result<(Vec<u8>, String)> {
    say("writing the card's JavaScript glue");
    let compiled = browser_dir().join(needs::WASM).join("widget/widget.wasm");
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(false).out_name("widget").input_path(compiled);
    // The names of functions are a quarter of the file, and nobody in a browser reads them.
    bindgen.remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen refused the compiled card")?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "the card now needs JavaScript snippets of its own, which the set of served files does not carry"
    );
    let glue = output.js().to_owned();
    let module = output.wasm_mut();
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    let short = shorten(imports.chain(exports));
    Ok((module.emit_wasm(), renamed(&glue, &short)))
}

/// Gives a short name to each function that WebAssembly and glue share: theirs end in a hash, which no compression
/// makes smaller, once in each of the two files.
fn shorten<'a>(names: impl Iterator<Item = &'a mut String>) -> HashMap<String, String> {
    let mut short = HashMap::new();
    for name in names.filter(|name| name.starts_with("__wb") || name.starts_with("wasm_bindgen")) {
        let next = format!("_{}", short.len());
        let given = short.entry(name.clone()).or_insert(next);
        name.clone_from(given);
    }
    short
}

fn renamed(glue: &str, short: &HashMap<String, String>) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let words = glue.split_inclusive(|c| !is_part(c));
    words.fold(String::new(), |text, word| {
        let (name, rest) = word.split_at(word.trim_end_matches(|c| !is_part(c)).len());
        text + short.get(name).map_or(name, String::as_str) + rest
    })
}

fn gather(wasm: Vec<u8>, glue: &str) -> Result<Vec<Asset>> {
    let mut set = Vec::new();
    for (name, sources) in OUR_FILES {
        let text = sources.iter().map(|source| read_source(source)).collect::<Result<String>>()?;
        let is_script = matches!(name.rsplit_once('.'), Some((_, "js")));
        let made = if is_script { minify::script(name, &text)? } else { assets::strip(&text) };
        set.push(Asset::new(name, made.into_bytes()));
    }
    set.push(Asset::new("widget.js", minify::script("widget.js", glue)?.into_bytes()));
    set.push(Asset::new("widget_bg.wasm", wasm));
    Ok(set)
}

fn read_source(source: &str) -> Result<String> {
    fs::read_to_string(root().join(source)).with_context(|| {
        Trouble::new(format!("cannot read {source}"), format!("put {source} back (`git checkout {source}`)"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_calls_each_shared_function_by_its_short_name() {
        let mut names = ["__wbg_get_0a1b".to_owned(), "memory".to_owned(), "__wbg_get_0a1b_2".to_owned()];
        let short = shorten(names.iter_mut());
        assert_eq!(names, ["_0", "memory", "_1"]);
        let glue = "{__wbg_get_0a1b_2:f,__wbg_get_0a1b(){wasm.memory}}";
        assert_eq!(renamed(glue, &short), "{_1:f,_0(){wasm.memory}}");
    }
}
