//! A figure says what the numbers say.
use zhilan::chart::{figure, Figure, Form, Spec};
use zhilan::lens::Lang;
use zhilan::report::{Edition, Entity, Label};

const SCHEMA: &str = r#"{"format":1,"collections":[{"id":"birds","name":{"zh":"鸟","en":"Birds"}}],
    "fields":[{"id":"colour","kind":"term","terms":"colours","name":{"zh":"颜色","en":"Colour"}},
    {"id":"eye","kind":"term","terms":"colours","name":{"zh":"眼","en":"Eye"}}],
    "terms":{"colours":[{"id":"red","name":{"zh":"红","en":"Red"}},{"id":"blue","name":{"zh":"蓝","en":"Blue"}}]}}"#;
const OUTLINE: &str = r#"{"title":{"zh":"书","en":"Book"},"publisher":{"zh":"社","en":"Press"},"date":"2024",
    "sections":[{"id":"1","number":{"zh":"一","en":"1"},"name":{"zh":"章","en":"Chapter"}}]}"#;

fn birds(colours: &[&str], lang: Lang) -> Figure {
    parted(colours, None, lang)
}

/// Birds by their first colour, in parts by the field given.
fn parted(colours: &[&str], split: Option<&str>, lang: Lang) -> Figure {
    let mut edition = Edition::begin(SCHEMA, OUTLINE).unwrap();
    let bird = |(i, colour): (usize, &&str)| {
        // "red eye:blue eye:red": a colour, and eyes of two.
        let statements = colour.split_whitespace().map(|word| {
            let (field, term) = word.split_once(':').unwrap_or(("colour", word));
            format!(
                r#"{{"field":"{field}","value":{{"term":"{term}"}},"source":{{"section":"1"}}}}"#
            )
        });
        let statements = statements.collect::<Vec<_>>().join(",");
        format!(r#"{{"id":"b{i}","name":{{"zh":"甲","en":"A"}},"statements":[{statements}]}}"#)
    };
    let birds: Vec<_> = colours.iter().enumerate().map(bird).collect();
    assert_eq!(edition.add(0, &format!("[{}]", birds.join(","))), []);
    let spec = Spec {
        collection: "birds".into(),
        group: Some("colour".into()),
        name: Label {
            zh: "颜色".into(),
            en: "Colour".into(),
        },
        form: split.map_or(Form::Bar, |_| Form::Stack),
        split: split.map(str::to_owned),
        ..Spec::default()
    };
    let all: Vec<&Entity> = edition.entities[0].iter().collect();
    figure(&edition, &spec, &all, lang, false)
}

fn headline(colours: &[&str], lang: Lang) -> (String, usize) {
    let figure = birds(colours, lang);
    (figure.headline, figure.hidden)
}

#[test]
fn the_headline_names_the_leader_and_what_is_not_stated_is_counted() {
    let birds = ["red", "red", "blue", ""];
    assert_eq!(
        headline(&birds, Lang::En),
        ("3 of 4 state it; Red leads with 2".into(), 1)
    );
    assert_eq!(
        headline(&birds, Lang::Zh).0,
        "4项中3项有此信息：红最多，2项"
    );
}

#[test]
fn a_tie_is_called_a_tie() {
    assert_eq!(
        headline(&["red", "blue"], Lang::En).0,
        "All 2 state it; Red and 1 more tie at 1 each"
    );
    assert_eq!(
        headline(&["red", "blue"], Lang::Zh).0,
        "2项均有此信息：红等2个并列最多，各1项"
    );
}

#[test]
fn picture_table_and_sentence_have_the_same_numbers() {
    let figure = birds(&["red", "red", "blue", ""], Lang::En);
    let option =
        serde_json::to_value(zhilan::chart::option(&figure, &zhilan::chart::LIGHT)).unwrap();
    let drawn = option["series"][0]["data"].as_array().unwrap();
    for (at, mark) in drawn.iter().enumerate() {
        let meant = figure.mark(0, at).unwrap();
        assert_eq!(mark["value"][0].as_f64(), Some(meant.value));
        let name = mark["name"].as_str().unwrap();
        assert!(name.starts_with(&format!("{}\u{1f}", meant.shown)));
        assert!(figure.sentence(Lang::En).contains(&figure.describe(meant)));
    }
    assert_eq!(drawn.len(), 2);
}

#[test]
fn a_record_of_two_parts_counts_once_and_one_of_none_is_drawn_as_not_stated() {
    let birds = ["red eye:blue eye:red", "red", "blue eye:blue"];
    let figure = parted(&birds, Some("eye"), Lang::En);
    assert_eq!(figure.headline, "All 3 state it; Red leads with 2");
    assert_eq!(figure.parts, ["Blue", "Red", "not stated"]);
    assert_eq!(figure.color(2), zhilan::chart::UNSTATED);
    let caveat = figure.caveat(Lang::En);
    assert!(caveat.contains("1 has more than one value"), "{caveat}");
    let zh = parted(&birds, Some("eye"), Lang::Zh);
    assert!(zh
        .caveat(Lang::Zh)
        .contains("1项有不止一个值，每个值各画一次。"));
}
