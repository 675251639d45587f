//! A figure says what the numbers say.
use zhilan::chart::{figure, Measure, Spec};
use zhilan::lens::Lang;
use zhilan::report::{Edition, Label};

const SCHEMA: &str = r#"{"format":1,"collections":[{"id":"birds","name":{"zh":"鸟","en":"Birds"}}],
    "fields":[{"id":"colour","kind":"term","terms":"colours","name":{"zh":"颜色","en":"Colour"}}],
    "terms":{"colours":[{"id":"red","name":{"zh":"红","en":"Red"}},{"id":"blue","name":{"zh":"蓝","en":"Blue"}}]}}"#;
const OUTLINE: &str = r#"{"title":{"zh":"书","en":"Book"},"publisher":{"zh":"社","en":"Press"},"date":"2024",
    "sections":[{"id":"1","number":{"zh":"一","en":"1"},"name":{"zh":"章","en":"Chapter"}}]}"#;

fn headline(colours: &[&str], lang: Lang) -> (String, usize) {
    let mut edition = Edition::begin(SCHEMA, OUTLINE).unwrap();
    let bird = |(i, colour): (usize, &&str)| {
        let statement = format!(
            r#"{{"field":"colour","value":{{"term":"{colour}"}},"source":{{"section":"1"}}}}"#
        );
        let statement = if colour.is_empty() {
            String::new()
        } else {
            statement
        };
        format!(r#"{{"id":"b{i}","name":{{"zh":"甲","en":"A"}},"statements":[{statement}]}}"#)
    };
    let birds: Vec<_> = colours.iter().enumerate().map(bird).collect();
    assert_eq!(edition.add(0, &format!("[{}]", birds.join(","))), []);
    let spec = Spec {
        id: "c".into(),
        collection: "birds".into(),
        measure: Measure::Count,
        field: "colour".into(),
        log: false,
        name: Label {
            zh: "颜色".into(),
            en: "Colour".into(),
        },
    };
    let hits: Vec<u32> = (0..colours.len() as u32).collect();
    let figure = figure(&edition, &spec, 0, &hits, lang);
    (figure.headline, figure.hidden)
}

#[test]
fn the_headline_names_the_leader_and_what_is_not_stated_is_counted() {
    let birds = ["red", "red", "blue", ""];
    assert_eq!(
        headline(&birds, Lang::En),
        ("Red leads with 2 of 4 entries".into(), 1)
    );
    assert_eq!(headline(&birds, Lang::Zh).0, "4项中，红最多，有2项");
}

#[test]
fn a_tie_is_called_a_tie() {
    assert_eq!(
        headline(&["red", "blue"], Lang::En).0,
        "Red and 1 more tie, each with 1 of 2 entries"
    );
    assert_eq!(
        headline(&["red", "blue"], Lang::Zh).0,
        "2项中，红等2类并列最多，各有1项"
    );
}
