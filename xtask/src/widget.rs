//! Builds the card for browsers: Rust to WebAssembly, its JavaScript glue, and the set of files that is served.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::{self, Asset};
use crate::needs;
use crate::steps::{self, Trouble, cargo, root, say};

/// Our own files: the name they are served by, and the sources that make each, in order.
///
/// The card's page links one sheet, so the colours that every page of the house shares are written into it.
/// A page asks for one script of ours; the kiosk's is asked for by kiosks alone.
const OUR_FILES: [(&str, &[&str]); 4] = [
    ("feedback.js", &["widget/loader/feedback.js"]),
    ("card.js", &["widget/page/draft.js", "widget/page/card.js"]),
    ("kiosk.js", &["widget/page/kiosk.js"]),
    ("card.css", &["widget/page/tokens.css", "widget/page/card.css"]),
];

/// Builds `target/widget`, and leaves it untouched when nothing changed.
pub fn build() -> Result<()> {
    needs::wasm_target()?;
    compile()?;
    let work = browser_dir().join("bindgen");
    bind(&work)?;
    optimise(&work.join("widget_bg.wasm"))?;
    say("gathering and compressing what browsers fetch");
    let set = gather(&work)?;
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
/// link-time optimisation, and a third larger.
fn compile() -> Result<()> {
    say("compiling the card for browsers");
    let mut command = cargo(["rustc", "--package", "widget", "--lib", "--crate-type", "cdylib"]);
    command.args(["--profile", "widget", "--target", needs::WASM, "--features", "browser"]);
    command.arg("--target-dir").arg(browser_dir());
    steps::run(&mut command, "correct the compiler's first error above, then run `cargo xtask widget`")
}

fn bind(work: &Path) -> Result<()> {
    say("writing the card's JavaScript glue");
    let compiled = browser_dir().join(needs::WASM).join("widget/widget.wasm");
    if work.exists() {
        fs::remove_dir_all(work).with_context(|| format!("cannot empty {}", work.display()))?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(false).out_name("widget").input_path(compiled);
    // The names of functions are a quarter of the file, and nobody in a browser reads them.
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(work).context("wasm-bindgen refused the compiled card")?;
    ensure!(
        !work.join("snippets").exists(),
        "the card now needs JavaScript snippets of its own, which the set of served files does not carry"
    );
    Ok(())
}

/// `wasm-opt` makes the card some hundredths smaller; a build without it is complete.
fn optimise(wasm: &Path) -> Result<()> {
    let Some(optimiser) = needs::on_path("wasm-opt") else {
        println!("  wasm-opt is not installed: the card stays a little larger (npm package binaryen brings it)");
        return Ok(());
    };
    let smaller = wasm.with_extension("opt");
    let mut command = Command::new(optimiser);
    command.args(["-Oz", "--all-features", "-o"]).arg(&smaller).arg(wasm);
    if steps::ask(&mut command).is_none() {
        println!("  wasm-opt is installed but cannot read the card (too old?): built without it");
        return Ok(());
    }
    println!("  wasm-opt -Oz was used");
    fs::rename(&smaller, wasm).with_context(|| format!("cannot replace {}", wasm.display()))
}

fn gather(work: &Path) -> Result<Vec<Asset>> {
    let mut set = Vec::new();
    for (name, sources) in OUR_FILES {
        let texts = sources.iter().map(|source| Ok(assets::strip(&read_source(source)?)));
        set.push(Asset::new(name, texts.collect::<Result<String>>()?.into_bytes()));
    }
    for name in ["widget.js", "widget_bg.wasm"] {
        let made = work.join(name);
        let bytes = fs::read(&made).with_context(|| format!("cannot read {}", made.display()))?;
        set.push(Asset::new(name, bytes));
    }
    Ok(set)
}

fn read_source(source: &str) -> Result<String> {
    fs::read_to_string(root().join(source)).with_context(|| {
        Trouble::new(format!("cannot read {source}"), format!("put {source} back (`git checkout {source}`)"))
    })
}
