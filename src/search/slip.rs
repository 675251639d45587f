//! Slips of the finger and, where nothing else helps, what comes nearest.
use super::text::{is_han, Text};

/// Longer words are no longer words.
const LONGEST: usize = 32;

/// How many slips are forgiven in a word of this length.
pub(super) fn forgiven(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// How well a word fits if what was typed is it with slips: 0 if there are too many.
///
/// A slip is a letter too many, too few, a wrong one, or two in the wrong order. What was typed
/// may also be the beginning of the word, for the reader may still be typing. Digits are no slips:
/// another version is another thing.
pub(super) fn resembles(typed: &[char], word: &[char]) -> u32 {
    let most = forgiven(typed.len());
    if most == 0 || typed.len() > LONGEST || word.len() > LONGEST || word.len() + most < typed.len()
    {
        return 0;
    }
    let digits = |text: &[char]| text.iter().filter(|c| c.is_ascii_digit()).count();
    if digits(typed) > 0 || digits(word) > 0 {
        let numbers =
            |text: &[char]| -> String { text.iter().filter(|c| c.is_ascii_digit()).collect() };
        if numbers(typed) != numbers(word) {
            return 0;
        }
    }
    let (whole, beginning) = distances(typed, word);
    let (slips, part) = match (whole, beginning) {
        (whole, _) if whole <= most => (whole, 0),
        (_, beginning) if beginning <= most && typed.len() > 4 => (beginning, 10),
        _ => return 0,
    };
    // The first letter is the one least often wrong.
    let first = if typed.first() == word.first() { 0 } else { 15 };
    250 - 20 * slips as u32 - part - first
}

/// Slips between two words, and between the first and any beginning of the second.
fn distances(typed: &[char], word: &[char]) -> (usize, usize) {
    let mut rows = [[0; LONGEST + 1]; 3];
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..typed.len() + 1 {
        let [two, one, now] = [(i + 1) % 3, (i + 2) % 3, i % 3];
        rows[now][0] = i;
        for (before, &letter) in word.iter().enumerate() {
            let j = before + 1;
            let same = typed[i - 1] == letter;
            let mut best = rows[one][before] + usize::from(!same);
            best = best.min(rows[one][j] + 1).min(rows[now][before] + 1);
            if i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == letter {
                best = best.min(rows[two][j - 2] + 1);
            }
            rows[now][j] = best;
        }
    }
    let last = &rows[typed.len() % 3][..=word.len()];
    let beginning = last.iter().copied().min();
    (last[word.len()], beginning.unwrap_or(word.len()))
}

/// How near a text comes to a query, in hundredths: pairs of characters, or single ones, that both have.
pub(super) fn nearness(query: &[char], text: &Text) -> u32 {
    let text = &text.chars;
    if text.is_empty() || query.is_empty() {
        return 0;
    }
    let pairs = query
        .windows(2)
        .filter(|pair| text.windows(2).any(|other| other == *pair));
    let singles = query.iter().filter(|c| text.contains(c));
    // A Chinese character says more than a letter.
    let singles: usize = singles.map(|&c| if is_han(c) { 3 } else { 1 }).sum();
    let both = query.len() + text.len();
    ((pairs.count() * 160 + singles * 10) / both) as u32
}
