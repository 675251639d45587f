//! Answering a query.

use super::order::{self, By};
use super::{Bits, Outcome, Query, Table};

impl Table {
    /// How many records match, without listing or counting anything else.
    pub fn total(&self, query: &Query) -> usize {
        let mut all = self.by_text_and_ranges(query);
        for choice in self.choices(query) {
            all.and(&choice.records);
        }
        all.count()
    }

    /// Answers a query; see the [module](super) for the rules.
    pub fn evaluate(&self, query: &Query) -> Outcome {
        let found = self.by_text_and_ranges(query);
        let choices = self.choices(query);
        let mut all = found.clone();
        choices.iter().for_each(|choice| all.and(&choice.records));
        let total = all.count();

        let counts = self.facets.iter().enumerate().map(|(facet, values)| {
            // Most facets have no choice of their own to ignore and share one base.
            if choices.iter().all(|choice| choice.facet != facet) {
                return values.count(&all, total);
            }
            let mut base = found.clone();
            for choice in choices.iter().filter(|choice| choice.facet != facet) {
                base.and(&choice.records);
            }
            values.count(&base, base.count())
        });
        let counts = counts.collect();

        let sort = query
            .sort
            .iter()
            .filter_map(|sort| Some((self.order(*sort)?, sort.descending)));
        let sort: Vec<By> = sort.collect();
        let hits = order::first(&sort, &all, total, query.limit);
        Outcome {
            total,
            hits,
            all,
            counts,
        }
    }

    fn by_text_and_ranges(&self, query: &Query) -> Bits {
        let text = self.texts.as_ref().and_then(|t| t.search(&query.text));
        let mut found = text.unwrap_or_else(|| Bits::full(self.records));
        for (column, low, high) in &query.ranges {
            if low.is_none() && high.is_none() {
                continue;
            }
            let low = low.unwrap_or(f64::NEG_INFINITY);
            let high = high.unwrap_or(f64::INFINITY);
            match self.numbers.get(*column) {
                Some(numbers) => found.and(&numbers.within(low, high)),
                None => found = Bits::empty(self.records),
            }
        }
        found
    }

    fn choices(&self, query: &Query) -> Vec<Choice> {
        let given = query.facets.iter().filter(|(_, values)| !values.is_empty());
        let choices = given.map(|(facet, values)| {
            let mut records = Bits::empty(self.records);
            if let Some(known) = self.facets.get(*facet) {
                for value in values.iter().filter(|value| **value < known.totals.len()) {
                    known.sets.add_to(*value as u32, &mut records);
                }
            }
            Choice {
                facet: *facet,
                records,
            }
        });
        choices.collect()
    }
}

/// The records allowed by what is chosen in one facet.
struct Choice {
    facet: usize,
    records: Bits,
}
