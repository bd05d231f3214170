//! What may be in a file, and what becomes of it.

use super::*;
use crate::registry::{Misread, ServiceKind};

const HEADER: &str = "service_id,service_name_en,service_name_fr,owner_org,owner_org_title,service_slug\n";

fn read(rows: &str) -> Inventory {
    parse(format!("{HEADER}{rows}").as_bytes()).expect("a file with all columns")
}

fn slugs(inventory: &Inventory) -> Vec<&str> {
    let services = inventory.services.iter();
    services.map(|service| service.slug.as_str()).collect()
}

fn reasons(inventory: &Inventory) -> Vec<(u64, &Reason)> {
    let refused = inventory.refused.iter();
    refused.map(|refused| (refused.line, &refused.reason)).collect()
}

#[test]
fn a_row_becomes_a_service_with_both_names_of_its_organisation() {
    let file = "\u{feff}owner_org_title,fiscal_yr,service_id,service_name_fr,service_name_en,owner_org,service_uri_en,\
                program_name_fr\n\
                Parks Canada | Parcs Canada,2023-2024,7,Camping d'été,Summer  camping,pc,https://parks.example/camp,Parcs\n";
    let inventory = parse(file.as_bytes()).expect("a file with all columns");
    let expected = Service {
        slug: ServiceSlug::parse("summer-camping").expect("a slug"),
        inventory_id: "7".into(),
        name_en: "Summer camping".into(),
        name_fr: "Camping d'été".into(),
        organisation: Organisation {
            slug: "pc".into(),
            name_en: "Parks Canada".into(),
            name_fr: "Parcs Canada".into(),
        },
        kind: None,
        description_en: None,
        description_fr: None,
        program_en: None,
        program_fr: Some("Parcs".into()),
        page_en: Some("https://parks.example/camp".into()),
        page_fr: None,
    };
    assert_eq!(inventory.services, [expected]);
    assert_eq!(inventory.refused, []);
    assert_eq!(inventory.warnings, []);
}

#[test]
fn a_file_without_the_needed_columns_is_refused_with_their_names() {
    for (file, expected) in [
        ("", 5),
        ("service_id;service_name_en;service_name_fr;owner_org;owner_org_title\n", 5),
        ("service_id,service_name_en,owner_org\n", 2),
    ] {
        let missing = match parse(file.as_bytes()) {
            Err(InventoryError::MissingColumns(columns)) => columns.len(),
            other => panic!("{file:?} gave {other:?}"),
        };
        assert_eq!(missing, expected, "{file:?}");
    }
}

#[test]
fn a_row_is_named_by_the_line_that_an_editor_shows() {
    let rows = "\n\n1,\"Two\nlines\",Deux lignes,o,O | O,\n2,Too,short\n\n3, ,Vide,o,O | O,\n";
    for line_end in ["\n", "\r\n", "\r"] {
        let file = [HEADER.trim_end(), rows].concat().replace('\n', line_end);
        let inventory = parse(file.as_bytes()).expect("a file with all columns");
        let lines: Vec<u64> = reasons(&inventory).iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [5, 7], "{file:?}");
    }
}

#[test]
fn a_bad_row_is_refused_with_its_line_and_the_rest_is_taken() {
    let file = [
        HEADER.as_bytes(),
        b"1,\"Two\nlines\",Deux lignes,o,O | O,\n",
        b"2,Too,short\n",
        b"3,Caf\xe9,Caf\xe9,o,O | O,\n",
        b"4, ,Vide,o,O | O,\n",
        b"#,Number sign,Croisillon,o,O | O,\n",
        b"6,Loud,Fort,o,O | O,LOUD--slug\n",
        b"7,Good,Bon,o,O | O,\n",
    ]
    .concat();
    let inventory = parse(file.as_slice()).expect("a file with all columns");
    assert_eq!(slugs(&inventory), ["two-lines", "good"]);
    let field_count = Reason::Misread(Misread::FieldCount { expected: 6, found: 3 });
    let unusable = Reason::UnusableCode { column: "service_id", value: "#".into() };
    assert_eq!(
        reasons(&inventory),
        [
            (4, &field_count),
            (5, &Reason::Misread(Misread::NotText)),
            (6, &Reason::Empty("service_name_en")),
            (7, &unusable),
            (8, &Reason::UnusableSlug("LOUD--slug".into())),
        ]
    );
}

#[test]
fn names_become_slugs() {
    let word = "a".repeat(70);
    for (name, expected) in [
        ("Old Age Security (OAS) Benefits", "old-age-security-oas-benefits"),
        ("Veterans' Graves – Care & Maintenance", "veterans-graves-care-maintenance"),
        ("Québec: Île-aux-Noix, ﬁrst № 1", "quebec-ile-aux-noix-first-no-1"),
        ("  --®Fonts…  ", "fonts"),
        ("ᐃᓄᒃᑎᑐᑦ", "service-9"),
        (
            "A name that fills sixty characters up to the end of this one",
            "a-name-that-fills-sixty-characters-up-to-the-end-of-this-one",
        ),
        (
            "A name that fills sixty characters up to the end of this one but goes on",
            "a-name-that-fills-sixty-characters-up-to-the-end-of-this-one",
        ),
        (
            "A name whose sixtieth character lies in the middle of the longest word",
            "a-name-whose-sixtieth-character-lies-in-the-middle-of-the",
        ),
        (&word, &word[..60]),
    ] {
        let inventory = read(&format!("9,\"{name}\",Nom,o,O | O,\n"));
        assert_eq!(slugs(&inventory), [expected], "{name}");
    }
}

#[test]
fn services_of_one_name_get_the_same_slugs_in_any_order() {
    let (first, second) = ("SRV01,Media relations,Médias,a,A | A,\n", "12,Media Relations,Presse,b,B | B,\n");
    assert_eq!(slugs(&read(&format!("{first}{second}"))), ["media-relations-srv01", "media-relations-12"]);
    assert_eq!(slugs(&read(&format!("{second}{first}"))), ["media-relations-12", "media-relations-srv01"]);
}

#[test]
fn long_names_that_differ_only_at_their_end_stay_within_the_limit_with_their_code() {
    let name = "Release of Statistical Data on the Gross Domestic Product of Canada by";
    let inventory = read(&format!("1317,{name} Industry,A,o,O | O,\n1318,{name} Quarter,B,o,O | O,\n"));
    assert_eq!(
        slugs(&inventory),
        [
            "release-of-statistical-data-on-the-gross-domestic-1317",
            "release-of-statistical-data-on-the-gross-domestic-1318"
        ]
    );
}

#[test]
fn a_slug_that_the_file_asks_for_is_kept_and_others_make_way() {
    let inventory = read(
        "1,Passport,Passeport,o,O | O,\n2,Canadian Passport,Passeport canadien,o,O | O,passport\n\
         3,Passport office,Bureau,o,O | O,passport\n",
    );
    assert_eq!(slugs(&inventory), ["passport-1", "passport"]);
    assert_eq!(reasons(&inventory), [(4, &Reason::SlugTaken("passport".into()))]);
}

#[test]
fn of_two_rows_for_one_service_the_later_year_is_kept_and_then_the_later_row() {
    let header = "fiscal_yr,service_id,service_name_en,service_name_fr,owner_org,owner_org_title\n";
    for (rows, kept, dropped) in [
        ("2024-2025,A1,New,Neuf,o,O | O\n2023-2024,a1,Old,Vieux,o,O | O\n", (2, "new"), 3),
        ("2023-2024,A1,Old,Vieux,o,O | O\n2024-2025,A1,New,Neuf,o,O | O\n", (3, "new"), 2),
        (",A1,First,Premier,o,O | O\n,A1,Second,Deuxième,o,O | O\n", (3, "second"), 2),
    ] {
        let inventory = parse(format!("{header}{rows}").as_bytes()).expect("a file with all columns");
        let (kept_line, slug) = kept;
        assert_eq!(slugs(&inventory), [slug]);
        assert_eq!(reasons(&inventory), [(dropped, &Reason::RepeatedId { kept_line })]);
    }
}

#[test]
fn what_looks_untranslated_or_is_no_address_is_taken_with_a_warning() {
    let file = "service_id,service_name_en,service_name_fr,owner_org,owner_org_title,service_uri_en,service_uri_fr\n\
                1,Canada.ca,canada.ca,o,Office,javascript:alert(1),https://\n";
    let inventory = parse(file.as_bytes()).expect("a file with all columns");
    let matters: Vec<_> = inventory.warnings.iter().map(|warning| (warning.line, warning.matter)).collect();
    assert_eq!(
        matters,
        [
            (2, Matter::SameName),
            (2, Matter::OrganisationInOneLanguage),
            (2, Matter::NotAnAddress("service_uri_en")),
            (2, Matter::NotAnAddress("service_uri_fr")),
        ]
    );
    let service = &inventory.services[0];
    assert_eq!((&service.page_en, &service.page_fr), (&None, &None));
    assert_eq!(service.organisation.name_fr, "Office");
}

#[test]
fn a_kind_is_taken_where_the_list_has_it_and_none_is_needed() {
    let file = "service_id,service_name_en,service_name_fr,owner_org,owner_org_title,service_kind\n\
                1,Passport,Passeport,o,O | P,registration\n2,Weather,Météo,o,O | P,\n3,Permits,Permis,o,O | P,Permits!\n";
    let inventory = parse(file.as_bytes()).expect("a file with all columns");
    let kinds: Vec<_> = inventory.services.iter().map(|service| service.kind).collect();
    assert_eq!(kinds, [Some(ServiceKind::Registration), None, None]);
    let matters: Vec<_> = inventory.warnings.iter().map(|warning| (warning.line, warning.matter)).collect();
    assert_eq!(matters, [(4, Matter::UnknownKind)]);
}

#[test]
fn a_name_cannot_break_out_of_its_line() {
    let inventory = read("1,\"Pass\r\nBcc: \u{1b}[2J\u{7}port\",\"Passeport\u{a0}: ici\",o,O | O,\n");
    assert_eq!(inventory.services[0].name_en, "Pass Bcc: [2J port");
    assert_eq!(inventory.services[0].name_fr, "Passeport\u{a0}: ici");
}

#[test]
fn the_services_that_come_with_the_product_are_read_without_a_complaint() {
    let inventory = parse(include_str!("../services.csv").as_bytes()).expect("a file with all columns");
    assert_eq!(inventory.refused, []);
    assert_eq!(inventory.warnings, []);
    let slugs = slugs(&inventory);
    for slug in ["passport", "employment-insurance", "old-age-security", "canada-pension-plan"] {
        assert!(slugs.contains(&slug), "{slug}");
    }
}
