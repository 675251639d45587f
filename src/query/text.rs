//! Text search: words by prefix, Chinese, Japanese and Korean runs by substring.
//!
//! Both are looked up as terms: each Latin word, and each two neighbouring characters of
//! a run. A prefix is all terms that begin with it, a single character all that have it,
//! and longer runs are found by all of their pairs and then read.

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

/// The runs of many records end to end, each after a gap; only those longer than a pair
/// are ever read. In these units all but the rarest characters are one.
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
                Kind::Cjk if is_single(stretch) => self.any(self.terms.containing(stretch)),
                Kind::Cjk => self.saying(stretch),
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
    fn any(&self, terms: impl Iterator<Item = u32>) -> Bits {
        let mut found = Bits::empty(self.records);
        terms.for_each(|term| self.sets.add_to(term, &mut found));
        found
    }

    /// Records with this run of two or more characters inside.
    fn saying(&self, run: &str) -> Bits {
        let mut found = Bits::full(self.records);
        for pair in pairs(run) {
            found.and(&self.any(self.terms.find(pair).into_iter()));
        }
        // One pair is the run itself; several may stand apart.
        let units: Vec<u16> = run.encode_utf16().collect();
        if pairs(run).nth(1).is_some() {
            found.retain(|record| self.says(record, &units));
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

fn is_single(run: &str) -> bool {
    run.chars().nth(1).is_none()
}

/// Each two neighbouring characters.
fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let starts = run.char_indices().map(|(start, _)| start);
    let ends = run.char_indices().map(|(start, c)| start + c.len_utf8());
    starts
        .zip(ends.skip(1))
        .map(|(start, end)| &run[start..end])
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
            if kind == Kind::Word || is_single(stretch) {
                self.sets.push(self.terms.number(stretch), self.records);
                continue;
            }
            for pair in pairs(stretch) {
                self.sets.push(self.terms.number(pair), self.records);
            }
            if pairs(stretch).nth(1).is_some() {
                runs.units.push(GAP);
                runs.units.extend(stretch.encode_utf16());
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
