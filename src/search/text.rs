//! A text brought to the form in which it is compared, and the ways in which a query can be in it.
use super::characters::{loosen, Characters};
use crate::query::fold;

/// A text without case, spaces, hyphens and dots, in simplified characters: `GPT-4o` is `gpt4o`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub chars: Vec<char>,
    /// For each character the letters that its spelling can begin with, a bit each; most walks end here.
    letters: Vec<u32>,
    /// Where words begin.
    pub starts: Vec<usize>,
    /// Whether there are Chinese characters in it.
    pub han: bool,
}

/// How a query is in a text, the plainest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// As it is written.
    Written,
    /// As it is read; Chinese characters may stand between.
    Pinyin,
    /// By initials, or initials among syllables.
    Initials,
    /// As it is read by one who confuses similar sounds.
    Misheard,
}

/// Where in a text something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
    pub way: Way,
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

impl Text {
    /// Squeezes a text.
    pub fn new(text: &str, characters: &Characters) -> Self {
        let mut out = Self::default();
        let mut before = None;
        for c in fold(text).chars() {
            if !c.is_alphanumeric() {
                before = None;
                continue;
            }
            let han = is_han(c);
            if before != Some(han) {
                out.starts.push(out.chars.len());
            }
            before = Some(han);
            out.han |= han;
            let simple = characters.simple(c);
            out.letters.push(match han {
                true => characters.initials(simple),
                false => letter(c),
            });
            out.chars.push(simple);
        }
        out
    }

    /// Its words, and all of it as one.
    pub fn words(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let end = self.chars.len();
        let ends = self.starts.iter().skip(1).copied().chain([end]);
        self.starts.iter().copied().zip(ends).chain([(0, end)])
    }

    /// The best place of a query in this text.
    pub fn find(&self, query: &Text, characters: &Characters) -> Option<Span> {
        let written = self.written(&query.chars);
        if written.is_some() || !self.han || !is_spelling(query) {
            return written;
        }
        let pinyin = self.spelled(&query.chars, Way::Pinyin, characters);
        pinyin.or_else(|| self.spelled(&query.chars, Way::Initials, characters))
    }

    /// The best place of a query that confuses similar sounds.
    pub fn find_misheard(&self, query: &Text, characters: &Characters) -> Option<Span> {
        if !self.han || query.chars.len() < 5 || !is_spelling(query) {
            return None;
        }
        let loose = loosen(query.chars.iter().copied());
        self.spelled(&loose, Way::Misheard, characters)
    }

    /// The letters of a part of it, a bit each.
    pub fn letters(&self, start: usize, end: usize) -> u32 {
        self.letters[start..end]
            .iter()
            .fold(0, |all, one| all | one)
    }

    fn written(&self, query: &[char]) -> Option<Span> {
        let length = query.len();
        let first = query.first()?;
        // One or two letters inside a word are no match; a Chinese character is.
        let anywhere = length > 2 || query.iter().any(|&c| is_han(c));
        let mut best = None;
        for start in 0..(self.chars.len() + 1).saturating_sub(length) {
            if self.chars[start] != *first || self.chars[start..start + length] != *query {
                continue;
            }
            let span = Span {
                start,
                end: start + length,
                way: Way::Written,
            };
            if self.starts.contains(&start) {
                return Some(span);
            }
            if anywhere && best.is_none() {
                best = Some(span);
            }
        }
        best
    }

    fn spelled(&self, query: &[char], way: Way, characters: &Characters) -> Option<Span> {
        // Two letters begin some name or other; inside one they say nothing.
        let last = if query.len() > 2 { self.chars.len() } else { 1 };
        let first = letter(*query.first()?);
        (0..last).find_map(|start| {
            if first != 0 && self.letters.get(start)? & first == 0 {
                return None;
            }
            let end = self.walk(start, query, false, way, characters, &mut Vec::new())?;
            Some(Span { start, end, way })
        })
    }

    /// The syllables by which a query was found.
    pub fn syllables(&self, query: &Text, span: Span, characters: &Characters) -> String {
        let mut read = Vec::new();
        self.walk(
            span.start,
            &query.chars,
            false,
            span.way,
            characters,
            &mut read,
        );
        read.join(" ")
    }

    /// Where the query ends in this text if it is spelled from a place on.
    fn walk<'a>(
        &self,
        at: usize,
        query: &[char],
        after_n: bool,
        way: Way,
        characters: &'a Characters,
        read: &mut Vec<&'a str>,
    ) -> Option<usize> {
        let Some(&first) = query.first() else {
            return Some(at);
        };
        let &c = self.chars.get(at)?;
        if c == first {
            return self.walk(at + 1, &query[1..], false, way, characters, read);
        }
        let loose = way == Way::Misheard;
        if !is_han(c) || self.letters[at] & letter(first) == 0 && !(loose && after_n) {
            return None;
        }
        for whole in characters.readings(c, loose) {
            // Confused sounds run over the end of a syllable: ren-gong is spelled as renon.
            let syllable = match whole.strip_prefix('g') {
                Some(rest) if loose && after_n => rest,
                _ => whole,
            };
            let letters = query.iter().zip(syllable.chars());
            let shared = letters.take_while(|(&q, s)| reads(q, *s)).count();
            let full = shared == syllable.len() && shared > 0;
            let mut steps = [full.then_some(shared), None, None];
            if shared == query.len() {
                steps[1] = Some(shared);
            }
            if way == Way::Initials && shared > 0 {
                let double = syllable[1..].starts_with('h') && shared > 1;
                steps[1] = Some(1);
                steps[2] = double.then_some(2);
            }
            for step in steps.into_iter().flatten() {
                let known = read.len();
                read.push(whole);
                let n = syllable.ends_with('n') && step == syllable.len();
                let end = self.walk(at + 1, &query[step..], n, way, characters, read);
                if end.is_some() {
                    return end;
                }
                read.truncate(known);
            }
        }
        None
    }

    /// Where this text has all characters of a query but one, which is another.
    pub fn find_but_one(&self, query: &[char], characters: &Characters) -> Option<(Span, bool)> {
        let mut best = None;
        for (start, window) in self.chars.windows(query.len().max(1)).enumerate() {
            let mut wrong = window.iter().zip(query).filter(|(a, b)| a != b);
            if let (Some((&a, &b)), None) = (wrong.next(), wrong.next()) {
                let alike = characters.alike(a, b);
                let span = Span {
                    start,
                    end: start + query.len(),
                    way: Way::Written,
                };
                if alike || best.is_none() {
                    best = Some((span, alike));
                }
            }
        }
        best
    }

    /// A stretch of it as text.
    pub fn part(&self, span: Span) -> String {
        self.chars[span.start..span.end].iter().collect()
    }
}

/// The bit of a letter; none for what is no letter from a to z.
pub(super) fn letter(c: char) -> u32 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        _ => 0,
    }
}

/// Whether a query may be meant as pinyin: at least two letters.
fn is_spelling(query: &Text) -> bool {
    query.chars.len() > 1 && query.chars.iter().any(|c| c.is_ascii_lowercase())
}

/// Whether a letter stands for a letter of a syllable; ü is typed as v or u.
fn reads(typed: char, letter: char) -> bool {
    typed == letter || letter == 'v' && matches!(typed, 'u' | 'ü')
}
