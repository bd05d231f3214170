//! A sheet of paper that an officer keys in: its code gives the card's id, so that the stub which the person tore off
//! already leads to it, and a sheet that is keyed in twice counts once.

use feedback::{Card, Channel, Fault, FaultKind, Fields};

use crate::secrets::Secrets;

/// The field that carries a sheet's code, on the form of a card that came on paper.
pub(super) const FIELD: &str = "sheet";

/// Parses a form's card, and says whether it came on a sheet. On failure, says everything that is wrong.
pub(super) fn parse(mut fields: Fields, secrets: &Secrets) -> Result<(Card, bool), Vec<Fault>> {
    match (under_its_id(&mut fields, secrets), Card::parse(fields)) {
        (Ok(is_on_a_sheet), Ok(card)) => Ok((card, is_on_a_sheet)),
        (Ok(_), Err(faults)) => Err(faults),
        (Err(fault), parsed) => Err(std::iter::once(fault).chain(parsed.err().unwrap_or_default()).collect()),
    }
}

/// Puts a card that came on a sheet under the sheet's id. Whether it came on one; elsewhere nothing changes.
fn under_its_id(fields: &mut Fields, secrets: &Secrets) -> Result<bool, Fault> {
    // On a card of another channel there is no such field: the card's own door says so.
    if fields.get("channel") != Some(Channel::Paper.as_str()) {
        return Ok(false);
    }
    let codes = fields.take_all(FIELD);
    let code = match codes.as_slice() {
        [] => return Ok(false),
        [code] => feedback::SheetCode::parse(code).map_err(|_| Fault::at(FIELD, FaultKind::NotASheet))?,
        _ => return Err(Fault::at(FIELD, FaultKind::Twice)),
    };
    fields.set("id", &secrets.card_of_sheet(&code).to_string());
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use feedback::SheetCode;

    fn fields(channel: &str, codes: &[&str]) -> Fields {
        let card = [("id", "0193f2a4-7c00-7000-8000-000000000001"), ("service", "passport"), ("intent", "compliment")];
        let rest = [("language", "en"), ("overall", "4"), ("channel", channel)];
        Fields::from_form(card.into_iter().chain(rest).chain(codes.iter().map(|code| (FIELD, *code))))
    }

    #[test]
    fn a_sheets_card_is_under_its_id_however_the_code_is_typed() {
        let (secrets, sheet) = (Secrets::for_testing(), SheetCode::from_bits(1 << 40));
        for typed in [sheet.grouped(), sheet.as_str().to_lowercase()] {
            let (card, is_on_a_sheet) = parse(fields("paper", &[&typed]), &secrets).expect("a card");
            assert_eq!((card.id, is_on_a_sheet), (secrets.card_of_sheet(&sheet), true));
        }
    }

    #[test]
    fn a_wrong_code_is_a_fault_at_its_field_and_on_another_channel_there_is_no_such_field() {
        let (secrets, sheet) = (Secrets::for_testing(), SheetCode::from_bits(1 << 40).grouped());
        let reference = feedback::Reference::from_bits(1 << 40).grouped();
        let fault = |codes: &[&str]| under_its_id(&mut fields("paper", codes), &secrets).map_err(|fault| fault.kind);
        assert_eq!(fault(&[&reference]), Err(FaultKind::NotASheet), "a reference is no sheet");
        assert_eq!(fault(&[&sheet, &sheet]), Err(FaultKind::Twice));
        assert_eq!(fault(&[]), Ok(false));
        assert_eq!(parse(fields("web", &[&sheet]), &secrets), Err(vec![Fault::at(FIELD, FaultKind::Unknown)]));
    }
}
