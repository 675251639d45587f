//! Records sorted by a column, and the first of a set in such orders.

use super::Bits;
use std::cmp::Ordering;

/// All records sorted by one column.
#[derive(Clone, Debug)]
pub(super) struct Order {
    /// The records that have a value, smallest value first; equal ones, a group, in
    /// record order.
    pub(super) sorted: Vec<u32>,
    /// Group `g` is `sorted[starts[g]..starts[g + 1]]`.
    pub(super) starts: Vec<u32>,
    /// The group of each record, or [`MISSING`].
    groups: Vec<u32>,
}

const MISSING: u32 = u32::MAX;

/// One key of a sort: a column's order and whether its largest values come first.
pub(super) type By<'a> = (&'a Order, bool);

impl Order {
    /// From values with their records, sorted, each record at most once.
    pub(super) fn new(sorted: &[(u64, u32)], records: usize) -> Self {
        let mut groups = vec![MISSING; records];
        let mut starts = Vec::new();
        let mut before = None;
        for (at, (value, record)) in (0..).zip(sorted) {
            if before != Some(value) {
                starts.push(at);
                before = Some(value);
            }
            groups[*record as usize] = starts.len() as u32 - 1;
        }
        starts.push(sorted.len() as u32);
        starts.shrink_to_fit();
        Order {
            sorted: sorted.iter().map(|(_, record)| *record).collect(),
            starts,
            groups,
        }
    }

    /// The records of a group.
    fn group(&self, group: usize) -> &[u32] {
        &self.sorted[self.starts[group] as usize..self.starts[group + 1] as usize]
    }

    /// Where a record stands, missing values last.
    #[inline]
    fn position(&self, record: u32, descending: bool) -> u32 {
        let group = self.groups[record as usize];
        match descending && group != MISSING {
            true => MISSING - 1 - group,
            false => group,
        }
    }
}

/// The first `limit` records of a set of `total`; ties stay in record order.
pub(super) fn first(order: &[By], set: &Bits, total: usize, limit: usize) -> Vec<u32> {
    // Without hits left to find, a walk would go on to the end.
    let limit = limit.min(total);
    let Some(&(leading, descending)) = order.first().filter(|_| limit > 0) else {
        return set.iter().take(limit).collect();
    };
    // Walking along the order is quick where hits are many. Where they are few, or a range
    // leaves out the beginning, it gives up once comparing all hits would have been quicker.
    let mut steps = total * STEPS_PER_COMPARISON;
    let mut hits = Vec::with_capacity(limit);
    let groups = leading.starts.len() - 1;
    for group in 0..groups {
        let group = leading.group(if descending {
            groups - 1 - group
        } else {
            group
        });
        let walked = &group[..group.len().min(steps)];
        let found = walked
            .iter()
            .copied()
            .filter(|record| set.contains(*record));
        let whole = walked.len() == group.len();
        if take(order, found, limit, &mut hits) && (whole || order.len() == 1) {
            return hits;
        }
        if !whole {
            return least(order, set, limit);
        }
        steps -= walked.len();
    }
    let missing = set
        .iter()
        .filter(|record| leading.groups[*record as usize] == MISSING);
    take(order, missing, limit, &mut hits);
    hits
}

/// Steps along an order in the time of one comparison, as measured.
const STEPS_PER_COMPARISON: usize = 8;

/// Appends records that the leading key does not tell apart; says whether that is enough.
fn take(order: &[By], group: impl Iterator<Item = u32>, limit: usize, hits: &mut Vec<u32>) -> bool {
    let before = hits.len();
    if order.len() == 1 {
        hits.extend(group.take(limit - before));
    } else {
        hits.extend(group);
        sort(order, &mut hits[before..]);
        hits.truncate(limit);
    }
    hits.len() == limit
}

/// The first `limit` records by comparing all of the set.
fn least(order: &[By], set: &Bits, limit: usize) -> Vec<u32> {
    let mut hits = Vec::with_capacity(2 * limit);
    let mut worst = None;
    for record in set {
        if worst.is_some_and(|worst| compare(order, record, worst).is_gt()) {
            continue;
        }
        hits.push(record);
        // Sorting now and then keeps the list short and raises the bar.
        if hits.len() == 2 * limit {
            sort(order, &mut hits);
            hits.truncate(limit);
            worst = hits.last().copied();
        }
    }
    sort(order, &mut hits);
    hits.truncate(limit);
    hits
}

fn sort(order: &[By], records: &mut [u32]) {
    records.sort_unstable_by(|a, b| compare(order, *a, *b));
}

fn compare(order: &[By], a: u32, b: u32) -> Ordering {
    for (order, descending) in order {
        let (a, b) = (
            order.position(a, *descending),
            order.position(b, *descending),
        );
        if a != b {
            return a.cmp(&b);
        }
    }
    a.cmp(&b)
}
