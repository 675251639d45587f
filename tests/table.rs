//! A table shows what is stated, in the order that was asked for, and a spreadsheet gets the same.
mod published;

use proptest::prelude::*;
use std::cmp::Ordering;
use zhilan::lens::Lang;
use zhilan::link::{parse, Address, Page, Sort};
use zhilan::present::brush::{Track, STEPS};
use zhilan::present::catalogue::Catalogue;
use zhilan::present::{clip, order, own, table};
use zhilan::report::{Edition, Value};

fn real() -> Edition {
    published::edition(&published::file("schema.json"), false)
}

const SCHEMA: &str = r#"{"format":1,
    "collections":[{"id":"birds","name":{"zh":"鸟","en":"Birds"},"card":["colour","wings","seen"],
        "facets":["colour"],"ranges":["wings"]}],
    "fields":[{"id":"colour","kind":"term","terms":"colours","name":{"zh":"颜色","en":"Colour"}},
        {"id":"wings","kind":"number","name":{"zh":"翼展","en":"Wings"}},
        {"id":"call","kind":"text","name":{"zh":"叫声","en":"Call"}},
        {"id":"seen","kind":"date","name":{"zh":"所见","en":"Seen"}}],
    "units":[{"id":"cm","name":{"zh":"厘米","en":"cm"},"measure":"length"},
        {"id":"m","name":{"zh":"米","en":"m"},"factor":100,"measure":"length"},
        {"id":"g","name":{"zh":"克","en":"g"}}],
    "qualifiers":[{"id":"about","name":{"zh":"约","en":"about"}}],
    "terms":{"colours":[{"id":"red","name":{"zh":"红","en":"Red"}},{"id":"blue","name":{"zh":"蓝","en":"blue"}}]}}"#;
const OUTLINE: &str = r#"{"title":{"zh":"书","en":"Book"},"publisher":{"zh":"社","en":"Press"},"date":"2024",
    "sections":[{"id":"1","number":{"zh":"一","en":"1"},"name":{"zh":"章","en":"Chapter"}}]}"#;

#[derive(Debug, Clone)]
struct Bird {
    colour: Option<&'static str>,
    wings: Vec<f64>,
    call: Option<String>,
    seen: Option<(u16, Option<u8>)>,
}

fn birds() -> impl Strategy<Value = Vec<Bird>> {
    let bird = (
        prop::option::of(prop_oneof![Just("red"), Just("blue")]),
        prop::collection::vec((-3i32..4).prop_map(f64::from), 0..3),
        prop::option::of("[ABab]{1,3}"),
        prop::option::of((2020u16..2023, prop::option::of(1u8..13))),
    );
    let bird = bird.prop_map(|(colour, wings, call, seen)| Bird {
        colour,
        wings,
        call,
        seen,
    });
    prop::collection::vec(bird, 0..24)
}

fn edition(birds: &[Bird]) -> Edition {
    let source = serde_json::json!({"section": "1"});
    let entities = birds.iter().enumerate().map(|(n, bird)| {
        let mut statements = Vec::new();
        let mut state = |field: &str, value: serde_json::Value| {
            statements.push(
                serde_json::json!({"field": field, "value": value, "source": source}),
            );
        };
        if let Some(colour) = bird.colour {
            state("colour", serde_json::json!({"term": colour}));
        }
        for &wings in &bird.wings {
            state("wings", serde_json::json!(wings));
        }
        if let Some(call) = &bird.call {
            state("call", serde_json::json!({"text": {"zh": call, "en": call}}));
        }
        if let Some((year, month)) = bird.seen {
            let date = match month {
                Some(month) => format!("{year}-{month:02}"),
                None => year.to_string(),
            };
            state("seen", serde_json::json!({"date": date}));
        }
        serde_json::json!({"id": format!("b{n}"), "name": {"zh": "甲", "en": "A"}, "statements": statements})
    });
    let json = serde_json::Value::from(entities.collect::<Vec<_>>()).to_string();
    let mut edition = Edition::begin(SCHEMA, OUTLINE).unwrap();
    assert_eq!(edition.add(0, &json), []);
    edition
}

/// The order as it would be written down without thinking of speed.
fn naive(a: &Bird, b: &Bird, sorts: &[Sort]) -> Ordering {
    for sort in sorts {
        let directed = |order: Ordering| match sort.descending {
            true => order.reverse(),
            false => order,
        };
        let of = |bird: &Bird| -> Option<(f64, String)> {
            match sort.field.as_str() {
                "colour" => bird.colour.map(|c| (0.0, c.to_owned())),
                "call" => bird.call.as_ref().map(|c| (0.0, c.to_lowercase())),
                "wings" => {
                    let wings = bird.wings.iter().copied();
                    wings.reduce(f64::max).map(|w| (w, String::new()))
                }
                _ => bird.seen.map(|(y, m)| {
                    (
                        f64::from(y) * 12.0 + f64::from(m.unwrap_or(1)),
                        String::new(),
                    )
                }),
            }
        };
        let order = match (of(a), of(b)) {
            (Some(a), Some(b)) => directed(a.partial_cmp(&b).unwrap()),
            // What states nothing is last, whichever the direction.
            (a, b) => a.is_none().cmp(&b.is_none()),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    Ordering::Equal
}

fn sorts() -> impl Strategy<Value = Vec<Sort>> {
    let field = prop_oneof![Just("colour"), Just("wings"), Just("call"), Just("seen")];
    let sort = (field, any::<bool>()).prop_map(|(field, descending)| Sort {
        field: field.to_owned(),
        descending,
    });
    prop::collection::vec(sort, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn several_keys_sort_as_a_plain_comparison_would(birds in birds(), sorts in sorts()) {
        let edition = edition(&birds);
        let catalogue = Catalogue::new(&edition, 0);
        let address = Address {
            page: Page::Collection("birds".into()),
            lang: Lang::En,
            sorts: sorts.clone(),
            ..Address::default()
        };
        let outcome = catalogue.arranged(&edition, 0, &address);
        let mut wanted: Vec<u32> = (0..birds.len() as u32).collect();
        wanted.sort_by(|&a, &b| naive(&birds[a as usize], &birds[b as usize], &sorts));
        prop_assert_eq!(&outcome.hits, &wanted);
        // The engine's ready order of a single column is the same order.
        let mut hits: Vec<u32> = (0..birds.len() as u32).collect();
        order::arrange(&edition, 0, &address, &mut hits);
        prop_assert_eq!(hits, wanted);
    }

    #[test]
    fn a_place_on_a_track_is_the_place_of_its_value(low in -1e6..1e6f64, span in 1e-3..1e9f64, at in 0..=STEPS) {
        let track = Track::new(low, low + span).unwrap();
        // Three digits place a value to within a step where the track is not far from zero.
        if low.abs() < span {
            prop_assert!(track.place(track.value(at)).abs_diff(at) <= 1);
        }
        prop_assert!(track.value(at) >= low - span.abs() && track.place(track.value(0)) == 0);
    }
}

#[test]
fn a_click_sorts_alone_and_another_key_is_added() {
    let (here, _) = parse("#/birds?sort=seen");
    let names = |a: &Address| {
        let keys = a.sorts.iter();
        keys.map(|s| format!("{}{}", if s.descending { "-" } else { "" }, s.field))
            .collect::<Vec<_>>()
    };
    let alone = here.sorted("wings", true);
    assert_eq!(names(&alone), ["-wings"]);
    assert_eq!(names(&alone.sorted("wings", true)), ["wings"]);
    assert!(alone
        .sorted("wings", true)
        .sorted("wings", true)
        .sorts
        .is_empty());
    let both = alone.also_sorted("colour", false);
    assert_eq!(names(&both), ["-wings", "colour"]);
    assert_eq!(
        names(&both.also_sorted("colour", false)),
        ["-wings", "-colour"]
    );
    assert_eq!(names(&both.cleared()), ["-wings", "colour"]);
}

#[test]
fn numbers_reach_a_spreadsheet_as_numbers() {
    let mut edition = Edition::begin(SCHEMA, OUTLINE).unwrap();
    let json = r#"[{"id":"a","name":{"zh":"甲","en":"A & B"},"statements":[
            {"field":"wings","value":12500.5,"unit":"cm","qualifier":"about","source":{"section":"1"}},
            {"field":"wings","value":2,"unit":"m","source":{"section":"1"}},
            {"field":"seen","value":{"date":"2024-06"},"source":{"section":"1"}}]},
        {"id":"b","name":{"zh":"乙","en":"B"},"statements":[
            {"field":"colour","value":{"term":"red"},"source":{"section":"1"}}]}]"#;
    assert_eq!(edition.add(0, json), []);
    let (address, _) = parse("#/birds?lang=en&view=table&cols=wings,seen");
    let clip = clip::clip(&edition, 0, &address, &[1, 0]);
    let rows: Vec<Vec<&str>> = clip.text.lines().map(|l| l.split('\t').collect()).collect();
    assert_eq!(
        rows,
        [
            [
                "Name",
                "Wings",
                "Wings: unit",
                "Wings: qualifier",
                "Wings 2",
                "Wings 2: unit",
                "Seen"
            ],
            ["B", "not stated", "", "", "", "", "not stated"],
            ["A & B", "12500.5", "cm", "about", "2", "m", "Jun 2024"],
        ]
    );
    assert!(clip.html.contains("<td>12500.5</td>") && clip.html.contains("A &amp; B"));
}

#[test]
fn every_stated_value_of_the_real_table_is_copied_as_it_is_shown() {
    let edition = real();
    let (mut address, _) = parse("#/x?lang=en&view=table");
    for lang in [Lang::Zh, Lang::En] {
        address.lang = lang;
        for collection in 0..edition.schema.collections.len() {
            let hits: Vec<u32> = (0..edition.entities[collection].len() as u32).collect();
            let made = clip::clip(&edition, collection, &address, &hits);
            let rows: Vec<&str> = made.text.lines().collect();
            assert_eq!(rows.len(), hits.len() + 1);
            let width = rows[0].split('\t').count();
            let columns = table::columns(&edition, collection, &address, &hits);
            for (entity, row) in edition.entities[collection].iter().zip(&rows[1..]) {
                let cells: Vec<&str> = row.split('\t').collect();
                assert_eq!(cells.len(), width, "{row}");
                for statement in &entity.statements {
                    let shown = columns.iter().any(|c| c.field == statement.field);
                    if let (true, Value::Number(_)) = (shown, &statement.value) {
                        let plain = table::plain(&edition, statement, lang).unwrap();
                        assert!(plain.parse::<f64>().is_ok() && cells.contains(&plain.as_str()));
                    }
                }
            }
        }
    }
}

#[test]
fn a_column_that_is_shown_or_not_is_in_the_address() {
    let edition = real();
    let (here, _) = parse("#/chips?view=table");
    let chips = edition.collection("chips").unwrap();
    let standard = table::fields(&edition, chips, &here);
    assert!(!standard.is_empty());
    let without = table::toggled(&edition, chips, &here, &standard[1]);
    assert_eq!(without.columns.len(), standard.len() - 1);
    let (odd, _) = parse("#/chips?cols=nonsense&sort=nonsense");
    assert_eq!(
        order::unknown(&edition, &odd),
        ["sort=nonsense", "cols=nonsense"]
    );
    let counts = table::choices(&edition, chips, false);
    for (at, stated) in counts {
        let field = &edition.schema.fields[at].id;
        let states = edition.entities[chips].iter();
        let states = states.filter(|e| e.statements.iter().any(|s| &s.field == field));
        assert_eq!(states.count(), stated);
    }
}

#[test]
fn a_sorted_column_of_unlike_units_says_so() {
    let edition = real();
    let numbers = edition.collection("numbers").unwrap();
    let hits: Vec<u32> = (0..edition.entities[numbers].len() as u32).collect();
    let (here, _) = parse("#/numbers?view=table&sort=-amount&lang=en");
    let said = table::mixed(&edition, numbers, &here, &hits).unwrap();
    assert!(said.contains("US$"), "{said}");
    let (here, _) = parse("#/numbers?view=table&lang=en");
    assert_eq!(table::mixed(&edition, numbers, &here, &hits), None);
}

#[test]
fn whatever_chart_is_offered_can_be_drawn_and_the_rest_has_a_reason() {
    let edition = real();
    let lang = "lang=en&view=chart";
    for collection in 0..edition.schema.collections.len() {
        let id = &edition.schema.collections[collection].id;
        let mut ways = vec![format!("#/{id}?{lang}")];
        let mut seen = 0;
        // Two choices away from the first chart of each collection.
        for depth in 0..3 {
            for way in std::mem::take(&mut ways) {
                let (here, ignored) = parse(&way);
                assert_eq!(ignored, Vec::<String>::new());
                let made = own::chooser(&edition, collection, &here);
                assert_eq!(made.instead, None, "{way} was offered");
                let spec = made.spec.unwrap_or_else(|| panic!("{way} has no chart"));
                let refused = zhilan::chart::refusal(&edition, &spec, Lang::En);
                assert!(refused.is_none() || made.multiples, "{way}");
                assert!(made.refused.iter().all(|(_, reason)| reason.ends_with('.')));
                assert_eq!(made.forms.iter().filter(|p| p.chosen).count(), 1, "{way}");
                seen += 1;
                let picks = [
                    made.measures,
                    made.groups,
                    made.splits,
                    made.forms,
                    made.scales,
                    made.layouts,
                ];
                // Each kind of choice once more at every depth, so that the test stays short.
                let next = picks
                    .into_iter()
                    .flat_map(|p| p.into_iter().take(5 - depth));
                ways.extend(next.filter(|p| !p.chosen).map(|p| p.link));
            }
            ways.truncate(80);
        }
        assert!(seen > 1, "{id}");
    }
}
