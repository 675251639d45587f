//! The query room against a naive reference over random tables and queries.

mod large;
mod plain;

use plain::Plain;
use proptest::prelude::*;
use zhilan::query::*;

/// Few letters, so that queries hit, in several widths and cases.
fn text(longest: usize) -> impl Strategy<Value = String> {
    let letters: Vec<char> = "aabbABａＢ12２²é  　-，。中中国国智能体的"
        .chars()
        .collect();
    let letters = prop::collection::vec(prop::sample::select(letters), 0..longest);
    letters.prop_map(|letters| letters.into_iter().collect())
}

fn value() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![-2.0, -0.0, 0.0, 0.5, 1.0, 3.0, 7.0, f64::INFINITY])
}

fn plain() -> impl Strategy<Value = Plain> {
    use prop::collection::vec;
    let records = prop_oneof![0..6usize, 60..70usize, 120..300usize];
    records.prop_flat_map(|n| {
        let facet = (1..9usize).prop_flat_map(move |values| {
            // Squaring makes low values common and high ones rare.
            let skewed = (0..values * values).prop_map(|v| v.isqrt());
            let skewed = skewed.prop_map(move |v| values - 1 - v);
            (Just(values), vec(vec(skewed, 0..3), n))
        });
        let number = vec(vec(value(), 0..4), n);
        let rank = vec(prop::option::weighted(0.8, 0..20u32), n);
        let columns = (
            vec(facet, 0..4),
            vec(number, 0..3),
            vec(rank, 0..3),
            vec(text(16), n),
        );
        columns.prop_map(|(facets, numbers, ranks, texts)| Plain {
            facets,
            numbers,
            ranks,
            texts,
        })
    })
}

fn query() -> impl Strategy<Value = Query> {
    use prop::collection::vec;
    let bound = || prop::option::of(value());
    let key = prop_oneof![
        (0..3usize).prop_map(Key::Number),
        (0..3usize).prop_map(Key::Rank)
    ];
    let sort = (key, any::<bool>()).prop_map(|(by, descending)| Sort { by, descending });
    (
        text(5),
        vec((0..4usize, vec(0..9usize, 0..4)), 0..3),
        vec((0..3usize, bound(), bound()), 0..2),
        vec(sort, 0..4),
        prop_oneof![0..8usize, Just(usize::MAX)],
    )
        .prop_map(|(text, facets, ranges, sort, limit)| Query {
            text,
            facets,
            ranges,
            sort,
            limit,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn agrees_with_the_reference(plain in plain(), queries in prop::collection::vec(query(), 6)) {
        let table = plain.table();
        queries.iter().for_each(|query| plain.check(&table, query));
    }

    #[test]
    fn agrees_on_text_taken_from_a_record(plain in plain(), pick in any::<prop::sample::Index>(), skip in 0..8usize, len in 1..6usize) {
        prop_assume!(!plain.texts.is_empty());
        let text = plain.texts[pick.index(plain.texts.len())].chars().skip(skip).take(len).collect();
        plain.check(&plain.table(), &Query { text, limit: 10, ..Query::default() });
    }

    #[test]
    fn bits_are_sets(a in prop::collection::btree_set(0..200u32, 0..60), b in prop::collection::btree_set(0..200u32, 0..60)) {
        let bits = |set: &std::collections::BTreeSet<u32>| {
            let mut bits = Bits::empty(200);
            set.iter().for_each(|record| bits.insert(*record));
            bits
        };
        let (mut both, mut either) = (bits(&a), bits(&a));
        both.and(&bits(&b));
        either.or(&bits(&b));
        let mut only = bits(&a);
        only.and_not(&bits(&b));
        prop_assert!(both.iter().eq(a.intersection(&b).copied()));
        prop_assert!(either.iter().eq(a.union(&b).copied()));
        prop_assert!(only.iter().eq(a.difference(&b).copied()));
        b.iter().for_each(|record| either.remove(*record));
        prop_assert_eq!(&either, &only);
        either.or(&bits(&b));
        prop_assert_eq!(bits(&a).count_and(&bits(&b)), both.count());
        prop_assert!((0..300).all(|r| either.contains(r) == (a.contains(&r) || b.contains(&r))));
    }
}

#[test]
fn folding_twice_changes_nothing() {
    for c in '\0'..=char::MAX {
        let once = fold(&c.to_string());
        assert_eq!(fold(&once), once, "{c:?}");
    }
}

#[test]
fn folds_what_readers_type() {
    assert_eq!(fold("ＡＩ　Ａｇｅｎｔ２０２４"), "ai agent2024");
    assert_eq!(
        fold("CO₂ x² ﬁne soft\u{ad}ly\u{200b}，"),
        "co2 x2 fine softly,"
    );
    assert_eq!(fold("智能体"), "智能体");
}

#[test]
fn finds_chinese_and_latin() {
    let mut builder = TableBuilder::new(4);
    builder.text([
        "大语言模型综述",
        "Large Language-Model",
        "语言大模型",
        "哈哈",
    ]);
    let table = builder.build();
    let find = |text: &str| {
        let text = text.to_string();
        let query = Query {
            text,
            limit: 9,
            ..Query::default()
        };
        table.evaluate(&query).hits
    };
    assert_eq!(find("语言"), [0, 2]);
    assert_eq!(find("言模型"), [0]);
    assert_eq!(find("大"), [0, 2]);
    assert_eq!(find("语言 大模"), [2]);
    assert_eq!(find("ＬＡＮＧ mod"), [1]);
    assert_eq!(find("anguage"), [0; 0]);
    assert_eq!(find("哈哈哈"), [0; 0]);
    assert_eq!(find(" ，"), [0, 1, 2, 3]);
}

#[test]
fn a_range_needs_a_value_inside_it() {
    let mut builder = TableBuilder::new(3);
    builder.number([(0, 1.0), (0, 9.0), (1, 4.0), (2, f64::NAN)]);
    let table = builder.build();
    let query = Query {
        ranges: vec![(0, Some(3.0), Some(5.0))],
        limit: 9,
        ..Query::default()
    };
    assert_eq!(table.evaluate(&query).hits, [1]);
}
