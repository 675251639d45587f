//! How well one term fits each item, as it is typed and with slips forgiven.
use super::text::{is_han, Span, Text, Way};
use super::{build, number, slip, Characters, Index, Item};

/// Below this nothing was found that a reader would have meant.
pub(super) const MEANT: u32 = 440;
/// How well a term fits that says only what kind of thing is sought.
const KIND: u32 = 520;

/// A stretch of the query that is matched as one.
pub(super) struct Term {
    /// Folded, in simplified characters.
    pub simple: String,
    pub text: Text,
    /// Whether characters were traditional ones.
    pub changed: bool,
}

/// How a term fits an item; no score, no match.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub score: u32,
    pub why: Why,
}

/// What a term and an item have in common.
#[derive(Clone, Copy)]
pub(super) enum Why {
    /// In a name or alias, told by its place among the item's texts.
    Text(usize, Span),
    /// In a name or alias, with slips.
    Slip(usize, Span),
    /// In one of the numbers.
    Number(usize),
    Place,
    Words,
    Nearest,
}

const NOTHING: Found = Found {
    score: 0,
    why: Why::Nearest,
};

impl Index {
    /// How a term fits every item; `words` says whether also what is said of it.
    pub(super) fn column(&self, term: &Term, words: bool) -> Vec<Found> {
        let place = term.place();
        let mut column = Vec::with_capacity(self.items.len());
        for item in &self.items {
            let mut best = NOTHING;
            let mut better = |score: u32, why: Why| {
                if score > best.score {
                    best = Found { score, why };
                }
            };
            if !term.text.chars.is_empty() {
                for (which, text) in item.texts().enumerate() {
                    if let Some(span) = text.find(&term.text, &self.characters) {
                        better(rank(text, span, which), Why::Text(which, span));
                    }
                }
                for number in &item.places {
                    match number.strip_prefix(&place) {
                        Some("") => better(980, Why::Place),
                        Some(_) if !place.is_empty() => better(610, Why::Place),
                        _ => {}
                    }
                }
                if words && best.score < KIND {
                    let score = in_words(item, term);
                    if score > best.score {
                        let why = Why::Words;
                        best = Found { score, why };
                    }
                }
            }
            column.push(best);
        }
        if let Some(typed) = number::typed(&term.simple, &self.qualifiers) {
            for (at, number) in self.numbers.iter().enumerate() {
                let score = typed.fits(number, &self.units);
                if score > column[number.item].score {
                    let why = Why::Number(at);
                    column[number.item] = Found { score, why };
                }
            }
        }
        column
    }

    /// Adds to a column what the term may have been meant to be.
    pub(super) fn forgive(&self, term: &Term, column: &mut [Found]) {
        let typed = &term.text.chars;
        let latin = typed.iter().all(char::is_ascii_alphanumeric);
        let han = typed.len() > 2 && typed.iter().all(|&c| is_han(c));
        let letters = term.text.letters(0, typed.len());
        let most = slip::forgiven(typed.len()) as u32;
        for (item, found) in self.items.iter().zip(column) {
            let mut better = |score: u32, which: usize, span: Span, length: usize| {
                // A slip in a whole name is likelier than the same slip in a part of one.
                let place = match (span.start, span.end == length) {
                    (0, true) => 12,
                    (0, false) => 6,
                    _ => 0,
                };
                let score = if score > 0 { score + place } else { 0 };
                if score > found.score {
                    let why = Why::Slip(which, span);
                    *found = Found { score, why };
                }
            };
            for (which, text) in item.texts().enumerate() {
                if latin {
                    for (start, end) in text.words() {
                        // Each letter that the word does not have is a slip at least.
                        if (letters & !text.letters(start, end)).count_ones() > most {
                            continue;
                        }
                        let way = Way::Written;
                        let score = slip::resembles(typed, &text.chars[start..end]);
                        better(score, which, Span { start, end, way }, text.chars.len());
                    }
                    if let Some(span) = text.find_misheard(&term.text, &self.characters) {
                        better(rank(text, span, which), which, span, 0);
                    }
                }
                if han {
                    if let Some((span, alike)) = text.find_but_one(typed, &self.characters) {
                        let score = if alike { 245 } else { 220 };
                        better(score, which, span, text.chars.len());
                    }
                }
            }
        }
    }
}

impl Term {
    pub fn new(folded: &str, characters: &Characters) -> Self {
        let simple = simplified(folded, characters);
        Self {
            text: Text::new(folded, characters),
            changed: simple != folded,
            simple,
        }
    }

    /// The term as a section's or table's number.
    fn place(&self) -> String {
        let place = build::place(&self.simple);
        let place = place.trim_start_matches('§').trim_start_matches('第');
        let place = place
            .trim_start_matches("section")
            .trim_start_matches("chapter");
        place.trim_end_matches(['章', '节', '.']).to_owned()
    }
}

impl Item {
    /// Its names, then its aliases.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.names
            .iter()
            .chain(self.aliases.iter().map(|(_, text)| text))
    }
}

/// A folded text in simplified characters.
pub(super) fn simplified(text: &str, characters: &Characters) -> String {
    text.chars().map(|c| characters.simple(c)).collect()
}

/// How well a place in a text fits: a whole name before its beginning, that before a word, that before the rest.
fn rank(text: &Text, span: Span, which: usize) -> u32 {
    let place = match (span.start, span.end == text.chars.len()) {
        (0, true) => 0,
        (0, false) => 1,
        (start, _) if text.starts.contains(&start) => 2,
        _ => 3,
    };
    // Names, then aliases. A whole alias is as good as a name, a part of one is not.
    let scores = match span.way {
        Way::Written => [[1000, 900, 800, 700], [960, 690, 680, 670]],
        Way::Pinyin => [[660, 620, 560, 560], [650, 600, 540, 540]],
        Way::Initials => [[520, 480, 420, 420], [510, 460, 400, 400]],
        Way::Misheard => [[240, 236, 230, 230], [238, 234, 228, 228]],
    };
    scores[usize::from(which > 1)][place]
}

/// How well a term stands among the words that are said of something. What it is comes first
/// among them, and counts for more than the rest.
fn in_words(item: &Item, term: &Term) -> u32 {
    let length = term.text.chars.len();
    let (words, sought) = (item.words.as_str(), term.simple.as_str());
    let kind = |at: usize| at < item.kind;
    if term.text.han {
        return match words.find(sought) {
            Some(at) if length > 1 && kind(at) => KIND,
            Some(_) if length > 1 => 310,
            _ => 0,
        };
    }
    let mut best = 0;
    for (at, found) in words.match_indices(sought) {
        let before = words[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let after = words[at + found.len()..].chars().next();
        let score = match (after.is_some_and(char::is_alphanumeric), length) {
            (_, 3..) if kind(at) => return KIND,
            (false, 3..) => return MEANT,
            (false, _) => 300,
            (true, 3..) => 290,
            _ => 0,
        };
        best = best.max(score);
    }
    best
}
