//! How Chinese characters are read and written: `search.json`, computed when the data is packed.
use super::text::letter;
use crate::report::{load, Problem};
use serde::Deserialize;

/// The file as it is written; xtask makes it.
#[derive(Deserialize)]
struct Written {
    /// Syllables with the characters that can be read so.
    readings: Vec<(String, String)>,
    /// A traditional character and its simplified one, over and over.
    forms: String,
    /// Regional words with the ones that the report uses.
    words: Vec<(String, String)>,
}

/// Readings, traditional forms and regional words. Without them names are still found as they are written.
#[derive(Debug, Clone, Default)]
pub struct Characters {
    syllables: Vec<String>,
    /// The same syllables as they are often misheard.
    loose: Vec<String>,
    /// Character and number of a syllable in one integer each, in order.
    readings: Vec<u64>,
    /// Traditional and simplified character in one integer each, in order.
    forms: Vec<u64>,
    words: Vec<(String, String)>,
}

impl Characters {
    /// Reads `search.json`.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn read(json: &str) -> Result<Self, Problem> {
        let written: Written = load::read("search.json", json)?;
        let mut read = Self {
            words: written.words,
            ..Self::default()
        };
        for (syllable, characters) in written.readings {
            let number = read.syllables.len() as u64;
            let all = characters.chars();
            read.readings.extend(all.map(|c| pair(c, number)));
            read.loose
                .push(loosen(syllable.chars()).into_iter().collect());
            read.syllables.push(syllable);
        }
        let mut forms = written.forms.chars();
        while let (Some(traditional), Some(simple)) = (forms.next(), forms.next()) {
            read.forms.push(pair(traditional, simple as u64));
        }
        read.readings.sort_unstable();
        read.forms.sort_unstable();
        Ok(read)
    }

    /// The ways a character can be read, as it should be or as it is often misheard.
    pub(super) fn readings(&self, c: char, loose: bool) -> impl Iterator<Item = &str> {
        let syllables = if loose { &self.loose } else { &self.syllables };
        let found = under(&self.readings, c).iter();
        found.filter_map(|&both| syllables.get(both as u32 as usize).map(String::as_str))
    }

    /// The letters with which the readings of a character begin, a bit each.
    pub(super) fn initials(&self, c: char) -> u32 {
        let first = |syllable: &str| syllable.chars().next().map_or(0, letter);
        self.readings(c, false)
            .fold(0, |all, syllable| all | first(syllable))
    }

    /// Whether two characters can be read alike.
    pub(super) fn alike(&self, one: char, other: char) -> bool {
        let other = under(&self.readings, other);
        let mut one = under(&self.readings, one).iter();
        one.any(|a| other.iter().any(|b| *a as u32 == *b as u32))
    }

    /// The simplified form of a character.
    pub(super) fn simple(&self, c: char) -> char {
        let found = under(&self.forms, c).first();
        found
            .and_then(|&both| char::from_u32(both as u32))
            .unwrap_or(c)
    }

    /// A text in simplified characters with its regional words replaced by the report's.
    pub(super) fn at_home(&self, text: &str) -> String {
        let mut text: String = text.chars().map(|c| self.simple(c)).collect();
        for (there, here) in &self.words {
            if text.contains(there.as_str()) {
                text = text.replace(there.as_str(), here);
            }
        }
        text
    }
}

/// Spelling in which sounds that are often confused are the same: zh as z, ng as n.
pub(super) fn loosen(letters: impl IntoIterator<Item = char>) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for letter in letters {
        match (out.last(), letter) {
            (Some('z' | 'c' | 's'), 'h') | (Some('n'), 'g') => {}
            _ => out.push(letter),
        }
    }
    out
}

fn pair(c: char, other: u64) -> u64 {
    (c as u64) << 32 | other
}

/// The pairs that begin with a character.
fn under(pairs: &[u64], c: char) -> &[u64] {
    let first = pairs.partition_point(|&both| both < pair(c, 0));
    let all = &pairs[first..];
    let end = all.iter().position(|&both| both >> 32 != c as u64);
    &all[..end.unwrap_or(all.len())]
}
