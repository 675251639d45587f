//! Taking the time of building the table and of asking it.

use crate::interactions::{interactions, table, totals, Mode};
use crate::records::generate;
use serde::Serialize;
use std::hint::black_box;

/// What was measured at one size.
#[derive(Clone, Debug, Serialize)]
pub struct Measured {
    /// How many records.
    pub records: usize,
    /// From records to a table, in milliseconds.
    pub build: f64,
    /// What the table takes beyond the records, in megabytes; what the build needed in
    /// passing and gave back only to the allocator counts too.
    pub memory: f64,
    /// One interaction in milliseconds: half of them take at most the first, 95 of a
    /// hundred at most the second; per mode.
    pub modes: Vec<(&'static str, f64, f64)>,
    /// Interactions whose number of hits is not the reference's.
    pub wrong: usize,
}

/// Rounds over all interactions; the middle one counts.
const ROUNDS: usize = 9;

/// Measures one size. `now` tells milliseconds, `memory` megabytes in use.
pub fn measure(records: usize, now: impl Fn() -> f64, memory: impl Fn() -> f64) -> Measured {
    let data = generate(records);
    let (started, before) = (now(), memory());
    let table = table(&data);
    let build = now() - started;
    let memory = memory() - before;
    // Clocks of browsers are coarse: short answers are asked for several times at once.
    let repeats = (500_000 / records.max(1)).clamp(1, 300);
    let mut wrong = 0;
    let modes = Mode::ALL.map(|(mode, name)| {
        let queries = interactions(mode);
        let expected = totals(records, name);
        let mut times = vec![Vec::new(); queries.len()];
        for _ in 0..ROUNDS {
            for (times, query) in times.iter_mut().zip(&queries) {
                let started = now();
                for _ in 0..repeats {
                    black_box(mode.answer(&table, black_box(query)));
                }
                times.push((now() - started) / repeats as f64);
            }
        }
        if let Some(expected) = expected {
            let answers = queries.iter().map(|query| mode.answer(&table, query));
            wrong += answers
                .zip(expected)
                .filter(|(is, should)| is != should)
                .count();
        }
        let middles: Vec<_> = times.into_iter().map(|times| at(times, 50)).collect();
        (name, at(middles.clone(), 50), at(middles, 95))
    });
    Measured {
        records,
        build,
        memory,
        modes: modes.into(),
        wrong,
    }
}

/// The value that `percent` of a hundred stay at or below.
fn at(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[(values.len() * percent).div_ceil(100).max(1) - 1]
}
