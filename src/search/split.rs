//! A query in parts: its words, and the ways to part one that has none.
use super::number;
use super::text::is_han;

/// Chinese text of at most this length is parted in two.
const LONGEST: usize = 9;

/// The words of a folded query; a magnitude stays with its number.
pub(super) fn words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in query.split([' ', ',', ';', '、', '/', '|', '"', '“', '”']) {
        match words.last_mut() {
            Some(last)
                if number::is_magnitude(word) && last.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                last.push_str(word);
            }
            _ if word.chars().any(char::is_alphanumeric) => words.push(word.to_owned()),
            _ => {}
        }
    }
    words
}

/// Ways to part a query that is found nowhere as it is: between scripts, else in two.
pub(super) fn parts(query: &str) -> Vec<Vec<String>> {
    let mut parts = vec![String::new()];
    let mut before = None;
    for c in query
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '.' || *c == ' ')
    {
        let han = is_han(c);
        if c == ' ' || before.is_some_and(|before| before != han) {
            parts.push(String::new());
        }
        if c != ' ' {
            before = Some(han);
            parts.last_mut().into_iter().for_each(|part| part.push(c));
        }
    }
    parts.retain(|part| !part.is_empty());
    if parts.len() > 1 {
        return vec![parts];
    }
    let characters: Vec<char> = query.chars().collect();
    let cuts = 2..characters.len().saturating_sub(1);
    let cut = |at: usize| {
        let (one, other) = characters.split_at(at);
        vec![one.iter().collect(), other.iter().collect()]
    };
    // Every cut costs two searches; a whole sentence is better left to what comes nearest.
    match characters.len() <= LONGEST && characters.iter().all(|&c| is_han(c)) {
        true => cuts.map(cut).collect(),
        false => Vec::new(),
    }
}
