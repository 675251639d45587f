//! A comparison puts like beside like and says what is not.
mod published;

use serde_json::{json, Value as Json};
use zhilan::lens::Lang;
use zhilan::link::{parse, Address, Page};
use zhilan::present::compare::{comparison, suggestions, Comparison, Row, MOST};
use zhilan::present::guard::Unlike;
use zhilan::report::Edition;

/// The real data with the context layer, and memory declared one quantity of two fields.
fn real() -> Edition {
    let mut schema: Json = serde_json::from_str(&published::file("schema.json")).unwrap();
    for field in schema["fields"].as_array_mut().unwrap() {
        if ["memory_ratio", "memory_gb"].contains(&field["id"].as_str().unwrap()) {
            field["quantity"] = json!("memory");
        }
    }
    for unit in schema["units"].as_array_mut().unwrap() {
        if unit["id"] == "percent_of_h100" {
            unit["ratio"] = json!(true);
        }
    }
    schema["quantities"] =
        json!([{"id": "memory", "name": {"zh": "显存容量", "en": "Memory capacity"}}]);
    published::edition(&schema.to_string(), true)
}

fn compared(edition: &Edition, address: &str) -> Comparison {
    let (here, ignored) = parse(address);
    assert_eq!(ignored, Vec::<String>::new());
    let Page::Compare(ids) = &here.page else {
        panic!("{address} is no comparison");
    };
    comparison(edition, &here, ids)
}

fn rows(compared: &Comparison) -> Vec<&Row> {
    compared.groups.iter().flat_map(|g| &g.rows).collect()
}

#[test]
fn a_ratio_beside_an_amount_is_labelled() {
    let edition = real();
    let made = compared(&edition, "#/compare/b200,mi300x?layer=context&lang=en");
    let rows = rows(&made);
    let memory = rows.iter().find(|r| r.name == "Memory capacity").unwrap();
    assert!(memory.named, "each value says which field it is of");
    let warning = memory.warnings.iter().find(|w| w.unlike == Unlike::Ratio);
    let text = &warning.unwrap().text;
    assert!(
        text.starts_with("A ratio cannot be set against an amount: ratio (NVIDIA B200), amount ("),
        "{text}"
    );
    // One reason is enough: nothing more about class or unit.
    assert!(!memory
        .warnings
        .iter()
        .any(|w| matches!(w.unlike, Unlike::Class | Unlike::Unit)));
    // Without the context layer there is only the ratio, and nothing to warn of.
    let made = compared(&edition, "#/compare/b200,mi300x?lang=en");
    let rows = self::rows(&made);
    let memory = rows.iter().find(|r| r.name == "Memory capacity").unwrap();
    assert_eq!(memory.warnings, []);
    assert!(memory.cells[1].is_empty());
}

#[test]
fn differences_only_hides_equal_rows_and_nothing_else() {
    let edition = real();
    for lang in ["zh", "en"] {
        let address = format!("#/compare/tpu,tpu-v5p?lang={lang}");
        let all = compared(&edition, &address);
        let some = compared(&edition, &format!("{address}&rows=different"));
        let (all_rows, some_rows) = (rows(&all), rows(&some));
        assert_eq!(all_rows.len(), all.rows);
        assert_eq!(some_rows.len(), all.different);
        assert!(some.different < some.rows, "the two share something");
        let differing: Vec<&&Row> = all_rows.iter().filter(|r| r.differs).collect();
        assert!(differing.iter().zip(&some_rows).all(|(a, b)| **a == *b));
        for row in all_rows.iter().filter(|r| !r.differs) {
            let said = |cell: usize| -> Vec<String> {
                row.cells[cell].iter().map(|l| l.value.line()).collect()
            };
            let (mut a, mut b) = (said(0), said(1));
            a.sort();
            b.sort();
            assert_eq!(a, b);
        }
    }
}

#[test]
fn every_statement_of_every_entity_is_in_its_column() {
    let edition = real();
    let here = Address::default();
    for (_, entity) in edition.all() {
        let made = comparison(&edition, &here, std::slice::from_ref(&entity.id));
        let lines: usize = rows(&made).iter().map(|r| r.cells[0].len()).sum();
        assert_eq!(lines, entity.statements.len(), "{}", entity.id);
        assert!(
            rows(&made).iter().all(|r| r.warnings.is_empty()),
            "alone it is unlike nothing"
        );
    }
}

#[test]
fn what_does_not_exist_or_is_too_much_is_named() {
    let edition = real();
    let made = compared(
        &edition,
        "#/compare/b200,nothing,b200,h100,sohu,tpu,maia-100,mtia-v1,gaudi2",
    );
    assert_eq!(made.heads.len(), MOST);
    assert_eq!(made.left_out, ["nothing", "gaudi2"]);
    assert!(!made.several);
    let mixed = compared(&edition, "#/compare/b200,openai");
    assert!(mixed.several);
    assert_eq!(compared(&edition, "#/compare").heads.len(), 0);
    let (here, _) = parse("#/compare/b200");
    let more = suggestions(&edition, &here, &["b200".to_owned()]);
    assert!(!more.is_empty() && more.iter().all(|(_, link)| link.contains("/compare/b200,")));
}

const SCHEMA: &str = r#"{"format":1,
    "collections":[{"id":"birds","name":{"zh":"鸟","en":"Birds"},"card":["wings"]}],
    "fields":[{"id":"wings","kind":"number","name":{"zh":"翼展","en":"Wings"},"group":"body"},
        {"id":"worth","kind":"number","name":{"zh":"价值","en":"Worth"}},
        {"id":"bound","kind":"term","terms":"bonds","name":{"zh":"效力","en":"Force"}}],
    "groups":[{"id":"body","name":{"zh":"身体","en":"Body"}}],
    "units":[{"id":"cm","name":{"zh":"厘米","en":"cm"},"measure":"length"},
        {"id":"m","name":{"zh":"米","en":"m"},"factor":100,"measure":"length"},
        {"id":"yi","name":{"zh":"亿元","en":"100m yuan"},"factor":1e8,"base":{"zh":"元","en":"yuan"}},
        {"id":"wan","name":{"zh":"万元","en":"10k yuan"},"factor":1e4,"base":{"zh":"元","en":"yuan"}},
        {"id":"g","name":{"zh":"克","en":"g"}}],
    "qualifiers":[{"id":"forecast","name":{"zh":"预计","en":"forecast"}},{"id":"vendor_claim","name":{"zh":"厂商称","en":"vendor claims"}}],
    "terms":{"bonds":[{"id":"binding","name":{"zh":"有约束力","en":"binding"}},{"id":"voluntary","name":{"zh":"自愿","en":"voluntary"}}]}}"#;
const OUTLINE: &str = r#"{"title":{"zh":"书","en":"Book"},"publisher":{"zh":"社","en":"Press"},"date":"2024",
    "sections":[{"id":"1","number":{"zh":"一","en":"1"},"name":{"zh":"章","en":"Chapter"}}]}"#;

/// Two birds with a statement each, as a comparison in both languages.
fn pair(a: Json, b: Json) -> [Comparison; 2] {
    let bird = |id: &str, name: &str, mut statement: Json| {
        statement["source"] = json!({"section": "1"});
        json!({"id": id, "name": {"zh": name, "en": id}, "statements": [statement]})
    };
    let birds = json!([bird("a", "甲", a), bird("b", "乙", b)]).to_string();
    let mut edition = Edition::begin(SCHEMA, OUTLINE).unwrap();
    assert_eq!(edition.add(0, &birds), []);
    [Lang::Zh, Lang::En].map(|lang| {
        let here = Address {
            lang,
            ..Address::default()
        };
        comparison(&edition, &here, &["a".into(), "b".into()])
    })
}

fn only(compared: &Comparison) -> &Row {
    &compared.groups[0].rows[0]
}

fn line(compared: &Comparison, entity: usize) -> String {
    only(compared).cells[entity][0].value.line()
}

#[test]
fn convertible_units_are_written_alike_and_equal_values_are_equal() {
    let [zh, en] = pair(
        json!({"field": "wings", "value": 1.5, "unit": "m"}),
        json!({"field": "wings", "value": 150, "unit": "cm"}),
    );
    assert_eq!(
        (line(&zh, 0), line(&en, 0)),
        ("150厘米".into(), "150 cm".into())
    );
    assert!(!only(&zh).differs && only(&zh).warnings.is_empty());
    assert_eq!(
        only(&zh).cells[0][0].value.printed.as_deref(),
        Some("1.5米")
    );
    assert_eq!(zh.groups[0].name, "身体");
    let [zh, en] = pair(
        json!({"field": "worth", "value": 6233, "unit": "yi"}),
        json!({"field": "worth", "value": 250, "unit": "wan"}),
    );
    assert_eq!(line(&zh, 0), "62,330,000万元");
    assert_eq!(
        (line(&en, 0), line(&en, 1)),
        ("623,300 million yuan".into(), "2.5 million yuan".into())
    );
}

#[test]
fn unlike_things_have_their_reason_and_it_names_whose_they_are() {
    let wings = |more: Json| {
        let mut made = json!({"field": "wings", "value": 3, "unit": "m"});
        for (key, value) in more.as_object().unwrap() {
            made[key] = value.clone();
        }
        made
    };
    let cases = [
        (json!({"unit": "g"}), Unlike::Unit, "克（甲），米（乙）"),
        (
            json!({"qualifier": "forecast"}),
            Unlike::Forecast,
            "预计或目标（甲），已有（乙）",
        ),
        (
            json!({"qualifier": "vendor_claim"}),
            Unlike::Claim,
            "厂商自称（甲），非厂商自称（乙）",
        ),
        (
            json!({"scope": {"zh": "幼鸟", "en": "young"}}),
            Unlike::Scope,
            "幼鸟（甲），未说明范围（乙）",
        ),
        (
            json!({"as_of": "2023"}),
            Unlike::Date,
            "2023年（甲），未注明时间（乙）",
        ),
        (
            json!({"derived_from": {"inputs": [], "formula": "1+2"}}),
            Unlike::Derived,
            "推算（甲），直接述及（乙）",
        ),
    ];
    for (more, unlike, part) in cases {
        let [zh, en] = pair(wings(more), wings(json!({})));
        let [warning] = only(&zh).warnings.as_slice() else {
            panic!("{unlike:?}: {:?}", only(&zh).warnings);
        };
        assert_eq!(warning.unlike, unlike);
        assert!(
            warning.text.contains(part) && warning.text.ends_with('。'),
            "{}",
            warning.text
        );
        let english = &only(&en).warnings[0].text;
        assert!(
            english.contains("(a)") && english.contains("(b)") && english.ends_with('.'),
            "{english}"
        );
    }
    let bound = |term: &str| json!({"field": "bound", "value": {"term": term}});
    let [zh, _] = pair(bound("binding"), bound("voluntary"));
    assert!(only(&zh).differs);
    let [zh, _] = pair(bound("binding"), bound("binding"));
    assert!(!only(&zh).differs);
}
