//! Digests that need no key, as text.

use ring::digest;

/// The SHA-256 of these bytes, in hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// The SHA-384 of these bytes as the attribute `integrity` writes it.
#[must_use]
pub fn sha384_base64(bytes: &[u8]) -> String {
    use base64::Engine;
    let digest = digest::digest(&digest::SHA384, bytes);
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(digest))
}

/// Bytes in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
