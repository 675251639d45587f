//! Text search: words by prefix, Chinese, Japanese and Korean runs by substring.

use super::Bits;
use std::collections::HashMap;

/// Brings text to the form in which it is compared: lower case, full-width forms as
/// their ordinary ones, raised and lowered digits and Latin ligatures as plain
/// letters, any white space as one space character, invisible marks gone.
///
/// This is the part of NFKC that readers of Chinese and Latin text meet; the full
/// tables would outweigh the rest of the program. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Soft hyphen, zero-width characters and the byte order mark.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            c if c.is_whitespace() => out.push(' '),
            c => out.extend(plain(c).to_lowercase()),
        }
    }
    out
}

/// The ordinary form of a character that has a single one.
fn plain(c: char) -> char {
    let moved = |first: char, to: char| {
        char::from_u32(c as u32 - first as u32 + to as u32).expect("a letter or digit")
    };
    match c {
        '！'..='～' => moved('！', '!'),
        '²'..='³' => moved('²', '2'),
        '¹' => '1',
        '⁰' => '0',
        '⁴'..='⁹' => moved('⁴', '4'),
        '₀'..='₉' => moved('₀', '0'),
        _ => c,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Cjk,
    Gap,
}

fn kind(c: char) -> Kind {
    match c {
        // Combining accents belong to the letter before them.
        '\u{300}'..='\u{36f}' => Kind::Word,
        _ if !c.is_alphanumeric() => Kind::Gap,
        '\u{1100}'..='\u{11ff}'
        | '\u{3005}'..='\u{31ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}' => Kind::Cjk,
        _ => Kind::Word,
    }
}

/// The longest stretches of one kind in folded text, without the gaps.
fn stretches(text: &str) -> impl Iterator<Item = (Kind, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let this = kind(rest.chars().next()?);
        let end = rest.find(|c| kind(c) != this).unwrap_or(rest.len());
        let (stretch, after) = rest.split_at(end);
        rest = after;
        Some((this, stretch))
    })
    .filter(|(kind, _)| *kind != Kind::Gap)
}

/// Each character with the one after it; the last one with `END`, so that a search for
/// a single character is a search for all pairs beginning with it.
fn pairs(run: &str) -> impl Iterator<Item = (char, char)> + '_ {
    let next = run.chars().skip(1).chain([END]);
    run.chars().zip(next)
}

const END: char = '\0';

/// Keys in order, each with the ascending records it occurs in.
#[derive(Clone, Debug)]
struct Postings<K>(Vec<(K, Vec<u32>)>);

impl<K: Ord> Postings<K> {
    fn new(lists: HashMap<K, Vec<u32>>) -> Self {
        let mut lists: Vec<_> = lists.into_iter().collect();
        lists.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        lists.iter_mut().for_each(|(_, list)| list.shrink_to_fit());
        Postings(lists)
    }

    fn get(&self, key: &K) -> &[u32] {
        match self.0.binary_search_by(|(k, _)| k.cmp(key)) {
            Ok(at) => &self.0[at].1,
            Err(_) => &[],
        }
    }

    /// All records under the neighbouring keys that are not `before` and are `within`.
    fn union(&self, len: usize, before: impl Fn(&K) -> bool, within: impl Fn(&K) -> bool) -> Bits {
        let start = self.0.partition_point(|(key, _)| before(key));
        let found = self.0[start..].iter().take_while(|(key, _)| within(key));
        collect(len, found.flat_map(|(_, list)| list.iter().copied()))
    }
}

fn collect(len: usize, records: impl IntoIterator<Item = u32>) -> Bits {
    let mut bits = Bits::empty(len);
    records.into_iter().for_each(|record| bits.insert(record));
    bits
}

/// Adds a record to a list once; records come in ascending order.
fn post(list: &mut Vec<u32>, record: u32) {
    if list.last() != Some(&record) {
        list.push(record);
    }
}

/// The searchable text of all records.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    folded: Vec<String>,
    words: Postings<String>,
    pairs: Postings<(char, char)>,
}

impl Texts {
    /// Indexes folded text, one string per record.
    pub(super) fn new(folded: Vec<String>) -> Self {
        let mut words: HashMap<String, Vec<u32>> = HashMap::new();
        let mut grams: HashMap<(char, char), Vec<u32>> = HashMap::new();
        for (record, text) in folded.iter().enumerate() {
            let record = record as u32;
            for (kind, stretch) in stretches(text) {
                if kind == Kind::Cjk {
                    for pair in pairs(stretch) {
                        post(grams.entry(pair).or_default(), record);
                    }
                } else if let Some(list) = words.get_mut(stretch) {
                    // Looked up before inserted: most words are repeats and need no copy.
                    post(list, record);
                } else {
                    words.insert(stretch.to_string(), vec![record]);
                }
            }
        }
        Texts {
            folded,
            words: Postings::new(words),
            pairs: Postings::new(grams),
        }
    }

    /// The records in which every word and run of the query occurs; `None` if the query
    /// has no word or run and so restricts nothing.
    pub(super) fn search(&self, query: &str) -> Option<Bits> {
        let query = fold(query);
        stretches(&query)
            .map(|(kind, stretch)| match kind {
                Kind::Cjk => self.containing(stretch),
                _ => self.beginning(stretch),
            })
            .reduce(|mut all, next| {
                all.and(&next);
                all
            })
    }

    /// Records with a word beginning so.
    fn beginning(&self, prefix: &str) -> Bits {
        let before = |word: &String| word.as_str() < prefix;
        let within = |word: &String| word.starts_with(prefix);
        self.words.union(self.folded.len(), before, within)
    }

    /// Records with this run of characters inside.
    fn containing(&self, run: &str) -> Bits {
        let len = self.folded.len();
        // The last pair says that the run ends, which the text need not agree with.
        let mut wanted: Vec<_> = pairs(run).filter(|pair| pair.1 != END).collect();
        if wanted.is_empty() {
            let only = run.chars().next().unwrap_or(END);
            let before = |pair: &(char, char)| pair.0 < only;
            return self.pairs.union(len, before, |pair| pair.0 == only);
        }
        wanted.sort_unstable();
        wanted.dedup();
        let mut lists: Vec<_> = wanted.iter().map(|pair| self.pairs.get(pair)).collect();
        lists.sort_unstable_by_key(|list| list.len());
        // Starting from the rarest pair leaves few records to look up and fewer to read.
        let (rarest, others) = lists.split_first().expect("at least one pair");
        let candidates = rarest.iter().copied().filter(|record| {
            let everywhere = |list: &&[u32]| list.binary_search(record).is_ok();
            others.iter().all(everywhere)
        });
        // One pair is the run itself; several pairs may stand apart in the text. A run
        // such as 哈哈哈 has one distinct pair but is longer than it.
        let exact = run.chars().count() == 2;
        collect(
            len,
            candidates.filter(|record| exact || self.folded[*record as usize].contains(run)),
        )
    }
}
