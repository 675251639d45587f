//! From a line of text to hits: every reading of the line, each a list of terms that all have to match.
use super::fit::{simplified, Found, Term, Why, MEANT};
use super::split::{parts, words};
use super::text::Way;
use super::{slip, Group, Hit, Index, Item, Reason};
use crate::query::fold;

/// More of a query than this is not looked at.
const LONGEST: usize = 80;
/// How many hits are shown of those that only come nearest.
const NEAREST: usize = 6;

/// One way to read the query: terms with how they fit each item.
struct Reading {
    terms: Vec<(Term, Vec<Found>)>,
    /// Whether regional words were replaced.
    replaced: bool,
}

impl Index {
    /// What a query finds: at most `limit` hits, those of one kind together, the best first.
    /// Only an edition without anything in it leaves a query without a hit.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Group> {
        let query: String = query.chars().take(LONGEST).collect();
        let query = fold(&query);
        let mut readings = Vec::new();
        let mut read = |text: &str, replaced: bool| {
            let words = words(text);
            let many = words.len() > 1;
            if many {
                readings.push(self.reading(words, replaced, true));
            }
            // What is said of a thing has been searched for each word then.
            readings.push(self.reading(vec![text.trim().to_owned()], replaced, !many));
        };
        read(&query, false);
        let home = self.characters.at_home(&query);
        if home != simplified(&query, &self.characters) {
            read(&home, true);
        }
        if self.best(&readings) < MEANT {
            for reading in &mut readings {
                for (term, found) in &mut reading.terms {
                    if found.iter().all(|found| found.score < MEANT) {
                        self.forgive(term, found);
                    }
                }
            }
        }
        if self.best(&readings) == 0 {
            let parts = parts(&query);
            readings.extend(
                parts
                    .into_iter()
                    .map(|terms| self.reading(terms, false, true)),
            );
        }
        self.hits(&readings, limit)
    }

    /// A reading of terms; `words` says whether what is said of things is searched too.
    fn reading(&self, terms: Vec<String>, replaced: bool, words: bool) -> Reading {
        let terms = terms.iter().map(|term| {
            let term = Term::new(term, &self.characters);
            let found = self.column(&term, words);
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

    /// The hits of all readings; without any, what comes nearest.
    fn hits(&self, readings: &[Reading], limit: usize) -> Vec<Group> {
        let mut order =
            self.order(|item| readings.iter().map(|r| r.score(item)).max().unwrap_or(0));
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
        let places = keys
            .into_iter()
            .map(|key| (((!key) >> 40) as u32, 0xf_ffff - (!key & 0xf_ffff) as usize));
        places.collect()
    }

    /// How near an item comes to a query that nothing matches.
    fn nearness(&self, readings: &[Reading], item: usize) -> u32 {
        let near = |reading: &Reading| {
            let matched = reading
                .terms
                .iter()
                .filter(|(_, found)| found[item].score > 0)
                .count();
            let terms = reading.terms.iter().map(|(term, _)| {
                let texts = self.items[item].texts();
                texts
                    .map(|text| slip::nearness(&term.text.chars, text))
                    .max()
                    .unwrap_or(0)
            });
            100 * matched as u32 + terms.max().unwrap_or(0)
        };
        readings.iter().map(near).max().unwrap_or(0)
    }

    /// Why an item was found: what the term that fits least well has to do with it.
    fn reason(&self, item: &Item, reading: &Reading, at: usize) -> Reason {
        let weakest = reading
            .terms
            .iter()
            .min_by_key(|(_, found)| found[at].score);
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
                _ if reading.replaced || term.changed => {
                    Reason::Traditional(text(which).part(span))
                }
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
