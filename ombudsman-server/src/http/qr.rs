//! A QR code as a drawing that stands in a page.

use fast_qr::convert::Builder;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};

use super::Failure;

/// The code that leads to this address, as an `svg` element. A quarter of it may be dirty or torn. The page leaves it the
/// white that a camera needs around it.
pub fn qr_svg(address: &str) -> Result<String, Failure> {
    let code = QRBuilder::new(address).ecl(ECL::Q).build();
    let code = code.map_err(|_| Failure::internal("an address is too long for a QR code"))?;
    Ok(SvgBuilder::default().margin(0).to_str(&code))
}
