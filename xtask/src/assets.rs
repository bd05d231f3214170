//! The set of files that browsers fetch: made small, compressed once at build, named by one hash of all of them.
//!
//! The server's build reads `manifest.json` and carries every file inside the binary, so the set is written only
//! when it changed: a touched file would rebuild the server for nothing.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const MANIFEST: &str = "manifest.json";

/// One file as browsers know it, with its compressed copies.
pub struct Asset {
    name: &'static str,
    bytes: Vec<u8>,
}

impl Asset {
    /// `name` is the last part of its address.
    pub fn new(name: &'static str, bytes: Vec<u8>) -> Self {
        Self { name, bytes }
    }

    fn media_type(&self) -> &'static str {
        match self.name.rsplit_once('.') {
            Some((_, "js")) => "text/javascript; charset=utf-8",
            Some((_, "css")) => "text/css; charset=utf-8",
            Some((_, "wasm")) => "application/wasm",
            _ => "application/octet-stream",
        }
    }

    fn brotli(&self) -> Result<Vec<u8>> {
        let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut self.bytes.as_slice(), &mut out, &settings)
            .with_context(|| format!("cannot compress {}", self.name))?;
        Ok(out)
    }

    fn gzip(&self) -> Result<Vec<u8>> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&self.bytes)?;
        Ok(encoder.finish()?)
    }
}

/// Writes the set to `place` with its `manifest.json`, and says whether anything changed.
///
/// The manifest is `{"hash": 16 hex digits, "files": [{"name", "type", "size", "brotli"}]}`, sizes in bytes.
/// The set is written beside its place and swapped in whole.
pub fn publish(set: &[Asset], place: &Path) -> Result<bool> {
    let mut files = Vec::new();
    let mut copies = Vec::new();
    for asset in set {
        let (brotli, gzip) = (asset.brotli()?, asset.gzip()?);
        println!("  {:<15} {:>8} bytes {:>8} brotli", asset.name, asset.bytes.len(), brotli.len());
        files.push(json!({
            "name": asset.name, "type": asset.media_type(), "size": asset.bytes.len(), "brotli": brotli.len(),
        }));
        copies.push((asset.name.to_owned(), asset.bytes.clone()));
        copies.push((format!("{}.br", asset.name), brotli));
        copies.push((format!("{}.gz", asset.name), gzip));
    }
    let manifest = json!({ "hash": hash(set), "files": files });
    if is_in_place(&manifest, &copies, place) {
        return Ok(false);
    }
    copies.push((MANIFEST.to_owned(), serde_json::to_vec_pretty(&manifest)?));
    swap_in(&copies, place)?;
    Ok(true)
}

/// The first 16 hex digits of SHA-256 over every name and content, with lengths so that no two sets read alike.
fn hash(set: &[Asset]) -> String {
    let mut digest = Sha256::new();
    for asset in set {
        for part in [asset.name.as_bytes(), &asset.bytes] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
    }
    digest.finalize().iter().take(8).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

fn is_in_place(manifest: &Value, copies: &[(String, Vec<u8>)], place: &Path) -> bool {
    let Ok(text) = fs::read(place.join(MANIFEST)) else { return false };
    let same_manifest = serde_json::from_slice::<Value>(&text).is_ok_and(|found| found == *manifest);
    same_manifest
        && copies.iter().all(|(name, bytes)| fs::read(place.join(name)).is_ok_and(|on_disk| on_disk == *bytes))
}

fn swap_in(copies: &[(String, Vec<u8>)], place: &Path) -> Result<()> {
    let fresh = place.with_extension("new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).with_context(|| format!("cannot empty {}", fresh.display()))?;
    }
    fs::create_dir_all(&fresh).with_context(|| format!("cannot make {}", fresh.display()))?;
    for (name, bytes) in copies {
        fs::write(fresh.join(name), bytes).with_context(|| format!("cannot write {name}"))?;
    }
    if place.exists() {
        fs::remove_dir_all(place).with_context(|| format!("cannot replace {}", place.display()))?;
    }
    fs::rename(&fresh, place).with_context(|| format!("cannot put {} in place", place.display()))
}

/// Leaves out blank lines, indentation, whole-line `//` comments and `/* … */` comments that begin a line.
///
/// For style sheets; scripts are made small by `minify.rs`.
pub fn strip(source: &str) -> String {
    let mut kept = String::new();
    let mut inside_comment = false;
    for line in source.lines() {
        let mut code = line.trim();
        while inside_comment || code.starts_with("/*") {
            let after_comment = code.split_once("*/");
            inside_comment = after_comment.is_none();
            code = after_comment.map_or("", |(_, rest)| rest.trim_start());
            if inside_comment {
                break;
            }
        }
        if !code.is_empty() && !code.starts_with("//") {
            kept.push_str(code);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_code_stays_as_written() {
        let source = "// why\n/* one */\n/* two\n   { three */ a { b: c }\n\n  fetch(\"https://x\"); // y\n";
        assert_eq!(strip(source), "a { b: c }\nfetch(\"https://x\"); // y\n");
    }

    #[test]
    fn a_media_range_is_not_taken_for_a_comment() {
        assert_eq!(strip("const any = \"*/*\";\n  next();"), "const any = \"*/*\";\nnext();\n");
    }

    #[test]
    fn the_hash_changes_with_a_name_and_with_a_byte() {
        let of = |name, bytes: &[u8]| hash(&[Asset::new(name, bytes.to_vec())]);
        assert_eq!(of("a.js", b"1").len(), 16);
        assert_ne!(of("a.js", b"1"), of("b.js", b"1"));
        assert_ne!(of("a.js", b"1"), of("a.js", b"2"));
        assert_ne!(of("ab", b"c"), of("a", b"bc"));
    }

    #[test]
    fn an_unchanged_set_is_not_written_again_and_a_damaged_one_is() {
        let place = crate::steps::target_dir().join("tmp/assets-published-twice");
        fs::remove_dir_all(&place).ok();
        let set = || vec![Asset::new("card.css", b"a{}".repeat(50))];
        assert!(publish(&set(), &place).expect("a place to write to"));
        assert!(!publish(&set(), &place).expect("a place to write to"));
        fs::write(place.join("card.css.br"), "damaged").expect("a file to damage");
        assert!(publish(&set(), &place).expect("a place to write to"));

        let text = fs::read(place.join(MANIFEST)).expect("a manifest");
        let manifest: Value = serde_json::from_slice(&text).expect("JSON");
        assert_eq!(manifest["files"][0]["type"], "text/css; charset=utf-8");
        assert_eq!(manifest["files"][0]["size"], 150);
    }
}
