//! At which desks somebody may be, whoever puts them there.

use super::{Desk, Kind, OFFICE};

/// Why somebody cannot be at these desks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misplaced {
    /// There is no such desk.
    #[error("There is no desk {0}.")]
    Unknown(String),
    /// At the office, which sees every case, and at a desk besides.
    #[error("Who works for the office sees every case, so name {OFFICE} alone.")]
    OfficeAndMore,
    /// At desks of two kinds: of the office, a program, another office.
    #[error("Nobody is at desks of two sides: the office, the programs and other offices are kept apart.")]
    OnBothSides,
}

/// These desks as the record keeps them for somebody who is there: none for the office's own, where every case is seen.
pub fn placed(all: &[Desk], slugs: &[String]) -> Result<Vec<String>, Misplaced> {
    if let Some(unknown) = slugs.iter().find(|slug| !all.iter().any(|desk| desk.slug == **slug)) {
        return Err(Misplaced::Unknown(unknown.clone()));
    }
    if slugs.iter().any(|slug| slug == OFFICE) {
        return if slugs.len() == 1 { Ok(Vec::new()) } else { Err(Misplaced::OfficeAndMore) };
    }
    let is_at = |kind: Kind| all.iter().any(|desk| desk.kind == kind && slugs.contains(&desk.slug));
    let sides = Kind::ALL.into_iter().filter(|kind| is_at(*kind)).count();
    if sides > 1 { Err(Misplaced::OnBothSides) } else { Ok(slugs.to_vec()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(slug: &str, kind: Kind) -> Desk {
        let (slug, name) = (slug.to_owned(), slug.to_owned());
        Desk { slug, kind, name_en: name.clone(), name_fr: name, languages: Vec::new(), fallback: None }
    }

    #[test]
    fn nobody_is_on_both_sides_and_who_is_at_the_office_is_nowhere_else() {
        let all = [
            desk(OFFICE, Kind::Office),
            desk("east", Kind::Office),
            desk("passport", Kind::Program),
            desk("other-office", Kind::Outside),
        ];
        let none: &[&str] = &[];
        for (slugs, expected) in [
            (none, Ok(none)),
            (&["office"], Ok(none)),
            (&["passport"], Ok(&["passport"])),
            (&["office", "east"], Err(Misplaced::OfficeAndMore)),
            (&["east", "passport"], Err(Misplaced::OnBothSides)),
            (&["other-office"], Ok(&["other-office"])),
            (&["east", "other-office"], Err(Misplaced::OnBothSides)),
            (&["passport", "other-office"], Err(Misplaced::OnBothSides)),
            (&["west"], Err(Misplaced::Unknown("west".to_owned()))),
        ] as [(&[&str], Result<&[&str], Misplaced>); 9]
        {
            let slugs: Vec<String> = slugs.iter().map(|slug| (*slug).to_owned()).collect();
            let expected = expected.map(|slugs| slugs.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>());
            assert_eq!(placed(&all, &slugs), expected, "{slugs:?}");
        }
    }
}
