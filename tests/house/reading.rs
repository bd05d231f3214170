//! Reading pages as far as a test must: a piece between two others, the value of a hidden field, the text.

/// The first piece between two others.
#[must_use]
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(piece, _)| piece)
}

/// The value of a form's hidden field.
#[must_use]
pub fn hidden(page: &str, name: &str) -> String {
    let mut tags = page.split('<').filter(|tag| tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")));
    let value = tags.find_map(|tag| between(tag, "value=\"", "\""));
    value.unwrap_or_else(|| panic!("the page has no hidden field `{name}`: {page}")).to_owned()
}
