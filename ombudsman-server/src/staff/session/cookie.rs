//! The cookie of a session: only the office gets it, and no script.

use crate::house::House;

/// The cookie that carries this token for so many seconds.
pub(super) fn cookie(house: &House, token: &str, seconds: i64) -> String {
    let secure = if house.config.is_encrypted() { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", cookie_name(house))
}

/// The `__Host-` prefix makes the browser refuse the cookie from anywhere else, but needs an encrypted connection.
pub(super) fn cookie_name(house: &House) -> &'static str {
    if house.config.is_encrypted() { "__Host-session" } else { "session" }
}
