//! Columns as plainly as they can be written down, and their answers by looking at every record.

use std::cmp::Ordering;
use zhilan::query::*;

/// The columns of a table.
#[derive(Clone, Debug)]
pub struct Plain {
    /// `facets[f].1[r]` are the values of record `r` out of `facets[f].0`.
    pub facets: Vec<(usize, Vec<Vec<usize>>)>,
    pub numbers: Vec<Vec<Vec<f64>>>,
    pub ranks: Vec<Vec<Option<u32>>>,
    pub texts: Vec<String>,
}

impl Plain {
    pub fn table(&self) -> Table {
        let mut builder = TableBuilder::new(self.texts.len());
        for (index, (values, column)) in self.facets.iter().enumerate() {
            assert_eq!(builder.facet(*values, pairs(column)), index);
        }
        for (index, column) in self.numbers.iter().enumerate() {
            assert_eq!(builder.number(pairs(column)), index);
        }
        for (index, column) in self.ranks.iter().enumerate() {
            assert_eq!(builder.rank(column), index);
        }
        builder.text(&self.texts);
        builder.build()
    }

    /// Whether a record's columns match, leaving out the choices in facet `ignored`.
    fn matches(&self, record: usize, query: &Query, ignored: Option<usize>) -> bool {
        let facets = query.facets.iter().all(|(facet, values)| {
            if values.is_empty() || Some(*facet) == ignored {
                return true;
            }
            let column = self.facets.get(*facet);
            column.is_some_and(|(_, of)| of[record].iter().any(|v| values.contains(v)))
        });
        let ranges = query.ranges.iter().all(|(column, low, high)| {
            let inside = |v: &f64| low.is_none_or(|low| *v >= low) && high.is_none_or(|h| *v <= h);
            let column = self.numbers.get(*column);
            (low.is_none() && high.is_none())
                || column.is_some_and(|of| of[record].iter().any(inside))
        });
        facets && ranges
    }

    fn compare(&self, a: usize, b: usize, sort: Sort) -> Ordering {
        let key = |record: usize| match sort.by {
            Key::Number(column) => {
                let values = self.numbers.get(column);
                let values = values.map(|of| of[record].iter().copied());
                values.and_then(|values| values.reduce(f64::max))
            }
            Key::Rank(column) => {
                let ranks = self.ranks.get(column);
                ranks.and_then(|of| of[record]).map(f64::from)
            }
        };
        match (key(a), key(b)) {
            (Some(a), Some(b)) if sort.descending => b.partial_cmp(&a).unwrap(),
            (Some(a), Some(b)) => a.partial_cmp(&b).unwrap(),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }

    /// Holds a table's answer against the plain one.
    pub fn check(&self, table: &Table, query: &Query) {
        let outcome = table.evaluate(query);
        let said = terms(&query.text);
        let read = (0..self.texts.len()).filter(|r| text_matches(&self.texts[*r], &said));
        let read: Vec<_> = read.collect();
        let matching = |ignored| {
            let found = read.iter().copied();
            found.filter(move |record| self.matches(*record, query, ignored))
        };
        let mut found: Vec<_> = matching(None).collect();
        let all: Vec<_> = outcome.all.iter().map(|record| record as usize).collect();
        assert_eq!(all, found);
        assert_eq!(outcome.total, found.len());
        assert_eq!(table.total(query), found.len());
        // Stable sorts from the last key to the first leave the first in charge.
        for sort in query.sort.iter().rev() {
            found.sort_by(|a, b| self.compare(*a, *b, *sort));
        }
        found.truncate(query.limit);
        let hits: Vec<_> = outcome.hits.iter().map(|record| *record as usize).collect();
        assert_eq!(hits, found);
        for (facet, (values, of)) in self.facets.iter().enumerate() {
            let mut counts = vec![0; *values];
            for record in matching(Some(facet)) {
                let mut has = of[record].clone();
                has.sort_unstable();
                has.dedup();
                has.into_iter().for_each(|value| counts[value] += 1);
            }
            assert_eq!(outcome.counts[facet], counts);
        }
        assert_eq!(outcome.counts.len(), self.facets.len());
    }
}

fn pairs<V: Copy>(column: &[Vec<V>]) -> impl Iterator<Item = (u32, V)> + '_ {
    let records = (0..).zip(column);
    records.flat_map(|(record, values)| values.iter().map(move |value| (record, *value)))
}

fn is_chinese(c: char) -> bool {
    "中国智能体的".contains(c)
}

/// Words and runs, told apart character by character.
fn terms(text: &str) -> Vec<String> {
    let mut terms = vec![String::new()];
    let mut before = ' ';
    for c in fold(text).chars() {
        if !c.is_alphanumeric() || is_chinese(c) != is_chinese(before) {
            terms.push(String::new());
        }
        if c.is_alphanumeric() {
            terms.last_mut().unwrap().push(c);
        }
        before = c;
    }
    terms.retain(|term| !term.is_empty());
    terms
}

fn text_matches(text: &str, said: &[String]) -> bool {
    let words = terms(text);
    said.iter().all(|term| {
        let part = |word: &String| match term.chars().all(is_chinese) {
            true => word.contains(term.as_str()),
            false => word.starts_with(term.as_str()),
        };
        words.iter().any(part)
    })
}
