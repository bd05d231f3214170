//! Nobody's own words are published without their consent: a text that repeats a run of somebody's words is caught.

/// So many words in a row are nobody's by chance.
const RUN: usize = 6;

/// Whether a text has a run of words from what somebody wrote.
pub(super) fn repeats(text: &str, written: &str) -> bool {
    let (text, written) = (words(text), words(written));
    // A short comment is repeated where all of it is.
    let run = RUN.min(written.len()).max(3);
    written.windows(run).any(|theirs| text.windows(run).any(|ours| ours == theirs))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_somebodys_words_is_caught_and_the_same_thing_said_otherwise_is_free() {
        let written = "Please open the counter at seven, I start work at eight.";
        assert!(repeats("One person wrote: « open the counter at seven, I » and so on.", written));
        assert!(repeats("PLEASE OPEN THE COUNTER AT SEVEN", written));
        assert!(!repeats("People asked us to open the counter earlier in the day.", written));
        assert!(repeats("Open it earlier", "Open it earlier!"));
        assert!(!repeats("Open earlier", "Open it earlier!"));
        assert!(!repeats("", "") && !repeats("We did it.", ""));
    }
}
