//! Numbers and dates against their tokens.
use super::*;

#[test]
fn a_number_that_no_token_holds_is_named() {
    let found = broken(|data| {
        let tea = &mut data.collections[0].1[0];
        tea["statements"][1]["value"] = json!(120);
        tea["statements"].as_array_mut().unwrap().remove(3);
    });
    named(&found, "yield", "number 120 is in no token");
}

#[test]
fn a_number_in_words_is_read_in_its_unit() {
    let mut data = sound();
    let source = json!({"section": "1", "tokens": ["百吨"]});
    let more = json!({"field": "yield", "value": 100, "unit": "tonnes", "source": source});
    let statements = data.collections[0].1[0]["statements"].as_array_mut();
    statements.unwrap().push(more);
    assert_eq!(failures(&data), []);
}

#[test]
fn a_number_without_a_unit_is_named_in_both_layers() {
    let found = only(|tea| tea["statements"][1]["unit"] = json!(null));
    named(&found, "yield", "number 1200 has no unit");
    let found = broken(|data| data.context[0].1[0]["statements"][0]["unit"] = json!(null));
    says(&found, "context/teas.json: green", "yield", "has no unit");
}

#[test]
fn a_formula_that_does_not_come_to_its_value_is_named() {
    let derived =
        |key: &str, value: Value| only(|tea| tea["statements"][3]["derived_from"][key] = value);
    named(
        &derived("formula", json!("1200 / 3")),
        "yield",
        "comes to 400, not 600",
    );
    named(
        &derived("formula", json!("半 = 600")),
        "yield",
        "cannot be calculated",
    );
    named(
        &derived("formula", json!("1800 / 3")),
        "yield",
        "1800 is in no input",
    );
    named(
        &derived("inputs", json!(["green/yield@2023"])),
        "yield",
        "does not exist",
    );
    named(
        &derived("inputs", json!([])),
        "yield",
        "computed from nothing",
    );
}

#[test]
fn a_date_that_no_token_holds_is_named() {
    let found = only(|tea| tea["statements"][2]["value"] = json!({"date": "2024-06"}));
    named(&found, "since", "the month of 2024-06 is in no token");
}
