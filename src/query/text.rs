//! Text search: words by prefix, Chinese, Japanese and Korean runs by substring.
//!
//! Both are looked up as terms: each Latin word, and each character of a run together
//! with the one after it. A prefix of a word and a single character are found as the
//! terms beginning with them; longer runs by all of their pairs, then by reading.

use super::fold::{fold, fold_into, stretches, Kind};
use super::sets::{Sets, SetsBuilder, SEGMENT};
use super::terms::{Terms, TermsBuilder};
use super::Bits;

/// The searchable text of all records.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    records: usize,
    terms: Terms,
    /// The records of each term.
    sets: Sets,
    /// What the runs of each record say, a segment of records at a time.
    runs: Vec<Runs>,
}

/// The runs of many records end to end, each after a gap: half the size of whole texts,
/// and a character is one unit but for the rarest.
#[derive(Clone, Debug, Default)]
struct Runs {
    units: Vec<u16>,
    /// Where each record's runs end.
    ends: Vec<u32>,
}

const GAP: u16 = 0;

impl Texts {
    /// Indexes one text per record.
    pub(super) fn new<S: AsRef<str>>(texts: impl Iterator<Item = S>) -> Self {
        let mut builder = TextsBuilder {
            terms: TermsBuilder::new(),
            sets: SetsBuilder::default(),
            runs: Vec::new(),
            records: 0,
            folded: String::new(),
        };
        texts.for_each(|text| builder.push(text.as_ref()));
        builder.build()
    }

    /// How many records there are.
    pub(super) fn records(&self) -> usize {
        self.records
    }

    /// The records in which every word and run of the query occurs; `None` if the query
    /// has no word or run and so restricts nothing.
    pub(super) fn search(&self, query: &str) -> Option<Bits> {
        let query = fold(query);
        let mut found: Option<Bits> = None;
        for (kind, stretch) in stretches(&query) {
            let records = match kind {
                Kind::Cjk if stretch.chars().nth(1).is_some() => self.containing(stretch),
                _ => self.any(self.terms.beginning(stretch)),
            };
            match &mut found {
                Some(found) => found.and(&records),
                None => found = Some(records),
            }
        }
        found
    }

    /// Records with any of these terms.
    fn any(&self, terms: &[u32]) -> Bits {
        let mut found = Bits::empty(self.records);
        terms
            .iter()
            .for_each(|term| self.sets.add_to(*term, &mut found));
        found
    }

    /// Records with this run of two or more characters inside.
    fn containing(&self, run: &str) -> Bits {
        // The last pair is a single character, which the one before it has already.
        let whole = pairs(run).filter(|pair| pair.chars().nth(1).is_some());
        let Some(terms) = whole
            .map(|pair| self.terms.find(pair))
            .collect::<Option<Vec<_>>>()
        else {
            return Bits::empty(self.records);
        };
        let mut found = self.any(&terms[..1]);
        terms[1..]
            .iter()
            .for_each(|term| found.and(&self.any(&[*term])));
        // One pair is the run itself; several may stand apart.
        if terms.len() > 1 {
            let run: Vec<u16> = run.encode_utf16().collect();
            found.retain(|record| self.says(record, &run));
        }
        found
    }

    /// Whether one of a record's runs has this inside.
    fn says(&self, record: u32, run: &[u16]) -> bool {
        let runs = &self.runs[record as usize / SEGMENT];
        let record = record as usize % SEGMENT;
        let start = record.checked_sub(1).map_or(0, |before| runs.ends[before]);
        let units = &runs.units[start as usize..runs.ends[record] as usize];
        // Comparing slices is a call; most windows already begin otherwise.
        let mut windows = units.windows(run.len());
        windows.any(|window| window[0] == run[0] && window == run)
    }
}

/// Each character with the one after it; the last one alone.
fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let mut chars = rest.chars();
        let first = chars.next()?.len_utf8();
        let second = chars.next().map_or(0, char::len_utf8);
        let pair = &rest[..first + second];
        rest = &rest[first..];
        Some(pair)
    })
}

/// Collects [`Texts`] record by record.
struct TextsBuilder {
    terms: TermsBuilder,
    sets: SetsBuilder,
    runs: Vec<Runs>,
    records: u32,
    folded: String,
}

impl TextsBuilder {
    fn push(&mut self, text: &str) {
        if self.records as usize % SEGMENT == 0 {
            if let Some(full) = self.runs.last_mut() {
                full.units.shrink_to_fit();
            }
            self.runs.push(Runs::default());
        }
        let runs = self.runs.last_mut().expect("just pushed");
        self.folded.clear();
        fold_into(text, &mut self.folded);
        for (kind, stretch) in stretches(&self.folded) {
            if kind == Kind::Cjk {
                for pair in pairs(stretch) {
                    self.sets.push(self.terms.number(pair), self.records);
                }
                runs.units.push(GAP);
                runs.units.extend(stretch.encode_utf16());
            } else {
                self.sets.push(self.terms.number(stretch), self.records);
            }
        }
        runs.ends.push(runs.units.len() as u32);
        self.records += 1;
    }

    fn build(self) -> Texts {
        let records = self.records as usize;
        Texts {
            records,
            terms: self.terms.build(),
            sets: self.sets.build(records),
            runs: self.runs,
        }
    }
}
