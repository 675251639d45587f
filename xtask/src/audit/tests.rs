//! A made-up report and data, sound at first; then one thing broken at a time.

use super::data::Data;
use super::{audit, Failure};
use serde_json::{json, Value};

const REPORT: &str = "目录 一、茶 二、壶\n# 一、茶\n绿茶由<mark>东山</mark>茶厂制作， 年产１，２００吨。\n# 二、壶\n紫沙壶来自西河。";

fn sound() -> Data {
    let label = |text: &str| json!({"zh": text, "en": text});
    Data {
        schema: json!({
            "collections": [{"id": "teas", "name": label("t")}, {"id": "makers", "name": label("m")}],
            "fields": [
                {"id": "maker", "kind": "entity", "to": "makers", "name": label("f")},
                {"id": "yield", "kind": "number", "unit": "tonnes", "name": label("f")},
                {"id": "stated", "kind": "text", "name": label("f")}],
            "terms": {},
            "units": [{"id": "tonnes", "name": label("u")}]}),
        outline: json!({"sections": [
            {"id": "1", "heading": "一、茶绿", "name": label("s")},
            {"id": "2", "heading": "二、壶紫", "name": label("s")}]}),
        collections: vec![
            (
                "teas".into(),
                json!([{"id": "green", "name": label("绿茶"), "summary": label("一种茶"),
                "statements": [
                    {"field": "maker", "value": {"entity": "dongshan"}, "source": {"section": "1", "tokens": ["东山"]}},
                    {"field": "yield", "value": 1200, "unit": "tonnes", "source": {"section": "1", "tokens": ["1,200吨"]}}]}]),
            ),
            (
                "makers".into(),
                json!([{"id": "dongshan", "name": label("东山"), "summary": label("一家茶厂"),
                "statements": [
                    {"field": "stated", "value": {"text": label("做壶")}, "source": {"section": "2", "tokens": ["紫砂壶"]}}]}]),
            ),
        ],
    }
}

fn failures(data: &Data) -> Vec<Failure> {
    audit(REPORT, vec![("紫沙".into(), "紫砂".into())], data)
}

/// The only failure after a change to the first tea.
fn only(change: impl FnOnce(&mut Value)) -> Failure {
    let mut data = sound();
    change(&mut data.collections[0].1[0]);
    let mut found = failures(&data);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn named(failure: &Failure, field: &str, what: &str) {
    assert_eq!(failure.file, "teas.json");
    assert_eq!(failure.entity, "green");
    assert_eq!(failure.field, field);
    assert!(failure.what.contains(what), "{failure}");
}

#[test]
fn sound_data_passes() {
    assert_eq!(failures(&sound()), []);
}

#[test]
fn a_token_of_another_section_is_named_with_its_place() {
    let found = only(|tea| tea["statements"][0]["source"]["tokens"] = json!(["西河"]));
    named(&found, "maker", "`西河` is not in 1; it is in 2");
}

#[test]
fn an_id_that_leads_nowhere_is_named() {
    let found = only(|tea| tea["statements"][0]["value"]["entity"] = json!("xihe"));
    named(&found, "maker", "no entity `xihe`");
}

#[test]
fn a_section_that_is_not_in_the_outline_is_named() {
    let found = only(|tea| tea["statements"][1]["source"]["section"] = json!("9"));
    named(&found, "yield", "no section `9`");
}

#[test]
fn a_number_no_token_holds_is_named() {
    let found = only(|tea| tea["statements"][1]["value"] = json!(120));
    named(&found, "yield", "number 120 is in no token");
}

#[test]
fn an_undeclared_field_and_a_missing_language_are_named() {
    let found = only(|tea| {
        tea["statements"][0]["field"] = json!("grower");
    });
    named(&found, "grower", "no such field");
    let found = only(|tea| tea["name"]["en"] = json!(""));
    named(&found, "name", "no en");
}

#[test]
fn a_sentence_of_the_report_is_a_copy() {
    let found = only(|tea| tea["summary"]["zh"] = json!("绿茶由东山茶厂制作,年产1,200吨"));
    named(&found, "summary", "copied");
}

#[test]
fn a_lost_heading_is_named() {
    let mut data = sound();
    data.outline["sections"][1]["heading"] = json!("三、杯");
    let found = failures(&data);
    assert!(found
        .iter()
        .any(|f| f.file == "outline.json" && f.entity == "2" && f.field == "heading"));
}
