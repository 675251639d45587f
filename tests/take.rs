//! What is taken away says what was shown: read back by programs that are not ours.
mod published;

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
use zhilan::take::{self, pins, Cell, Form, Parcel, Sheet};

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

/// Comma-separated values as RFC 4180 has them.
fn parsed(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, csv.chars().peekable());
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(chars.next(), Some('\n'), "lines end with CRLF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            ('\n', false) => panic!("a bare line feed"),
            (c, _) => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "ends whole");
    rows
}

fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
    }
}

#[test]
fn every_statement_of_a_view_is_one_row_in_the_order_of_the_hits() {
    let edition = edition();
    for index in 0..edition.schema.collections.len() {
        for (lang, context) in [(Lang::Zh, false), (Lang::En, true)] {
            let parcel = collection(index, lang, context);
            let sheet = take::sheet(&parcel);
            let beside = |e: &Entity| match context {
                true => edition.context_of(&e.id).len(),
                false => 0,
            };
            let entities = &edition.entities[index];
            let expected: Vec<&str> = entities
                .iter()
                .flat_map(|e| vec![e.id.as_str(); e.statements.len() + beside(e)])
                .collect();
            let found: Vec<String> = sheet.rows.iter().map(|row| text_of(&row[0])).collect();
            assert_eq!(found, expected);
            assert!(sheet
                .rows
                .iter()
                .all(|row| row.len() == sheet.columns.len()));
            for needed in [parcel.attribution(), parcel.address.clone()] {
                assert!(!needed.is_empty());
                assert!(sheet.notes.iter().any(|[_, text]| *text == needed));
            }
        }
    }
}

#[test]
fn a_table_takes_its_columns_only() {
    let edition = edition();
    let field = edition.schema.collections[0].card[0].clone();
    let address = Address {
        view: View::Table,
        columns: vec![field.clone()],
        ..here(Lang::En)
    };
    let parcel = Parcel::view(edition, 0, &[0, 1, 2], &address, BASE);
    let facts = parcel.items.iter().flat_map(|item| &item.facts);
    assert!(facts.clone().count() > 0);
    assert!(facts.into_iter().all(|f| f.statement.field == field));
}

#[test]
fn csv_opens_with_its_chinese_numbers_and_source() {
    let parcel = collection(0, Lang::Zh, true);
    let csv = take::text("csv", &parcel).unwrap();
    assert!(csv.starts_with('\u{feff}'));
    let rows = parsed(csv.trim_start_matches('\u{feff}'));
    let sheet = take::sheet(&parcel);
    assert_eq!(rows[0], sheet.columns);
    for (row, cells) in rows[1..].iter().zip(&sheet.rows) {
        let shown: Vec<String> = cells.iter().map(text_of).collect();
        let plain: Vec<&str> = row
            .iter()
            .map(|c| c.strip_prefix('\'').unwrap_or(c))
            .collect();
        assert_eq!(plain, shown);
    }
    let tail = &rows[sheet.rows.len() + 1..];
    assert_eq!(tail[0], [""]);
    assert!(tail
        .iter()
        .skip(1)
        .any(|row| row[1] == parcel.attribution()));
    assert!(tail.iter().skip(1).any(|row| row[1].starts_with(BASE)));
}

fn one_cell(cell: Cell) -> Sheet {
    Sheet {
        name: "数据".into(),
        columns: vec!["值".into()],
        rows: vec![vec![cell]],
        notes: vec![["a & b".into(), "<c>".into()]],
        notes_name: "出处".into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn no_cell_of_a_csv_file_is_a_formula(text in "[-=+@＝\t\r\n\"',a1.中 ]{0,6}") {
        let csv = take::csv(&one_cell(Cell::Text(text.clone())));
        let rows = parsed(csv.trim_start_matches('\u{feff}'));
        let cell = &rows[1][0];
        let guarded = format!("'{text}");
        prop_assert!([text, guarded].contains(cell));
        let number = cell.parse::<f64>().is_ok();
        prop_assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']));
    }

    #[test]
    fn any_text_and_any_number_come_back_from_a_workbook(text in "\\PC{0,12}", number in -1e15..1e15f64) {
        for cell in [Cell::Text(text), Cell::Number(number)] {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(take::xlsx(&one_cell(cell.clone())))).unwrap();
            let range = book.worksheet_range("数据").unwrap();
            match (cell, range.get_value((1, 0))) {
                (Cell::Text(text), None | Some(Data::Empty)) => prop_assert!(text.is_empty()),
                (Cell::Text(text), Some(Data::String(found))) => prop_assert_eq!(&text, found),
                (Cell::Number(number), Some(Data::Float(found))) => prop_assert_eq!(number, *found),
                (cell, found) => prop_assert!(false, "{:?} came back as {:?}", cell, found),
            }
        }
    }

    #[test]
    fn lines_of_a_picture_fit_and_lose_nothing(text in "[a-z中文，。（） ]{0,80}", width in 60.0..600.0f64) {
        let lines = take::wrapped(&text, width, 12.0);
        let whole = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(whole(&lines.concat()), whole(&text));
        prop_assert!(lines.iter().all(|line| line.chars().count() as f64 * 12.0 * 0.3 <= width));
    }

    #[test]
    fn nothing_but_a_list_of_pins_is_read_as_one(text in ".{0,60}") {
        prop_assert!(pins::read(&text).is_err());
    }

    #[test]
    fn a_list_of_pins_comes_back(notes in prop::collection::vec(".{0,20}", 0..6)) {
        let list = notes.into_iter().enumerate().map(|(n, note)| Pin { id: format!("id{n}"), note });
        let list: Vec<Pin> = list.collect();
        prop_assert_eq!(pins::read(&pins::write(&list)), Ok(list));
    }
}

#[test]
fn a_workbook_holds_what_the_sheet_holds() {
    for parcel in [collection(0, Lang::En, true), chart(Lang::Zh)] {
        let sheet = take::sheet(&parcel);
        let file = take::file("xlsx", &parcel).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes)).unwrap();
        assert_eq!(
            book.sheet_names(),
            [sheet.name.clone(), sheet.notes_name.clone()]
        );
        let range = book.worksheet_range(&sheet.name).unwrap();
        assert_eq!(range.height(), sheet.rows.len() + 1);
        for (at, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let found = range.get_value((at as u32 + 1, column as u32));
                match (cell, found) {
                    (Cell::Number(number), Some(Data::Float(found))) => assert_eq!(number, found),
                    (Cell::Text(text), Some(Data::String(found))) => {
                        assert_eq!(&text.replace("\r\n", "\n"), found);
                    }
                    (Cell::Text(text), None | Some(Data::Empty)) => assert_eq!(text, ""),
                    (cell, found) => panic!("{cell:?} came back as {found:?}"),
                }
            }
        }
        let notes = book.worksheet_range(&sheet.notes_name).unwrap();
        assert_eq!(notes.height(), sheet.notes.len());
        let formulas = book.worksheet_formula(&sheet.name).unwrap();
        assert!(formulas.is_empty(), "no cell is a formula");
    }
}

#[test]
fn a_number_is_plain_and_its_base_value_has_a_unit() {
    let sheet = take::sheet(&size_of_industry(Lang::En));
    let at = |name: &str| {
        let column = sheet.columns.iter().position(|c| c == name).unwrap();
        sheet.rows[0][column].clone()
    };
    assert_eq!(at("value"), Cell::Number(6233.0));
    assert_eq!(at("base value"), Cell::Number(623_300_000_000.0));
    assert_eq!(at("base unit"), Cell::Text("US$".into()));
    assert_eq!(at("qualifier"), Cell::Text("forecast".into()));
    assert_eq!(at("layer"), Cell::Text("report".into()));
    for index in 0..edition().schema.collections.len() {
        for item in collection(index, Lang::Zh, true).items {
            for fact in item.facts {
                let number = matches!(fact.statement.value, Value::Number(_));
                let unit = fact.statement.unit.is_some();
                let named = fact.base_unit != Label::default();
                let converted = fact.unit != fact.base_unit;
                assert!(number || fact.base.is_none());
                // 亿 without a noun is a plain number: its base unit is rightly empty.
                assert!(
                    fact.base.is_none() || named || !unit || converted,
                    "{}",
                    item.id
                );
            }
        }
    }
}

#[test]
fn json_holds_the_statements_as_the_data_files_have_them() {
    let edition = edition();
    let parcel = collection(1, Lang::En, true);
    let json: serde_json::Value =
        serde_json::from_str(&take::text("json", &parcel).unwrap()).unwrap();
    assert_eq!(json["attribution"], parcel.attribution());
    assert_eq!(json["address"], parcel.address);
    let spec = &edition.schema.collections[1];
    let mut again = Edition::begin(
        &published::file("schema.json"),
        &published::file("outline.json"),
    )
    .unwrap();
    assert_eq!(again.add(1, &json["entities"].to_string()), []);
    for (again, entity) in again.entities[1].iter().zip(&edition.entities[1]) {
        assert_eq!(again, entity, "in {}", spec.id);
    }
    assert_eq!(again.entities[1].len(), edition.entities[1].len());
    for entity in json["entities"].as_array().unwrap() {
        let id = entity["id"].as_str().unwrap();
        let beside = entity["context"].as_array().map_or(0, Vec::len);
        assert_eq!(beside, edition.context_of(id).len());
    }
    let chart = take::text("json", &chart(Lang::Zh)).unwrap();
    let chart: serde_json::Value = serde_json::from_str(&chart).unwrap();
    assert!(!chart["marks"].as_array().unwrap().is_empty());
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
fn gbt_names_body_title_place_year_section_pages_and_day() {
    assert_eq!(
        take::text("gbt", &size_of_industry(Lang::En)).unwrap(),
        "中国信息通信研究院. 人工智能发展报告(2024年)[R/OL]. 北京: 中国信息通信研究院, 2024: 一(四), 4-8[2025-01-31]. https://zhilan.example/app/#/entity/ai-industry-size?lang=en&at=amount."
    );
    let table = statement(Lang::Zh, |_, s| {
        s.source.place().and_then(|p| p.at.as_deref()) == Some("table 1")
    });
    let cited = take::text("gbt", &table).unwrap();
    assert!(
        cited.contains("2024: 二（一）1表1, 10[") || cited.contains("表1, 10["),
        "{cited}"
    );
    let apa = take::text("apa", &size_of_industry(Lang::Zh)).unwrap();
    assert_eq!(apa, "China Academy of Information and Communications Technology. (2024, December). 人工智能发展报告（2024年） [AI Development Report (2024)] (Section 1.4, pp. 4–8). Retrieved January 31, 2025, from https://zhilan.example/app/#/entity/ai-industry-size?at=amount");
    let view = take::text("gbt", &collection(0, Lang::Zh, false)).unwrap();
    assert!(
        view.starts_with("智览. 模型(") && view.contains("[DB/OL]. [2025-01-31]. https://"),
        "{view}"
    );
}

/// Parcels of every kind, in both languages.
fn everything() -> &'static [Parcel] {
    static EVERYTHING: OnceLock<Vec<Parcel>> = OnceLock::new();
    EVERYTHING.get_or_init(make_everything)
}

fn make_everything() -> Vec<Parcel> {
    let edition = edition();
    let mut parcels = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        parcels.push(chart(lang));
        parcels.push(size_of_industry(lang));
        for index in 0..edition.schema.collections.len() {
            parcels.push(collection(index, lang, true));
        }
        let context = Address {
            context: true,
            ..here(lang)
        };
        let all = edition.all().map(|(_, entity)| Pin {
            id: entity.id.clone(),
            note: String::new(),
        });
        let all: Vec<Pin> = all.collect();
        parcels.push(dated(Parcel::pins(edition, &all, &context, BASE)));
        for (_, entity) in edition.all().step_by(19) {
            let parcel = Parcel::entity(edition, &entity.id, &context, BASE);
            parcels.push(dated(parcel.unwrap()));
        }
    }
    parcels
}

#[test]
fn every_citation_is_read_by_a_bibtex_parser() {
    for parcel in everything() {
        let works = take::works(parcel);
        assert!(!works.is_empty());
        let text = take::text("bibtex", parcel).unwrap();
        let read = biblatex::Bibliography::parse(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
        assert_eq!(read.len(), works.len());
        for (entry, work) in read.iter().zip(&works) {
            assert_eq!(entry.key, work.key);
            let plain = |name: &str| {
                let chunks = entry.get(name).unwrap_or_else(|| panic!("{name}: {text}"));
                chunks
                    .iter()
                    .map(|c| c.v.get().to_owned())
                    .collect::<String>()
            };
            assert_eq!(plain("title"), *parcel.lang.of(&work.title));
            if work.form == Form::Report {
                let author = entry.author().unwrap();
                assert_eq!(author.len(), 1, "a body is one author");
                assert_eq!(author[0].name, *parcel.lang.of(&work.author));
                assert!(entry.get("institution").is_some());
                assert!(entry.date().is_ok(), "{text}");
                assert!(work.pages.is_empty() || entry.pages().is_ok(), "{text}");
            }
            if !work.url.is_empty() {
                assert_eq!(entry.url().unwrap(), work.url);
            }
        }
    }
}

#[test]
fn every_citation_is_read_by_a_ris_parser() {
    for parcel in everything() {
        let works = take::works(parcel);
        let text = take::text("ris", parcel).unwrap();
        let read = RisParser::new()
            .parse(&text)
            .unwrap_or_else(|e| panic!("{e}: {text}"));
        assert_eq!(read.len(), works.len());
        let named = works.iter().filter(|w| !w.author.en.is_empty()).count();
        assert_eq!(text.matches("\nAU  - ").count(), named);
        for (citation, work) in read.iter().zip(&works) {
            assert_eq!(citation.title, *parcel.lang.of(&work.title));
            if !work.url.is_empty() {
                assert!(citation.urls.contains(&work.url), "{text}");
            }
            if work.form == Form::Report {
                assert_eq!(citation.citation_type, ["Report"]);
                // A body is one author; this parser splits at “and”.
                assert!(!citation.authors.is_empty());
                assert_eq!(citation.date.as_ref().map(|d| d.year), Some(2024));
                assert_eq!(
                    citation.publisher.as_deref(),
                    Some(parcel.lang.of(&work.publisher))
                );
            }
        }
    }
}

#[test]
fn every_citation_is_csl() {
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    #[allow(dead_code)]
    struct Record {
        id: String,
        r#type: String,
        title: String,
        language: Option<String>,
        author: Option<Vec<Name>>,
        publisher: Option<String>,
        publisher_place: Option<String>,
        original_title: Option<String>,
        page: Option<String>,
        section: Option<String>,
        #[serde(rename = "URL")]
        url: Option<String>,
        note: Option<String>,
        issued: Option<Dated>,
        accessed: Option<Dated>,
    }
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Name {
        literal: String,
    }
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct Dated {
        date_parts: Vec<Vec<u16>>,
    }
    for parcel in everything() {
        let text = take::text("csl", parcel).unwrap();
        let read: Vec<Record> = serde_json::from_str(&text).unwrap();
        let works = take::works(parcel);
        assert_eq!(read.len(), works.len());
        let mut ids: Vec<&str> = read.iter().map(|r| r.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), read.len(), "keys are unique");
        for record in &read {
            assert!(["report", "figure", "dataset", "webpage"].contains(&record.r#type.as_str()));
            assert!(!record.id.is_empty() && !record.title.is_empty());
            if record.r#type == "report" {
                assert_eq!(record.issued.as_ref().unwrap().date_parts, [[2024, 12]]);
                assert_eq!(record.author.as_ref().unwrap().len(), 1);
                assert!(record.publisher.is_some() && record.section.is_some());
            }
            if record.url.is_some() {
                assert_eq!(
                    record.accessed.as_ref().unwrap().date_parts,
                    [[2025, 1, 31]]
                );
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

#[test]
fn a_pointer_finds_its_statement_again() {
    for (_, entity) in edition().all() {
        for at in 0..entity.statements.len() {
            let pointer = take::pointer(&entity.statements, at, false);
            assert_eq!(take::pointed(&entity.statements, false, &pointer), Some(at));
        }
    }
    assert_eq!(take::pointed(&[], false, "none"), None);
    let nowhere = |id: &str, at: &str| {
        let parcel = Parcel::statement(edition(), id, at, &here(Lang::Zh), BASE);
        assert_eq!(parcel, None);
    };
    nowhere("no such entity", "amount");
    nowhere("gpt-4", "no such field");
    nowhere("gpt-4", "");
    let beside = edition().context.iter().find(|a| a.statements.len() > 1);
    let beside = beside.unwrap();
    let at = take::pointer(&beside.statements, 1, true);
    let parcel = Parcel::statement(edition(), &beside.entity, &at, &here(Lang::Zh), BASE).unwrap();
    assert_eq!(parcel.items[0].facts[0].statement, beside.statements[1]);
    assert!(parcel.address.contains("layer=context") && parcel.address.contains("~beside"));
}

#[test]
fn pins_are_kept_moved_noted_and_refused_with_a_sentence() {
    use pins::Change::*;
    let mut list = Vec::new();
    for id in ["a", "b", "c"] {
        list = pins::changed(list, &Toggle(id.into()));
    }
    list = pins::changed(list, &Note("c".into(), "看这个".into()));
    list = pins::changed(list, &Up("c".into()));
    list = pins::changed(list, &Up("a".into()));
    list = pins::changed(list, &Down("b".into()));
    let ids = |list: &[Pin]| list.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&list), ["a", "c", "b"]);
    assert_eq!(list[1].note, "看这个");
    let shared = vec![
        Pin {
            id: "c".into(),
            note: "theirs".into(),
        },
        Pin {
            id: "d".into(),
            note: "new".into(),
        },
    ];
    list = pins::changed(list, &Add(shared));
    assert_eq!(ids(&list), ["a", "c", "b", "d"]);
    assert_eq!(
        list[1].note, "看这个",
        "one's own note is never overwritten"
    );
    list = pins::changed(list, &Toggle("a".into()));
    assert!(!pins::has(&list, "a"));
    let big = format!(
        r#"{{"format":1,"pins":[{{"id":"a","note":"{}"}}]}}"#,
        "x".repeat(1_000_000)
    );
    assert_eq!(pins::read(&big), Err(pins::Refusal::TooLarge));
    assert_eq!(
        pins::read(r#"{"format":2,"pins":[]}"#),
        Err(pins::Refusal::Newer)
    );
    for bad in [
        "",
        "[]",
        "{}",
        r#"{"format":1,"pins":[{"note":"x"}]}"#,
        r#"{"format":1,"pins":[{"id":""}]}"#,
    ] {
        assert_eq!(pins::read(bad), Err(pins::Refusal::NotPins), "{bad}");
    }
    let unknown = pins::read(r#"{"format":1,"pins":[{"id":"from-2025"}]}"#).unwrap();
    let parcel = Parcel::pins(edition(), &unknown, &here(Lang::Zh), BASE);
    assert_eq!(text_of(&take::sheet(&parcel).rows[0][0]), "from-2025");
}
