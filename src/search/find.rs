//! From a line of text to hits: every reading of the line, each a list of terms that all have to match.
use super::text::{is_han, Span, Text, Way};
use super::{build, number, slip, Characters, Group, Hit, Index, Item, Reason};
use crate::query::fold;

/// More of a query than this is not looked at.
const LONGEST: usize = 80;
/// Below this nothing was found that a reader would have meant.
const MEANT: u32 = 440;
/// How well a term fits that says only what kind of thing is sought.
const KIND: u32 = 520;
/// How many hits are shown of those that only come nearest.
const NEAREST: usize = 6;

/// A stretch of the query that is matched as one.
struct Term {
    /// Folded, in simplified characters.
    simple: String,
    text: Text,
    /// Whether characters were traditional ones.
    changed: bool,
}

/// How a term fits an item; no score, no match.
#[derive(Clone, Copy)]
struct Found {
    score: u32,
    why: Why,
}

#[derive(Clone, Copy)]
enum Why {
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

/// One way to read the query: terms with how they fit each item.
struct Reading {
    terms: Vec<(Term, Vec<Found>)>,
    /// Whether regional words were replaced.
    replaced: bool,
}

const NOTHING: Found = Found {
    score: 0,
    why: Why::Nearest,
};

impl Index {
    /// What a query finds: at most `limit` hits, those of one kind together, the best first.
    /// Only an edition without anything in it leaves a query without a hit.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Group> {
        let query: String = query.chars().take(LONGEST).collect();
        let query = fold(&query);
        let mut readings = Vec::new();
        let mut read = |text: &str, replaced: bool| {
            let words = words(text);
            if words.len() > 1 {
                readings.push(self.reading(words.into_iter(), replaced));
            }
            readings.push(self.reading([text.trim().to_owned()].into_iter(), replaced));
        };
        read(&query, false);
        let home = self.characters.at_home(&query);
        if home != simplified(&query, &self.characters) {
            read(&home, true);
        }
        if self.best(&readings) < MEANT {
            for reading in &mut readings {
                for (term, found) in &mut reading.terms {
                    self.forgive(term, found);
                }
            }
        }
        if self.best(&readings) == 0 {
            let parts = parts(&query);
            readings.extend(parts.into_iter().map(|terms| self.reading(terms.into_iter(), false)));
        }
        self.hits(&readings, limit)
    }

    fn reading(&self, terms: impl Iterator<Item = String>, replaced: bool) -> Reading {
        let terms = terms.map(|term| {
            let term = Term::new(&term, &self.characters);
            let found = self.column(&term);
            (term, found)
        });
        Reading {
            terms: terms.collect(),
            replaced,
        }
    }

    fn best(&self, readings: &[Reading]) -> u32 {
        let items = 0..self.items.len();
        let best = items.map(|item| readings.iter().map(|r| r.score(item)).max());
        best.flatten().max().unwrap_or(0)
    }

    /// How a term fits every item.
    fn column(&self, term: &Term) -> Vec<Found> {
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
                if best.score < KIND {
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
    fn forgive(&self, term: &Term, column: &mut [Found]) {
        let typed = &term.text.chars;
        let latin = typed.iter().all(char::is_ascii_alphanumeric);
        let han = typed.len() > 2 && typed.iter().all(|&c| is_han(c));
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

    /// The hits of all readings; without any, what comes nearest.
    fn hits(&self, readings: &[Reading], limit: usize) -> Vec<Group> {
        let mut order = self.order(|item| readings.iter().map(|r| r.score(item)).max().unwrap_or(0));
        let nearest = order.is_empty();
        if nearest {
            order = self.order(|item| 1 + self.nearness(readings, item));
            order.truncate(NEAREST);
        }
        order.truncate(limit);
        let mut groups: Vec<Group> = Vec::new();
        for (score, at) in order {
            let item = &self.items[at];
            let best = readings.iter().find(|r| r.score(at) == score);
            let hit = Hit {
                what: item.what,
                id: item.id.clone(),
                label: item.label.clone(),
                score,
                reason: match best.filter(|_| !nearest) {
                    Some(reading) => self.reason(item, reading, at),
                    None => Reason::Nearest,
                },
            };
            match groups.iter_mut().find(|group| group.what == hit.what) {
                Some(group) => group.hits.push(hit),
                None => groups.push(Group {
                    what: hit.what,
                    hits: vec![hit],
                }),
            }
        }
        groups
    }

    /// Items with their scores: the best first, on ties what more refers to, then the shorter name.
    fn order(&self, score: impl Fn(usize) -> u32) -> Vec<(u32, usize)> {
        let mut keys = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let score = score(at);
            if score > 0 {
                let referred = item.referred.min(0xfff) as u64;
                let short = 0xff - item.names[0].chars.len().min(0xff) as u64;
                let first = 0xf_ffff - at.min(0xf_ffff) as u64;
                keys.push(!(u64::from(score) << 40 | referred << 28 | short << 20 | first));
            }
        }
        keys.sort_unstable();
        let places = keys.into_iter().map(|key| (((!key) >> 40) as u32, 0xf_ffff - (!key & 0xf_ffff) as usize));
        places.collect()
    }

    /// How near an item comes to a query that nothing matches.
    fn nearness(&self, readings: &[Reading], item: usize) -> u32 {
        let near = |reading: &Reading| {
            let matched = reading.terms.iter().filter(|(_, found)| found[item].score > 0).count();
            let terms = reading.terms.iter().map(|(term, _)| {
                let texts = self.items[item].texts();
                texts.map(|text| slip::nearness(&term.text.chars, text)).max().unwrap_or(0)
            });
            100 * matched as u32 + terms.max().unwrap_or(0)
        };
        readings.iter().map(near).max().unwrap_or(0)
    }

    /// Why an item was found: what the term that fits least well has to do with it.
    fn reason(&self, item: &Item, reading: &Reading, at: usize) -> Reason {
        let weakest = reading.terms.iter().min_by_key(|(_, found)| found[at].score);
        let Some((term, found)) = weakest else {
            return Reason::Nearest;
        };
        let text = |which: usize| item.texts().nth(which).unwrap_or(&item.names[0]);
        match found[at].why {
            Why::Text(which, span) => match span.way {
                Way::Pinyin => Reason::Pinyin {
                    text: text(which).part(span),
                    syllables: text(which).syllables(&term.text, span, &self.characters),
                },
                Way::Initials => Reason::Initials(text(which).part(span)),
                _ if reading.replaced || term.changed => Reason::Traditional(text(which).part(span)),
                _ => match which.checked_sub(item.names.len()) {
                    Some(alias) => Reason::Alias(item.aliases[alias].0.clone()),
                    None => Reason::Name,
                },
            },
            Why::Slip(which, span) => Reason::Slip(text(which).part(span)),
            Why::Number(number) => Reason::Number(self.numbers[number].at),
            Why::Place => Reason::Place,
            Why::Words => Reason::Words(term.simple.clone()),
            Why::Nearest => Reason::Nearest,
        }
    }
}

impl Reading {
    /// How well an item fits this reading: the mean of its terms, nothing if one does not match.
    fn score(&self, item: usize) -> u32 {
        let mut sum = 0;
        for (_, found) in &self.terms {
            match found[item].score {
                0 => return 0,
                score => sum += score,
            }
        }
        sum / (self.terms.len().max(1) as u32)
    }
}

impl Term {
    fn new(folded: &str, characters: &Characters) -> Self {
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
        let place = place.trim_start_matches("section").trim_start_matches("chapter");
        place.trim_end_matches(['章', '节', '.']).to_owned()
    }
}

impl Item {
    /// Its names, then its aliases.
    fn texts(&self) -> impl Iterator<Item = &Text> {
        self.names.iter().chain(self.aliases.iter().map(|(_, text)| text))
    }
}

fn simplified(text: &str, characters: &Characters) -> String {
    text.chars().map(|c| characters.simple(c)).collect()
}

/// The words of a folded query; a magnitude stays with its number.
fn words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in query.split([' ', ',', ';', '、', '/', '|', '"', '“', '”']) {
        match words.last_mut() {
            Some(last) if number::is_magnitude(word) && last.ends_with(|c: char| c.is_ascii_digit()) => {
                last.push_str(word);
            }
            _ if word.chars().any(char::is_alphanumeric) => words.push(word.to_owned()),
            _ => {}
        }
    }
    words
}

/// Ways to part a query that is found nowhere as it is: between scripts, else in two.
fn parts(query: &str) -> Vec<Vec<String>> {
    let mut parts = vec![String::new()];
    let mut before = None;
    for c in query.chars().filter(|c| c.is_alphanumeric() || *c == '.' || *c == ' ') {
        let han = is_han(c);
        if c == ' ' || before.is_some_and(|before| before != han) {
            parts.push(String::new());
        }
        if c != ' ' {
            parts[0..].last_mut().into_iter().for_each(|part| part.push(c));
            before = Some(han);
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
    match characters.iter().all(|&c| is_han(c)) {
        true => cuts.map(cut).collect(),
        false => Vec::new(),
    }
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
