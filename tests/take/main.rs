//! What is taken away says what was shown: read back by programs that are not ours.
#[path = "../published/mod.rs"]
mod published;

mod citations;
mod files;
mod pins;

use biblib::{CitationParser, RisParser};
use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use std::io::Cursor;
use std::sync::OnceLock;
use zhilan::chart::{figure, Spec};
use zhilan::lens::Lang;
use zhilan::link::{Address, Page, Pin, View};
use zhilan::present::catalogue::Catalogue;
use zhilan::report::{load, Edition, Entity, Label, Statement, Value};
use zhilan::take::{self, Cell, Form, Parcel, Sheet};

const BASE: &str = "https://zhilan.example/app/";

/// The published edition, with the public record beside it.
fn edition() -> &'static Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    EDITION.get_or_init(|| published::edition(&published::file("schema.json"), true))
}

fn here(lang: Lang) -> Address {
    Address {
        lang,
        ..Address::default()
    }
}

fn dated(mut parcel: Parcel) -> Parcel {
    parcel.accessed = "2025-01-31".into();
    parcel
}

/// The first statement for which something holds, as a parcel.
fn statement(lang: Lang, fits: impl Fn(&Entity, &Statement) -> bool) -> Parcel {
    let edition = edition();
    for (_, entity) in edition.all() {
        for (at, statement) in entity.statements.iter().enumerate() {
            if fits(entity, statement) {
                let pointer = take::pointer(&entity.statements, at, false);
                let parcel = Parcel::statement(edition, &entity.id, &pointer, &here(lang), BASE);
                return dated(parcel.unwrap());
            }
        }
    }
    panic!("no such statement");
}

fn size_of_industry(lang: Lang) -> Parcel {
    statement(lang, |_, s| s.value == Value::Number(6233.0))
}

fn collection(index: usize, lang: Lang, context: bool) -> Parcel {
    let edition = edition();
    let page = Page::Collection(edition.schema.collections[index].id.clone());
    let address = Address {
        page,
        lang,
        context,
        ..Address::default()
    };
    let outcome = Catalogue::new(edition, index).outcome(&address);
    let hits: Vec<u32> = outcome.hits.to_vec();
    dated(Parcel::view(edition, index, &hits, &address, BASE))
}

fn chart(lang: Lang) -> Parcel {
    let edition = edition();
    let charts: Vec<Spec> = load::read("charts.json", &published::file("charts.json")).unwrap();
    let spec = charts.iter().find(|c| c.measure.is_some()).unwrap();
    let index = edition.collection(&spec.collection).unwrap();
    let all: Vec<&Entity> = edition.entities[index].iter().collect();
    let figure = figure(edition, spec, &all, lang, false);
    let address = Address {
        page: Page::Collection(spec.collection.clone()),
        lang,
        ..Address::default()
    };
    let lead = |_| address.clone();
    dated(Parcel::chart(edition, &figure, &address, BASE, lead))
}

fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
    }
}

#[test]
fn sentences_that_were_asked_for() {
    let (zh, en) = (size_of_industry(Lang::Zh), size_of_industry(Lang::En));
    assert_eq!(
        take::text("zh", &zh).unwrap(),
        "据中国信通院《人工智能发展报告（2024年）》一（四），2024年全球人工智能产业规模预计将达到6233亿美元（据IDC）。"
    );
    assert_eq!(
        take::text("en", &en).unwrap(),
        "According to CAICT’s AI Development Report (2024), section 1.4, the figure for “Global AI industry size” in 2024 is forecast at US$623.3 billion (according to IDC)."
    );
}

#[test]
fn every_statement_can_be_said() {
    let edition = edition();
    let report = size_of_industry(Lang::Zh).report;
    for index in 0..edition.schema.collections.len() {
        for item in collection(index, Lang::Zh, true).items {
            for fact in &item.facts {
                for (n, lang) in [Lang::Zh, Lang::En].into_iter().enumerate() {
                    let said = take::sentence(&report, &item, fact, lang);
                    let shown = &fact.shown[n];
                    let has = |part: &str| {
                        assert!(said.contains(part), "“{part}” is missing: {said}");
                    };
                    has(shown.main.trim_end_matches(['。', '.', '；', ';']));
                    // A verb may hold the qualifier in parts: 预计超 as 预计将超过, forecast over as forecast at over.
                    match lang {
                        Lang::Zh => shown.qualifier.chars().for_each(|c| has(&c.to_string())),
                        Lang::En => shown.qualifier.split(' ').for_each(has),
                    }
                    has(&shown.unit);
                    match &fact.spot {
                        Some(spot) => {
                            has(lang.of(&spot.number));
                            has(lang.of(&spot.at));
                        }
                        None => has(lang.pick("非报告所述", "not in the report")),
                    }
                    if let Some(date) = &fact.statement.as_of {
                        has(&zhilan::lens::show_date(date, lang));
                    }
                    has(lang.of(&fact.said_by));
                    has(lang.of(&item.name));
                    assert!(said.ends_with(lang.pick("。", ".")), "{said}");
                    assert!(!said.ends_with("。。") && !said.ends_with(".."), "{said}");
                    let twice = [&shown.qualifier[..], &shown.unit, &shown.qualifier].concat();
                    let both = !shown.qualifier.is_empty() && said.contains(&twice);
                    assert!(!both, "a qualifier is said once: {said}");
                    assert!(!said.contains("  ") && !said.contains("{"), "{said}");
                    for (open, close) in [('（', '）'), ('(', ')'), ('“', '”')] {
                        let count = |c: char| said.matches(c).count();
                        assert_eq!(count(open), count(close), "{said}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_picture_stands_alone() {
    let mut parcel = chart(Lang::Zh);
    parcel.picture = r#"<svg width="600" height="300" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300"><rect/></svg>"#.into();
    let svg = take::text("svg", &parcel).unwrap();
    let count = |part: &str| svg.matches(part).count();
    assert_eq!((count("<svg"), count("</svg>")), (2, 2));
    assert_eq!(count("<text"), count("</text>"));
    assert!(svg.contains("来源：") && svg.contains("zhilan.example"));
    assert!(
        svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"")
            && svg.contains("width=\"648\"")
    );
}

#[test]
fn file_names_speak() {
    let name = |parcel: &Parcel| take::file("csv", parcel).unwrap().name;
    assert_eq!(name(&chart(Lang::Zh)), "zhilan-models-context-length.csv");
    let edition = edition();
    let address = Address {
        facets: vec![("developer".into(), vec!["openai".into()])],
        ..here(Lang::Zh)
    };
    let parcel = Parcel::view(edition, 0, &[], &address, BASE);
    assert_eq!(name(&parcel), "zhilan-models-developer-openai.csv");
    assert_eq!(
        name(&size_of_industry(Lang::Zh)),
        "zhilan-ai-industry-size-amount.csv"
    );
    assert_eq!(take::file("exe", &parcel), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn lines_of_a_picture_fit_and_lose_nothing(text in "[a-z中文，。（） ]{0,80}", width in 60.0..600.0f64) {
        let lines = take::wrapped(&text, width, 12.0);
        let whole = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(whole(&lines.concat()), whole(&text));
        prop_assert!(lines.iter().all(|line| line.chars().count() as f64 * 12.0 * 0.3 <= width));
    }
}
