//! The generated data are the reference's, and so are the numbers of hits.

use engine_bench::interactions::{interactions, table, totals, Mode};
use engine_bench::records::{generate, hash};

#[test]
fn the_records_are_the_recipe_s() {
    assert_eq!(hash(&generate(300)), 0x385d_9761_23b2_42c8);
    assert_eq!(hash(&generate(10_000)), 0x98f1_0736_d299_cc5d);
}

#[test]
fn every_total_is_the_reference_s() {
    for records in [300, 10_000] {
        let table = table(&generate(records));
        for (mode, name) in Mode::ALL {
            let queries = interactions(mode);
            let answers: Vec<_> = queries.iter().map(|q| mode.answer(&table, q)).collect();
            assert_eq!(Some(answers), totals(records, name), "{name} at {records}");
        }
    }
}

#[test]
#[ignore = "takes seconds; `cargo test -p engine-bench -- --ignored`"]
fn the_large_sizes_are_the_recipe_s_too() {
    assert_eq!(hash(&generate(100_000)), 0xa16d_1816_faaa_e14e);
    assert_eq!(hash(&generate(1_000_000)), 0x238a_529b_54c1_40d5);
}
