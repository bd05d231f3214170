//! Reading a body, never more of it than its door allows.

use std::convert::Infallible;

use ::http::header::CONTENT_TYPE;
use bytes::{Buf, Bytes, BytesMut};
use futures::{Stream, StreamExt};
use warp::Filter;
use warp::filters::BoxedFilter;

use super::{Failure, Visit};

/// The largest body that a page's form may send, in bytes.
pub const FORM_LIMIT: usize = 64 * 1024;

/// Reads a body of at most `limit` bytes, whether or not its length was announced.
#[must_use]
pub fn limited(limit: usize) -> BoxedFilter<(Result<Bytes, Failure>,)> {
    warp::body::stream().then(move |stream| collect(stream, limit)).boxed()
}

/// The pairs of a form's body, without the character zero: no keyboard has it, and not every home of the record can hold it.
pub fn form(visit: &Visit, body: &[u8]) -> Result<Vec<(String, String)>, Failure> {
    if !visit.sends("application/x-www-form-urlencoded") {
        return Err(Failure::WrongType);
    }
    Ok(form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), typed(&value))).collect())
}

/// The pairs of a form's body that may hold files: the text of each. A file that is no text has none.
pub async fn form_with_files(visit: &Visit, body: Bytes) -> Result<Vec<(String, String)>, Failure> {
    if !visit.sends("multipart/form-data") {
        return form(visit, &body);
    }
    let boundary = visit.header(&CONTENT_TYPE).and_then(|value| multer::parse_boundary(value).ok());
    let boundary = boundary.ok_or(Failure::Malformed)?;
    let body = futures::stream::once(async { Ok::<_, Infallible>(body) });
    let mut parts = multer::Multipart::new(body, boundary);
    let mut pairs = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|_| Failure::Malformed)? {
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|_| Failure::Malformed)?;
        pairs.push((name, std::str::from_utf8(&bytes).map(typed).unwrap_or_default()));
    }
    Ok(pairs)
}

/// A text without NUL, which no keyboard has: `PostgreSQL` takes it neither in a text nor, escaped, in JSON, where one would
/// be found only when the text is read again.
fn typed(text: &str) -> String {
    text.replace('\0', "")
}

/// The first value of this name.
#[must_use]
pub fn value<'a>(form: &'a [(String, String)], name: &str) -> &'a str {
    form.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
}

async fn collect<B: Buf>(stream: impl Stream<Item = Result<B, warp::Error>>, limit: usize) -> Result<Bytes, Failure> {
    let mut stream = std::pin::pin!(stream);
    let mut collected = BytesMut::new();
    while let Some(part) = stream.next().await {
        let part = part.map_err(|_| Failure::Malformed)?;
        if collected.len() + part.remaining() > limit {
            return Err(Failure::TooLarge { limit });
        }
        let mut part = part;
        collected.extend_from_slice(&part.copy_to_bytes(part.remaining()));
    }
    Ok(collected.freeze())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_form_holds_no_nul_whichever_way_it_is_sent() {
        let expected = vec![("answer".to_owned(), "null".to_owned())];
        let visit = Visit::for_testing([(CONTENT_TYPE, "application/x-www-form-urlencoded")]);
        assert_eq!(form(&visit, b"answer=nu%00ll%00").ok(), Some(expected.clone()));
        let visit = Visit::for_testing([(CONTENT_TYPE, "multipart/form-data; boundary=edge")]);
        let body = "--edge\r\nContent-Disposition: form-data; name=\"answer\"\r\n\r\nnu\0ll\r\n--edge--\r\n";
        assert_eq!(form_with_files(&visit, Bytes::from_static(body.as_bytes())).await.ok(), Some(expected));
    }
}
