//! Another edition of another report: data alone. It has other collections and fields, one language,
//! no glossary, no context and no cross-check, and everything works with it.
use std::fs;
use zhilan::chart::{self, Spec};
use zhilan::lens::Lang;
use zhilan::link::parse;
use zhilan::present::{self, catalogue::Catalogue};
use zhilan::report::{Edition, Entity};
use zhilan::search::Index;

fn file(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/tea/");
    fs::read_to_string(format!("{folder}{name}")).unwrap()
}

fn edition() -> Edition {
    let mut edition = Edition::begin(&file("schema.json"), &file("outline.json")).unwrap();
    for collection in 0..edition.schema.collections.len() {
        let id = edition.schema.collections[collection].id.clone();
        assert_eq!(edition.add(collection, &file(&format!("{id}.json"))), []);
    }
    assert_eq!(edition.dangling(), []);
    edition
}

#[test]
fn it_is_filtered_and_shown_in_both_languages() {
    let edition = edition();
    let catalogue = Catalogue::new(&edition, 0);
    assert_eq!(catalogue.records(), 2);
    // The language that is missing falls back to the one that is there.
    for lang in ["zh", "en"] {
        let fragment = format!("#/teas?lang={lang}&grower=east-hill&harvest=1000..");
        let (address, ignored) = parse(&fragment);
        assert_eq!(ignored, [""; 0]);
        let outcome = catalogue.outcome(&address);
        assert_eq!(outcome.hits, [0]);
        let card = present::card(&edition, 0, &edition.entities[0][0], &address);
        assert_eq!(card.name, "Mountain Mist");
        assert!(card.byline.contains("East Hill Estate"), "{}", card.byline);
        let shown = card.lines[0].value.line();
        assert!(
            shown.contains("1200") && shown.contains("tonnes"),
            "{shown}"
        );
    }
}

#[test]
fn its_charts_are_drawn_in_both_languages() {
    let edition = edition();
    let charts: Vec<Spec> = serde_json::from_str(&file("charts.json")).unwrap();
    let teas: Vec<&Entity> = edition.entities[0].iter().collect();
    for lang in [Lang::Zh, Lang::En] {
        for spec in &charts {
            let figure = chart::figure(&edition, spec, &teas, lang, true);
            assert_eq!((figure.marks.len(), figure.hidden), (2, 0), "{}", spec.id);
            assert!(!figure.headline.is_empty() && !figure.sentence(lang).is_empty());
        }
    }
}

#[test]
fn it_is_searched() {
    let groups = Index::new(&edition(), None).find("mist", 5);
    let hits: Vec<String> = groups
        .into_iter()
        .flat_map(|g| g.hits)
        .map(|h| h.id)
        .collect();
    assert_eq!(hits, ["mist"]);
}
