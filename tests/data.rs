//! The published data can be relied on: it loads whole, and what is broken is named.
mod published;

use zhilan::lens::{self, Lang};
use zhilan::link::{parse, Page};
use zhilan::present::{self, catalogue::Catalogue};
use zhilan::report::Edition;
use zhilan::report::Source;

fn edition() -> Edition {
    published::edition(&published::file("schema.json"), false)
}

#[test]
fn every_entity_loads_and_every_reference_resolves() {
    let edition = edition();
    assert_eq!(edition.dangling(), []);
    for entities in &edition.entities {
        for entity in entities {
            assert!(!entity.statements.is_empty(), "{} says nothing", entity.id);
            for text in [&entity.name, &entity.summary] {
                assert!(
                    !text.zh.is_empty() && !text.en.is_empty(),
                    "{} lacks a language",
                    entity.id
                );
            }
        }
    }
}

#[test]
fn a_figure_keeps_its_printed_form_and_reads_in_both_magnitudes() {
    let edition = edition();
    let statements = edition
        .entities
        .iter()
        .flatten()
        .flat_map(|e| &e.statements);
    let statement = statements
        .into_iter()
        .filter(|s| matches!(s.value, zhilan::report::Value::Number(_)))
        .find(|s| matches!(&s.source, Source::Report(place) if place.tokens.iter().any(|t| t.contains("6233"))))
        .expect("the size of the AI industry is in the data");
    assert_eq!(lens::show(&edition, statement, Lang::Zh).main, "6233");
    let english = lens::show(&edition, statement, Lang::En);
    assert_eq!(
        (english.main.as_str(), english.unit.as_str()),
        ("US$623.3 billion", "")
    );
    assert_eq!(english.printed.as_deref(), Some("6233亿美元"));
}

fn at(statement: &zhilan::report::Statement) -> Option<&str> {
    statement.source.place()?.at.as_deref()
}

#[test]
fn table_1_has_sixteen_models() {
    let edition = edition();
    let models = &edition.entities[edition.collection("models").unwrap()];
    let in_table_1 = models.iter().filter(|m| {
        m.statements
            .iter()
            .any(|s| s.field == "context_length" && at(s) == Some("table 1"))
    });
    assert_eq!(in_table_1.count(), 16);
}

#[test]
fn a_filter_narrows_and_its_own_facet_keeps_counting() {
    let edition = edition();
    let models = edition.collection("models").unwrap();
    let catalogue = Catalogue::new(&edition, models);
    let (address, _) = parse("#/models?developer=openai&lang=en");
    let outcome = catalogue.outcome(&address);
    assert!(outcome.total > 5 && outcome.total < catalogue.records());
    for &hit in &outcome.hits {
        let card = present::card(
            &edition,
            models,
            &edition.entities[models][hit as usize],
            &address,
        );
        assert!(card.byline.contains("OpenAI"), "{}", card.name);
    }
    let developers = catalogue.facets.iter().position(|f| f.field == "developer");
    let counts = outcome.counts[developers.unwrap()].iter();
    assert!(
        counts.filter(|&&count| count > 0).count() > 4,
        "the other developers can still be added"
    );
    assert_eq!(address.page, Page::Collection("models".into()));
}

#[test]
fn a_broken_statement_is_named_and_the_rest_is_kept() {
    let mut edition = Edition::begin(
        &published::file("schema.json"),
        &published::file("outline.json"),
    )
    .unwrap();
    let json = r#"[{"id":"a","name":{"zh":"甲","en":"A"},"statements":[
        {"field":"nonsense","value":1,"source":{"section":"1"}},
        {"field":"stated","value":{"text":{"zh":"乙","en":"B"}},"source":{"section":"1"}}]},
        {"id":"b"}]"#;
    let problems: Vec<_> = edition
        .add(0, json)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(problems.len(), 2);
    assert_eq!(
        problems[0],
        "models.json › a › nonsense: field is not in the schema"
    );
    assert!(problems[1].starts_with("models.json › b: missing field"));
    assert_eq!(edition.find("a").unwrap().1.statements.len(), 1);
}

#[test]
fn another_version_of_the_format_is_refused_with_a_reason() {
    let problem = Edition::begin(r#"{"format":9,"collections":[],"fields":[]}"#, "{}").unwrap_err();
    assert!(problem
        .to_string()
        .starts_with("schema.json: format 9 instead of 1"));
}
