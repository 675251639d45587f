//! Answering a query.

use super::table::Members;
use super::{Bits, Outcome, Query, Table};

impl Table {
    /// Answers a query; see the [module](super) for the rules.
    pub fn evaluate(&self, query: &Query) -> Outcome {
        let found = self.by_text_and_ranges(query);
        let choices = self.choices(query);
        let mut all = found.clone();
        choices.iter().for_each(|choice| all.and(&choice.records));
        let total = all.count();

        let unfiltered = total == self.records;
        let counts = self.facets.iter().enumerate().map(|(facet, values)| {
            if unfiltered {
                return values.iter().map(|v| v.count() as u32).collect();
            }
            // Most facets have no choice of their own to ignore and share one base.
            if choices.iter().all(|choice| choice.facet != facet) {
                return count(values, &all);
            }
            let mut base = found.clone();
            for choice in choices.iter().filter(|choice| choice.facet != facet) {
                base.and(&choice.records);
            }
            count(values, &base)
        });
        let counts = counts.collect();

        // Without hits left to find, the walk along an order would go on to its end.
        let limit = query.limit.min(total);
        let order = query.sort.and_then(|sort| Some((sort, self.order(sort)?)));
        let hits = match order {
            Some((sort, order)) => order.first(&all, sort.descending, limit),
            None => all.iter().take(limit).collect(),
        };
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
                Some(numbers) => found.retain(|record| numbers.any_within(record, low, high)),
                None => found = Bits::empty(self.records),
            }
        }
        found
    }

    fn choices(&self, query: &Query) -> Vec<Choice> {
        let given = query.facets.iter().filter(|(_, values)| !values.is_empty());
        let choices = given.map(|(facet, values)| {
            let known = self.facets.get(*facet).map_or(&[][..], Vec::as_slice);
            let mut records = Bits::empty(self.records);
            for members in values.iter().filter_map(|value| known.get(*value)) {
                members.add_to(&mut records);
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

fn count(values: &[Members], base: &Bits) -> Vec<u32> {
    let counts = values.iter().map(|value| value.count_and(base) as u32);
    counts.collect()
}
