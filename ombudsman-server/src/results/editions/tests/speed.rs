//! An edition of as many services as a real one has.

use std::time::Instant;

use super::{Secrets, quarter};
use crate::registry::Service;
use crate::results::editions::Built;
use crate::results::editions::document::Imprint;
use crate::results::editions::inputs::Inputs;

#[test]
fn big() {
    let services: Vec<Service> = (0..551)
        .map(|number| Service::for_testing(&format!("s{number}"), &format!("o{}", (number * number) % 7)))
        .collect();
    let mut inputs = Inputs::about(&services);
    let mut state = 1_u64;
    let mut next = |most: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) % most
    };
    for service in &services {
        let scale = [5, 40, 400][usize::try_from(next(3)).expect("a place")];
        for channel in ["web", "kiosk", "phone", "paper", "in-person"] {
            for language in ["en", "fr"] {
                for _ in 0..next(8) {
                    let pattern: String =
                        (0..6).map(|_| char::from(b'0' + u8::try_from(next(7)).expect("a digit"))).collect();
                    inputs.add(&service.slug, [channel, language, &pattern], 1 + next(scale));
                }
            }
        }
    }
    let imprint = Imprint { quarter: quarter(), number: 1, reason: None, code_version: "0.0.0" };
    let begun = Instant::now();
    let built = Built::of(&inputs, imprint, Secrets::for_testing().rounding()).expect("it");
    eprintln!(
        "SPEED {:?} figures {} withheld {} json {}",
        begun.elapsed(),
        built.document.figures.len(),
        built.withheld.len(),
        built.json.len()
    );
}
