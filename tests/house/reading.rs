//! Reading pages as far as a test must: a piece between two others, the value of a hidden field, the text.

/// The first piece between two others.
#[must_use]
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(piece, _)| piece)
}

/// Where a page of the desk leads that ticks every case on it.
#[must_use]
pub fn ticking(page: &str) -> String {
    let (before, _) = page.split_once("#ticks\">Tick every case").expect("a link that ticks all");
    let (_, address) = before.rsplit_once("href=\"").expect("its address");
    address.replace("&amp;", "&").replace("&#38;", "&")
}

/// The value of a form's hidden field.
#[must_use]
pub fn hidden(page: &str, name: &str) -> String {
    let mut tags = page.split('<').filter(|tag| tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")));
    let value = tags.find_map(|tag| between(tag, "value=\"", "\""));
    value.unwrap_or_else(|| panic!("the page has no hidden field `{name}`: {page}")).to_owned()
}
