//! Makes our scripts small for other people's pages, without changing what they do.

use anyhow::{Result, ensure};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The script without comments, in fewer bytes; `name` is for the sentence that says what is wrong with it.
pub fn script(name: &str, source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let kind = if name == "feedback.js" { SourceType::cjs() } else { SourceType::mjs() };
    let parsed = Parser::new(&allocator, source, kind).parse();
    ensure!(parsed.diagnostics.is_empty(), "{name} is not JavaScript: {:?}", parsed.diagnostics.first());
    let mut program = parsed.program;
    let made = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(made.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_its_meaning_and_loses_its_comments() {
        let made = script("card.js", "// why\nexport function add(first, second) { return first + second; }")
            .expect("a script");
        assert_eq!(made, "export function add(e,t){return e+t}");
    }

    #[test]
    fn what_is_not_a_script_is_refused_by_name() {
        let error = script("card.js", "const = ;").expect_err("no script").to_string();
        assert!(error.starts_with("card.js is not JavaScript"), "{error}");
    }
}
