//! Tables, workbooks and JSON hold exactly what was shown.
use super::*;

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
