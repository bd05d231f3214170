//! What is personal and what only looks so, row by row, in English and in French.

use feedback::privacy::{Kind, find, redacted, replaced};

/// The stretches found in a text, with their kinds' wire names.
fn found(text: &str) -> Vec<(&'static str, &str)> {
    find(text).into_iter().map(|hit| (hit.kind.as_str(), &text[hit.start..hit.end])).collect()
}

/// Each text holds exactly one finding, of this kind: the part between the bars.
fn holds_each(kind: &'static str, texts: &[&str]) {
    for marked in texts {
        let text = marked.replace('|', "");
        let expected = marked.split('|').nth(1).expect("a part between bars");
        assert_eq!(found(&text), [(kind, expected)], "{text}");
    }
}

fn holds_none(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_social_insurance_number_is_found_by_its_check_or_by_its_word() {
    let texts = [
        "|550 911 895|",
        "I gave them |130-692-544| twice.",
        "c'est le |123456782|.",
        "|130.692.544| (the one on my slip)",
        "le |130\u{a0}692\u{202f}544|, merci",
        "|130\u{2011}692\u{2011}544|",
        "|130–692–544|",
        "|１３０ ６９２ ５４４|",
        "|1\u{200b}30692544|",
        "|130 - 692 - 544|",
        "number:|130692544|",
        "SIN|046 454 286|",
        "my SIN is |046 454 286|",
        "mon NAS : |823456785|",
        "numéro d'assurance sociale |999-999-999|",
        "my social insurance number, which is |123 456 789|",
        "|123 456 789| is my SIN",
        "SIN |13 069 2544|",
        "mon NAS |130 692544|",
    ];
    holds_each("sin", &texts);
    holds_none(&[
        "046 454 286",
        "823456785",
        "999-999-999",
        "123 456 789",
        "183, 214, 262",
        "100,000 … $250",
        "$130 692 544",
        "130 692 544 $",
        "1,130692544",
        "130 692 5441",
        "130-692 544",
        "It would be a sin to wait 12 weeks",
    ]);
}

#[test]
fn a_payment_card_is_found_by_its_check_and_its_network() {
    let texts = [
        "|4111111111111111|",
        "carte |5500005555555559| refusée",
        "|378282246310005|",
        "|6011111111111117|",
        "|4111 1111 1111 1111| exp 12/27",
        "|3782-822463-10005|",
        "|2223 0031 2200 3222|",
        "|4111\u{a0}1111\u{a0}1111\u{a0}1111|",
    ];
    holds_each("payment-card", &texts);
    holds_none(&[
        "4111111111111112",
        "1111 1111 1111 1117",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "45 100 200 300 400",
    ]);
}

#[test]
fn a_phone_number_is_found_unless_the_government_publishes_it() {
    let texts = [
        "call me at |613-555-0123|",
        "|(613) 555-0123|",
        "au |613 555\u{2011}0123|, poste 12",
        "tel:|+1 613 555 0123|",
        "|1.613.555.0123|",
        "|6135550123|",
        "|1-800-555-0199| is not theirs",
        "|+33 6 12 34 56 78|",
        "|+44 (0)20 7946 0958|",
        "|1 (613) 555-0123|",
    ];
    holds_each("phone", &texts);
    holds_none(&[
        "1-800-622-6232",
        "1 800 O-Canada, 1 800 622-6232",
        "TTY 1-800-926-9105, client services",
        "(800) 926-9105",
        "113-555-0123",
        "613-155-0123",
        "613-555-01234",
        "call 911 or 988",
        "5 555-0123",
    ]);
}

#[test]
fn an_email_address_is_found_unless_it_is_a_government_role() {
    let texts = [
        "write to |jane.doe@example.ca|.",
        "<|jane@example.co.uk|>",
        "'|j_d+x@mail.example.com|'",
        "mailto:|jane@example.ca|?subject=x",
        "|130692544@example.ca|",
        "|josé.tremblay@exemple.ca|",
        "|jane.doe@cra-arc.gc.ca|",
        "|jean-pierre.tremblay@canada.ca|",
        "|jane.q.doe2@canada.ca|",
        "|info@canada.ca.example.com|",
        "|info@notcanada.ca|",
    ];
    holds_each("email", &texts);
    holds_none(&[
        "dose @ 6",
        "jane@localhost",
        "@example.ca",
        "a@b",
        "at 5@6.7",
        "info@canada.ca",
        "enviroinfo@ec.gc.ca",
        "enfants_disparus-missing_children@rcaanc-cirnac.gc.ca",
        "fin.rpt@tbs-sct.gc.ca",
        "BTTerminoSVP.TBTerminoSVP@tpsgc-pwgsc.gc.ca",
        "aafc.foodpolicy-politiquealimentaire.quality.aac@canada.ca",
    ]);
}

#[test]
fn a_postal_code_is_found_by_its_alphabet() {
    let texts =
        ["|K1A 0B1|", "à Montréal |h2x-1y4|.", "|V6B1A1|", "|K1A\u{a0}0B1|", "j'habite au |G1R 4S9|", "|T2P - 1J9|"];
    holds_each("postal-code", &texts);
    holds_none(&["D1A 1A1", "W1A 1A1", "Z1A 1A1", "K1A 0B", "K1A 0B12", "AK1A 0B1", "K1F 1A1", "H1N1 B2B"]);
}

#[test]
fn a_passport_is_found_in_its_old_and_its_new_form() {
    let texts = [
        "|GA302922|",
        "passeport |A123456BC| perdu",
        "my passport is |ga302922|",
        "passport: |GA 302922|",
        "|ab123456| (passport)",
    ];
    holds_each("passport", &texts);
    holds_none(&["ga302922", "GA30292", "GA3029221", "XGA302922", "A123456B", "form GA 302922"]);
}

#[test]
fn an_internet_address_is_found_and_a_version_is_not() {
    let texts = [
        "|8.8.8.8|",
        "from |192.168.0.10|.",
        "|2001:db8::1|",
        "|2001:0db8:85a3:0000:0000:8a2e:0370:7334|",
        "[|fe80::1|]",
    ];
    holds_each("ip-address", &texts);
    holds_none(&[
        "1.2.3.4.5",
        "10.2.1",
        "256.1.1.1",
        "01.02.03.04",
        "v1.2.3.4",
        "version 1.2.3.4",
        "article 3.1.2.4",
        "10:30:45",
        "std::fed",
        "::",
        "1::2::3",
        "a:b",
    ]);
}

#[test]
fn a_date_of_birth_is_found_by_its_word() {
    let texts = [
        "born |1980-02-03|",
        "DOB: |03/02/1980|",
        "date of birth |19800203|",
        "I was born on |March 3rd, 1980| in Ottawa",
        "born the |3rd of March 1980|",
        "my birthday is |March 3|",
        "née le |1er mars 1980|",
        "né à Laval le |3 février 80|",
        "né(e) le |03.02.1980|",
        "date de naissance (aaaa-mm-jj) : |1980-02-03|",
        "|3 août 1980| (ma date de naissance)",
        "NÉ LE |3 AOÛT 1980|",
        "DDN |3/2/80|",
    ];
    holds_each("birth-date", &texts);
    holds_none(&[
        "I applied on 1980-02-03",
        "le 3 mars 1980",
        "born and raised in Ottawa",
        "birth certificate asked for on 2024-03-01",
        "certificat de naissance demandé le 2024-03-01",
        "born 1980-14-43",
        "the program was born in 1980",
        "Il ne le 45/13/1980",
    ]);
}

#[test]
fn a_case_number_is_found_by_its_word_only() {
    let texts = [
        "client ID |12345678|",
        "my file number is |1234567890|",
        "dossier n° |W123456789|",
        "UCI |11-2233-4455|",
        "IUC : |1122-3344|",
        "|E001234567| is my application",
    ];
    holds_each("case-number", &texts);
    holds_none(&[
        "12345678",
        "file 1234567",
        "dossier 2023-2024",
        "application 22345678901",
        "client number 1-800-622-6232",
        "my file of 2024-01-15",
        "file.12 pages",
    ]);
}

#[test]
fn a_street_address_is_found_in_either_order() {
    let texts = [
        "|123 rue Principale|",
        "j'habite au |45, rue de la Montagne|.",
        "|1200, boul. René-Lévesque Ouest|",
        "|10 ch. Sainte-Foy|",
        "|12, 5e Rue|",
        "|123 route 132|",
        "|8 rang Saint-Joseph|",
        "|123 Main St|.",
        "at |45B King Edward Avenue|, Ottawa",
        "|12-345 St. Laurent Blvd|",
        "|24 Sussex Drive|",
        "|10 123rd Street|",
        "i live at |123 main street| now",
    ];
    holds_each("address", &texts);
    holds_none(&[
        "123 people on the road",
        "10 minutes down the street",
        "in 2023 Federal Court",
        "2 years in court",
        "12 month road map",
        "L.R., 1985, ch. A-2",
        "en 2 places",
        "5 chemins",
        "511 with road conditions",
    ]);
}

#[test]
fn a_name_is_found_where_only_a_name_can_stand() {
    let texts = [
        "my officer |John Smith| was kind",
        "l'agente |Tremblay| m'a aidée",
        "Agent |Roy| was rude",
        "Mr. |J. P. O'Brien|, thank you",
        "MR |SMITH|",
        "Mme |de la Tour|",
        "M. |Côté-Roy|",
        "a clerk named |Ann|",
        "my name is |Jane Doe|.",
        "je m'appelle |Zoé|",
    ];
    holds_each("person-name", &texts);
    holds_none(&[
        "my officer was kind",
        "ask an agent. No way",
        "MS Teams",
        "at 5 p.m. Eastern",
        "5 m. Ensuite",
        "Employee Assistance Program",
        "Madame la ministre",
        "the agent Canada needs",
        "un agent du Programme",
        "Jane Doe",
    ]);
}

#[test]
fn a_health_card_or_a_licence_is_found_by_its_word() {
    let texts = [
        "health card |1234-567-890 AB|",
        "OHIP |1234567890|",
        "carte soleil |TREM 8051 1234|",
        "|TREM 8051 1234|",
        "my PHN is |9123 456 789|",
        "numéro d'assurance maladie : |123456789|",
        "driver's licence |A1234-12345-12345|",
        "permis de conduire |T1234-123456-12|",
    ];
    holds_each("health-card", &texts);
    holds_none(&[
        "1234-567-890 AB",
        "TREM 8099 1234",
        "health card office: 12345",
        "health card expired 2024-01-15",
        "health cards of 2023 2024",
        "permis de conduire depuis 2023-2024",
    ]);
}

#[test]
fn the_longest_explanation_wins_and_nothing_is_left_beside_it() {
    assert_eq!(found("my client 130 692 544"), [("sin", "130 692 544")]);
    assert_eq!(found("client 613-555-0123"), [("phone", "613-555-0123")]);
    assert_eq!(found("jane.130692544@example.ca"), [("email", "jane.130692544@example.ca")]);
    assert_eq!(found("613-555-0123.8.8.8.8"), [("phone", "613-555-0123"), ("ip-address", "8.8.8.8")]);
}

fn token(kind: Kind) -> String {
    format!("[{}]", kind.as_str().replace('-', " ").to_uppercase())
}

#[test]
fn places_are_right_beside_accents_spaces_without_break_and_emoji() {
    let text = "🙂 Né\u{301}e\u{a0}le\u{a0}«\u{a0}3\u{a0}août\u{a0}1980\u{a0}», 👨‍👩‍👧 à K1A\u{a0}0B1 🇨🇦";
    assert_eq!(found(text), [("birth-date", "3\u{a0}août\u{a0}1980"), ("postal-code", "K1A\u{a0}0B1")]);
    assert_eq!(
        replaced(text, &find(text), token),
        "🙂 Né\u{301}e\u{a0}le\u{a0}«\u{a0}[BIRTH DATE]\u{a0}», 👨‍👩‍👧 à [POSTAL CODE] 🇨🇦"
    );
}

#[test]
fn findings_of_another_text_replace_nothing_that_is_not_there() {
    let findings = find("xxxxxxxx 613-555-0123");
    assert_eq!(replaced("short", &findings, token), "short");
    assert_eq!(replaced("ééééééééééé", &findings, token), "ééééééééééé");
}

#[test]
fn a_word_that_a_token_brings_near_is_heeded_too() {
    let text = "My SIN? Ask jane.elizabeth.doe@mail.example.com or 123 123 123";
    assert_eq!(replaced(text, &find(text), token), "My SIN? Ask [EMAIL] or 123 123 123");
    assert_eq!(redacted(text, |kind| Some(token(kind))).as_deref(), Some("My SIN? Ask [EMAIL] or [SIN]"));
}

#[test]
fn nothing_is_found_in_a_token() {
    for kind in Kind::ALL {
        let text = format!("{0} 123 123 123 {0} 1980-02-03 {0} 12345678 {0}", token(*kind));
        assert_eq!(found(&text), []);
    }
}

#[test]
fn wire_names_and_tokens_are_each_of_one_kind() {
    for (place, kind) in Kind::ALL.iter().enumerate() {
        for other in &Kind::ALL[..place] {
            assert!(kind < other || kind.as_str() != other.as_str());
        }
    }
}
