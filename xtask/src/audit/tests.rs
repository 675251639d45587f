//! A made-up report and data, sound at first; then one thing broken at a time.

mod links;
mod numbers;
mod published;
mod words;

use super::data::Data;
use super::{audit, Failure, Known, Reviewed};
use serde_json::{json, Value};

const REPORT: &str = "目录 一、茶 二、壶\n# 一、茶\n绿茶由<mark>东山</mark>茶厂制作， 年产１，２００吨，2024年5月起增长两成，达百吨。\n# 二、壶\n紫沙壶来自西河，由东山国营第一制茶厂在每年春天采摘之后烧制。";

fn label(text: &str) -> Value {
    json!({"zh": text, "en": text})
}

fn sound() -> Data {
    let place =
        |section: &str, token: &str| json!({"section": section, "at": "text", "tokens": [token]});
    let page = json!({"title": "Tea", "url": "https://tea.example/", "kind": "primary"});
    Data {
        schema: json!({
            "collections": [
                {"id": "teas", "name": label("t"), "card": ["maker", "yield"], "facets": ["maker"], "ranges": ["yield"]},
                {"id": "makers", "name": label("m")}],
            "fields": [
                {"id": "maker", "kind": "entity", "name": label("f")},
                {"id": "yield", "kind": "number", "unit": "tonnes", "name": label("f")},
                {"id": "since", "kind": "date", "name": label("f")},
                {"id": "stated", "kind": "text", "name": label("f")}],
            "terms": {},
            "qualifiers": [{"id": "about", "name": label("q")}],
            "units": [{"id": "tonnes", "name": label("u"), "factor": 1}]}),
        outline: json!({"key": ["green"], "sections": [
            {"id": "1", "heading": "一、茶绿", "name": label("s")},
            {"id": "2", "heading": "二、壶紫", "name": label("s")}]}),
        collections: vec![
            (
                "teas".into(),
                json!([{"id": "green", "name": label("绿茶"), "aliases": ["绿"], "summary": label("一种茶"),
                "statements": [
                    {"field": "maker", "value": {"entity": "dongshan"}, "source": place("1", "东山")},
                    {"field": "yield", "value": 1200, "unit": "tonnes", "as_of": "2024", "source": place("1", "1,200吨")},
                    {"field": "since", "value": {"date": "2024-05"}, "source": place("1", "2024年5月")},
                    {"field": "yield", "value": 600, "unit": "tonnes", "qualifier": "about", "source": place("1", "1,200吨"),
                     "derived_from": {"inputs": ["green/yield@2024"], "formula": "1200 / (1 + 100%)"}}]}]),
            ),
            (
                "makers".into(),
                json!([{"id": "dongshan", "name": {"zh": "东山国营第一制茶厂", "en": "Dongshan"}, "summary": label("一家茶厂"),
                "statements": [
                    {"field": "stated", "value": {"text": label("做壶")}, "source": place("2", "紫砂壶")}]}]),
            ),
        ],
        context: vec![(
            "teas".into(),
            json!([{"entity": "green", "statements": [
                {"field": "yield", "value": 1300, "unit": "tonnes", "source": page}]}]),
        )],
        crosscheck: json!([{"id": "yield", "statement": "green/yield", "verdict": "differs",
            "record": label("1300吨"), "why": label("口径不同"), "against": [page]}]),
        glossary: json!([{"id": "tea", "term": {"zh": "茶", "en": "tea"}, "entity": "green",
            "definition": label("叶子"), "avoid": {"zh": ["茗"], "en": ["cha"]}}]),
        charts: json!([{"id": "yield", "collection": "teas", "measure": "yield", "form": "bar", "name": label("c")}]),
    }
}

fn known() -> Known {
    let pair = |damaged: &str, correct: &str| vec![(damaged.to_owned(), correct.to_owned())];
    Known {
        corrections: pair("紫沙", "紫砂"),
        damaged: pair("LongJing", "Long Jing"),
        reviewed: Reviewed::default(),
    }
}

fn failures(data: &Data) -> Vec<Failure> {
    audit(Some(REPORT), &known(), data)
}

/// The only failure after a change.
fn broken(change: impl FnOnce(&mut Data)) -> Failure {
    let mut data = sound();
    change(&mut data);
    let mut found = failures(&data);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// The only failure after a change to the first tea.
fn only(change: impl FnOnce(&mut Value)) -> Failure {
    broken(|data| change(&mut data.collections[0].1[0]))
}

/// A failure of the first tea, in a field.
fn named(failure: &Failure, field: &str, what: &str) {
    says(failure, "teas.json: green: ", field, what);
}

/// A failure that begins so and is about this.
fn says(failure: &Failure, place: &str, field: &str, what: &str) {
    let line = failure.to_string();
    assert!(line.starts_with(place), "{line}");
    assert_eq!(failure.field, field);
    assert!(failure.what.contains(what), "{line}");
}

#[test]
fn sound_data_passes_with_the_report_and_without() {
    assert_eq!(failures(&sound()), []);
    assert_eq!(audit(None, &known(), &sound()), []);
}

#[test]
fn a_token_of_another_section_is_named_with_its_place() {
    let found = only(|tea| tea["statements"][0]["source"]["tokens"] = json!(["西河"]));
    named(&found, "maker", "`西河` is not in 1; it is in 2");
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

#[test]
fn a_failure_that_was_reviewed_is_excused_and_the_excuse_must_be_needed() {
    let mut data = sound();
    data.collections[0].1[0]["summary"]["en"] = json!("a cha");
    let line = failures(&data)[0].to_string();
    let mut known = known();
    known.reviewed = Reviewed(vec![line.clone()]);
    assert_eq!(audit(Some(REPORT), &known, &data), []);
    let found = audit(Some(REPORT), &known, &sound());
    says(&found[0], "xtask/reviewed.json", "failure", &line);
    assert_eq!(audit(None, &known, &sound()), [], "not all was checked");
}
