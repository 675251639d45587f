//! Tables beyond the sizes at which the engine changes its ways: more than a segment of
//! records, orders with snapshots, facets of many values.

use crate::plain::Plain;
use zhilan::query::*;

/// More than 65,536, and no multiple of 64.
const RECORDS: usize = 70_001;

/// A xorshift generator: the same table every time.
struct Random(u32);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % n
    }

    /// Up to `most` values below `n`, low ones more often.
    fn several(&mut self, most: usize, n: usize) -> Vec<usize> {
        let count = self.below(most + 1);
        (0..count)
            .map(|_| self.below(n) * self.below(n) / n)
            .collect()
    }
}

fn plain() -> Plain {
    let mut random = Random(2024);
    let mut column = |most, values| {
        let of = (0..RECORDS).map(|_| random.several(most, values));
        (values, of.collect())
    };
    let facets = vec![column(1, 3), column(3, 40), column(2, 700)];
    let whole = |values: Vec<usize>| values.into_iter().map(|v| v as f64 / 8.0).collect();
    let numbers = vec![
        (0..RECORDS)
            .map(|_| whole(random.several(1, 60_000)))
            .collect(),
        (0..RECORDS)
            .map(|_| whole(random.several(3, 500)))
            .collect(),
    ];
    let ranks = (0..RECORDS).map(|_| random.several(1, 9).pop().map(|rank| rank as u32));
    let ranks = vec![ranks.collect()];
    let words = [
        "a", "ab", "abc", "b", "中", "国", "中国", "智能", "体", "中文 ", "的",
    ];
    let texts = (0..RECORDS).map(|_| {
        let chosen = random.several(5, words.len()).into_iter();
        let chosen = chosen.map(|word| words[word]);
        chosen.collect::<Vec<_>>().join([" ", ""][random.below(2)])
    });
    let texts = texts.collect();
    Plain {
        facets,
        numbers,
        ranks,
        texts,
    }
}

#[test]
fn large_tables_agree_with_the_reference() {
    let plain = plain();
    let table = plain.table();
    let mut random = Random(7);
    let texts = [
        "",
        "",
        "",
        "a",
        "ab b",
        "中",
        "中国",
        "国中国",
        "智能体",
        "的 a",
        "体中国智",
    ];
    for _ in 0..40 {
        let bound = |random: &mut Random, most| {
            (random.below(4) > 0).then(|| random.below(most) as f64 / 8.0)
        };
        let mut query = Query {
            text: texts[random.below(texts.len())].to_owned(),
            limit: [0, 5, 50, RECORDS][random.below(4)],
            ..Query::default()
        };
        for facet in random.several(2, 3) {
            let most = [3, 40, 700][facet];
            query.facets.push((facet, random.several(4, most)));
        }
        for column in random.several(2, 2) {
            let most = [60_000, 500][column];
            let bounds = (bound(&mut random, most), bound(&mut random, most));
            query.ranges.push((column, bounds.0, bounds.1));
        }
        for _ in 0..random.below(3) {
            let by = [Key::Number(0), Key::Number(1), Key::Rank(0)][random.below(3)];
            let descending = random.below(2) == 0;
            query.sort.push(Sort { by, descending });
        }
        plain.check(&table, &query);
    }
}
