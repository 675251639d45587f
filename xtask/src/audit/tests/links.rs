//! References, layers and reserved words.
use super::*;

#[test]
fn an_id_that_leads_nowhere_is_named() {
    let found = only(|tea| tea["statements"][0]["value"]["entity"] = json!("xihe"));
    named(&found, "maker", "no entity `xihe`");
    let found = only(|tea| tea["statements"][1]["unit"] = json!("miles"));
    named(&found, "yield", "no unit `miles`");
    let found = only(|tea| tea["statements"][3]["qualifier"] = json!("maybe"));
    named(&found, "yield", "no qualifier `maybe`");
    let found = broken(|data| data.context[0].1[0]["entity"] = json!("black"));
    says(
        &found,
        "context/teas.json: black",
        "entity",
        "no entity `black`",
    );
    let found = broken(|data| data.glossary[0]["entity"] = json!("black"));
    says(&found, "glossary.json: tea", "entity", "no entity `black`");
    let found = broken(|data| data.outline["key"][0] = json!("black"));
    says(&found, "outline.json", "key", "no entity `black`");
}

#[test]
fn a_section_that_is_not_in_the_outline_is_named() {
    let found = only(|tea| tea["statements"][1]["source"]["section"] = json!("9"));
    named(&found, "yield", "no section `9`");
}

#[test]
fn an_undeclared_field_a_wrong_kind_and_a_missing_language_are_named() {
    let found = only(|tea| tea["statements"][0]["field"] = json!("grower"));
    named(&found, "grower", "no such field");
    let found = only(|tea| tea["statements"][0]["value"] = json!({"text": label("东山")}));
    named(&found, "maker", "a entity is wanted, the value is text");
    let found = only(|tea| tea["name"]["en"] = json!(""));
    named(&found, "name", "no en");
}

#[test]
fn an_entity_without_a_place_in_the_report_is_named() {
    let found = broken(|data| data.collections[1].1[0]["statements"] = json!([]));
    says(
        &found,
        "makers.json: dongshan",
        "statements",
        "none with a place",
    );
    let found = only(|tea| tea["statements"][0]["source"]["tokens"] = json!([]));
    named(&found, "maker", "no tokens");
}

#[test]
fn the_layers_do_not_mix() {
    let page = json!({"title": "Tea", "url": "https://tea.example/", "kind": "primary"});
    let found = only(|tea| tea["statements"][0]["source"] = page);
    named(&found, "maker", "belong into context/");
    let place = json!({"section": "1", "tokens": ["绿茶"]});
    let found = broken(|data| data.context[0].1[0]["statements"][0]["source"] = place);
    says(
        &found,
        "context/teas.json: green",
        "yield",
        "belong to the entity",
    );
}

#[test]
fn a_public_fact_without_a_source_is_named() {
    for (key, value, what) in [
        ("title", json!(""), "no source"),
        ("url", json!(null), "no address"),
        ("kind", json!("rumour"), "no kind `rumour`"),
    ] {
        let found = broken(|data| {
            data.context[0].1[0]["statements"][0]["source"][key] = value.clone();
        });
        says(&found, "context/teas.json: green", "yield", what);
        let found = broken(|data| data.crosscheck[0]["against"][0][key] = value.clone());
        says(&found, "crosscheck.json: yield", "against", what);
    }
}

#[test]
fn a_check_of_no_statement_is_named() {
    for path in ["green/price", "black/yield", "green/yield#3", "green"] {
        let found = broken(|data| data.crosscheck[0]["statement"] = json!(path));
        says(&found, "crosscheck.json: yield", "statement", path);
    }
    let found = broken(|data| data.crosscheck[0]["verdict"] = json!("perhaps"));
    says(&found, "crosscheck.json: yield", "verdict", "perhaps");
}

#[test]
fn a_chart_or_list_of_fields_that_are_not_there_is_named() {
    for (key, id, what) in [
        ("measure", "price", "no field `price`"),
        ("measure", "maker", "not of kind number"),
        ("group", "yield", "not of kind term"),
        ("collection", "cups", "no collection `cups`"),
        ("form", "pie", "no form `pie`"),
    ] {
        let found = broken(|data| data.charts[0][key] = json!(id));
        says(&found, "charts.json: yield", key, what);
    }
    for key in ["card", "facets", "ranges", "columns", "dates"] {
        let found = broken(|data| data.schema["collections"][0][key] = json!(["price"]));
        says(
            &found,
            "schema.json: collections/teas",
            key,
            "no field `price`",
        );
    }
    let found = broken(|data| data.schema["fields"][1]["unit"] = json!("miles"));
    says(
        &found,
        "schema.json: fields/yield",
        "unit",
        "no unit `miles`",
    );
}

#[test]
fn a_word_that_addresses_keep_is_no_id() {
    let more = json!({"id": "sort", "kind": "text", "name": label("f")});
    let found = broken(|data| data.schema["fields"].as_array_mut().unwrap().push(more));
    says(&found, "schema.json: fields/sort", "id", "keep this word");
    let more = json!({"id": "compare", "name": label("c")});
    let found = broken(|data| {
        data.schema["collections"]
            .as_array_mut()
            .unwrap()
            .push(more)
    });
    says(
        &found,
        "schema.json: collections/compare",
        "id",
        "keep this word",
    );
}
