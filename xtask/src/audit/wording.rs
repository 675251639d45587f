//! One concept, one word: no word that the glossary avoids, no name as character
//! recognition damaged it.

use super::data::{list, text, Data};
use super::told::{Role, Told};
use super::Failure;

/// Words that the glossary avoids, in our own words and names.
pub fn avoided(data: &Data, told: &[Told<'_>], failures: &mut Vec<Failure>) {
    for concept in list(&data.glossary) {
        for language in ["zh", "en"] {
            for word in list(&concept["avoid"][language]) {
                let word = text(word);
                let own = told
                    .iter()
                    .filter(|t| t.language == language && matches!(t.role, Role::Own | Role::Name));
                for told in own.filter(|t| occurs(t.text, word)) {
                    let term = text(&concept["term"][language]);
                    failures.push(told.failure(format!("`{word}`: the glossary says `{term}`")));
                }
            }
        }
    }
}

/// Forms that stand in the converted text of the report but not in the report.
pub fn damaged(damage: &[(String, String)], told: &[Told<'_>], failures: &mut Vec<Failure>) {
    for told in told {
        for (damaged, correct) in damage {
            if occurs(told.text, damaged) {
                let what = format!("`{damaged}` is a damaged form of `{correct}`");
                failures.push(told.failure(what));
            }
        }
    }
}

/// Whether a word stands in a text; a Latin one as a whole word.
fn occurs(text: &str, word: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (first, last) = (word.chars().next(), word.chars().next_back());
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let longer = (inside(first) && inside(before.chars().next_back()))
            || (inside(last) && inside(after.chars().next()));
        !longer
    })
}

#[cfg(test)]
mod tests {
    use super::occurs;

    #[test]
    fn latin_words_are_whole_chinese_ones_are_not() {
        assert!(occurs("a data set.", "data set"));
        assert!(!occurs("two data sets", "data set"));
        assert!(occurs("巨模型们", "巨模型"));
        assert!(occurs("用GPT-40答", "GPT-40"));
        assert!(!occurs("GPT-400", "GPT-40"));
    }
}
