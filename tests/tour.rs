//! A tour: one datum from the data file to the card, the chart and the link. Read it first.
use std::fs;
use zhilan::chart::{self, Form, Spec};
use zhilan::lens::Lang;
use zhilan::link;
use zhilan::present::{self, catalogue::Catalogue, Origin};
use zhilan::report::{Edition, Value};

fn file(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/caict-2024/");
    fs::read_to_string(format!("{folder}{name}")).unwrap()
}

#[test]
fn from_a_line_of_json_to_a_card_a_chart_and_a_link() {
    // An edition begins with its schema and outline; the collections are added one by one.
    // Nothing in the code knows which there are. What is wrong in a file comes back as a list.
    let mut edition = Edition::begin(&file("schema.json"), &file("outline.json")).unwrap();
    for collection in 0..edition.schema.collections.len() {
        let id = edition.schema.collections[collection].id.clone();
        assert_eq!(edition.add(collection, &file(&format!("{id}.json"))), []);
    }

    // An entity carries statements; a statement has a field, a value as printed, a unit, and a place in the report.
    let (collection, entity) = edition.find("gpt-4-turbo").unwrap();
    let at = entity
        .statements
        .iter()
        .position(|s| s.field == "context_length");
    let at = at.unwrap();
    let statement = &entity.statements[at];
    assert_eq!(statement.value, Value::Number(128.0));
    assert_eq!(statement.source.section(), "2.1.1");

    // The reader's whole state is an address. What the address does not know is listed, never an error.
    let (here, ignored) =
        link::parse("#/models?lang=en&developer=openai&sort=-context_length&nonsense");
    assert_eq!(ignored, ["nonsense"]);

    // A collection is made ready for questions once; each address is then answered.
    let catalogue = Catalogue::new(&edition, collection);
    let outcome = catalogue.outcome(&here);
    let entities = &edition.entities[collection];
    let hits: Vec<_> = outcome
        .hits
        .iter()
        .map(|&hit| &entities[hit as usize])
        .collect();
    assert!(hits.iter().any(|hit| hit.id == "gpt-4-turbo"));

    // A view-model is exactly what a component prints: qualifier, figure, unit, and where it stands.
    let line = present::line(&edition, entity, at, &here);
    assert_eq!(line.value.line(), "128k tokens");
    let Origin::Report { place, tokens, .. } = &line.origin else {
        panic!("it stands in the report");
    };
    assert!(place.starts_with("2.1.1, table 1") && tokens.contains(&"128k".to_owned()));
    let card = present::card(&edition, collection, entity, &here);
    assert_eq!(card.link, "#/entity/gpt-4-turbo?lang=en");

    // Picture, table, sentence and export of a chart come from one figure, so they cannot disagree.
    let spec = Spec {
        collection: edition.schema.collections[collection].id.clone(),
        measure: Some("context_length".into()),
        form: Form::Bar,
        log: true,
        ..Spec::default()
    };
    let figure = chart::figure(&edition, &spec, &hits, Lang::En, false);
    let mark = figure
        .marks
        .iter()
        .find(|m| figure.rows[m.row] == card.name);
    assert!(figure
        .sentence(Lang::En)
        .contains(&figure.describe(mark.unwrap())));
    assert_eq!(figure.hidden + figure.rows.len(), figure.total);

    // And the loop closes: where a reader goes is an address again, and it comes back unchanged.
    assert_eq!(link::parse(&link::format(&here)).0, here);
}
