//! The pages beside the explorer say what the data says: cross-check, dictionary, exhibits, keys, languages.
use zhilan::lens::{runs, Lang};
use zhilan::link::{parse, Address};
use zhilan::present::keys::{Act, Reader, PAGES};
use zhilan::present::{about, checks, dictionary, exhibit, line, words};
use zhilan::report::{Display, Drawn, Edition, Verdict};

const SCHEMA: &str = r#"{"format":1,"collections":[
        {"id":"birds","name":{"zh":"鸟","en":"Birds"},"unit":{"zh":"种鸟","en":"birds"}},
        {"id":"plates","name":{"zh":"图版","en":"Plates"}}],
    "fields":[
        {"id":"colour","kind":"term","terms":"colours","name":{"zh":"颜色","en":"Colour"},"note":{"zh":"羽毛的颜色","en":"Of the plumage"}},
        {"id":"weight","kind":"number","unit":"g","name":{"zh":"体重","en":"Weight"}},
        {"id":"shows","kind":"text","name":{"zh":"所示","en":"Shows"}},
        {"id":"length","kind":"number","name":{"zh":"体长","en":"Length"},"context":true}],
    "terms":{"colours":[{"id":"red","name":{"zh":"红","en":"Red"}},{"id":"blue","name":{"zh":"蓝","en":"Blue"}}]},
    "units":[{"id":"g","name":{"zh":"克","en":"grams"}}],
    "qualifiers":[{"id":"exact","name":{"zh":"","en":""}},
        {"id":"over","name":{"zh":"超","en":"over"},"note":{"zh":"大于此数","en":"larger than this"}}]}"#;
const OUTLINE: &str = r#"{"title":{"zh":"书","en":"Book"},"publisher":{"zh":"社","en":"Press"},"date":"2024",
    "sections":[{"id":"1","number":{"zh":"一","en":"1"},"name":{"zh":"章","en":"Chapter"}}],
    "tables":[{"id":"t1","number":1,"name":{"zh":"表","en":"Table"},"page":3,"section":"1"}]}"#;
const BIRDS: &str = r#"[
    {"id":"robin","name":{"zh":"知更鸟","en":"Robin"},"statements":[
        {"field":"colour","value":{"term":"red"},"source":{"section":"1","at":"table 1"}},
        {"field":"weight","value":20,"unit":"g","qualifier":"over","as_of":"2023","source":{"section":"1","at":"table 1"}},
        {"field":"weight","value":30,"unit":"g","as_of":"2024","derived_from":{"inputs":[],"formula":"20 × 1.5"},"source":{"section":"1","at":"text"}}]},
    {"id":"finch","name":{"zh":"雀","en":"Finch"},"statements":[
        {"field":"colour","value":{"term":"red"},"source":{"section":"1"}}]},
    {"id":"jay","name":{"zh":"松鸦","en":"Jay"},"statements":[
        {"field":"colour","value":{"term":"blue"},"source":{"section":"1","at":"table 1"}}]}]"#;
const PLATES: &str = r#"[{"id":"t1","name":{"zh":"表1","en":"Table 1"},
    "display":{"kind":"table","captions":["shows"],"columns":["colour","name","weight"],"heads":[{"zh":"色","en":"Hue"}],"rows":["robin finch","jay"]},
    "statements":[{"field":"shows","value":{"text":{"zh":"全部","en":"All rows."}},"source":{"section":"1"}}]}]"#;

fn edition() -> Edition {
    let mut edition = Edition::begin(SCHEMA, OUTLINE).unwrap();
    assert_eq!(edition.add(0, BIRDS), []);
    assert_eq!(edition.add(1, PLATES), []);
    let check = |id: &str, statement: &str, verdict: &str| {
        format!(
            r#"{{"id":"{id}","statement":"{statement}","verdict":"{verdict}","record":{{"zh":"录","en":"record {id}"}},
            "why":{{"zh":"因","en":"why {id}"}},"against":[{{"title":"Bird book","as_of":"2020","kind":"primary"}}]}}"#
        )
    };
    let all = [
        check("c1", "robin/weight", "agrees"),
        check("c2", "robin/weight#2", "differs"),
        check("c3", "jay/colour", "not_comparable"),
    ];
    assert_eq!(edition.add_checks(&format!("[{}]", all.join(","))), []);
    let concepts = r#"[{"id":"bird","term":{"zh":"鸟类","en":"bird"},"definition":{"zh":"有羽毛","en":"It has feathers."},"entity":"robin"}]"#;
    assert_eq!(edition.add_concepts(concepts), []);
    let context = r#"[{"entity":"jay","statements":[{"field":"length","value":1,"source":{"title":"Bird book","kind":"primary"}}]}]"#;
    assert_eq!(edition.add_context("context.json", context), []);
    assert_eq!((edition.dangling(), edition.drawings()), (vec![], vec![]));
    edition
}

fn at(fragment: &str) -> Address {
    let (address, ignored) = parse(fragment);
    assert_eq!(ignored, Vec::<String>::new(), "{fragment}");
    address
}

#[test]
fn checks_are_grouped_by_verdict_with_those_that_differ_first() {
    let edition = edition();
    let page = checks::checks(&edition, &at("#/checks?lang=en"));
    let verdicts: Vec<_> = page
        .groups
        .iter()
        .map(|(v, rows)| (*v, rows.len()))
        .collect();
    assert_eq!(
        verdicts,
        [
            (Verdict::Differs, 1),
            (Verdict::NotComparable, 1),
            (Verdict::Agrees, 1)
        ]
    );
    assert!(page.lead.starts_with("3 statements") && page.lead.contains("1 agree, 1 differ"));
    let differs = &page.groups[0].1[0];
    let line = differs.line.as_ref().unwrap();
    assert_eq!(
        (differs.entity.0.as_str(), line.value.main.as_str()),
        ("Robin", "30")
    );
    assert_eq!(differs.against[0].note, "2020, primary source");
    let signs = checks::VERDICTS.map(words::verdict_sign);
    assert!(signs[0] != signs[1] && signs[1] != signs[2] && signs[0] != signs[2]);
}

#[test]
fn checks_can_be_chosen_by_verdict_by_collection_by_text_and_by_id() {
    let edition = edition();
    let shown = |fragment: &str| {
        let page = checks::checks(&edition, &at(fragment));
        let rows = page.groups.into_iter().flat_map(|(_, rows)| rows);
        rows.map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(
        shown("#/checks?verdict=agrees,not_comparable"),
        ["c3", "c1"]
    );
    assert_eq!(shown("#/checks?in=plates"), Vec::<String>::new());
    assert_eq!(shown("#/checks?q=%E6%9D%BE%E9%B8%A6"), ["c3"]);
    assert_eq!(shown("#/checks?q=c2"), ["c2"]);
    assert_eq!(
        shown("#/checks?q=c2&verdict=agrees"),
        ["c2"],
        "an id is meant as such"
    );
    let page = checks::checks(&edition, &at("#/checks?verdict=agrees"));
    assert!(page.verdicts[2].chosen && page.verdicts[2].link == "#/checks");
    assert_eq!(
        page.verdicts[0].count, 1,
        "what could still be added is counted"
    );
}

#[test]
fn a_statement_leads_to_its_check_and_its_qualifier_to_its_meaning() {
    let edition = edition();
    let here = at("#/birds?lang=en");
    let robin = edition.find("robin").unwrap().1;
    let first = line(&edition, robin, 1, &here);
    assert_eq!(first.check.unwrap().1, "#/checks?lang=en&q=c1");
    let explained = first.explained.unwrap();
    assert_eq!(explained, "#/dictionary?lang=en&q=qualifier%3Aover");
    assert_eq!(first.value.meaning, "larger than this");
    assert_eq!(first.original.as_deref(), Some("超20克"));
    let second = line(&edition, robin, 2, &here);
    assert_eq!(
        second.mark.unwrap(),
        ("derived", "#/dictionary?lang=en&q=mark%3Aderived".into())
    );
    let page = dictionary::dictionary(&edition, &at(&explained));
    assert!(page.single && page.qualifiers.len() == 1 && page.concepts.is_empty());
    assert_eq!(page.qualifiers[0].means, "larger than this");
}

#[test]
fn the_dictionary_lists_the_fields_that_a_collection_uses_in_either_layer() {
    let edition = edition();
    let page = dictionary::dictionary(&edition, &at("#/dictionary?lang=en&in=birds"));
    let birds = &page.shelves[0];
    let fields: Vec<_> = birds
        .fields
        .iter()
        .map(|f| (f.id.as_str(), f.stated.as_str()))
        .collect();
    assert_eq!(
        fields,
        [
            ("colour", "3 birds"),
            ("weight", "1 of 3 birds"),
            ("length", "1 of 3 birds")
        ]
    );
    assert!(birds.fields[2].context && birds.fields[0].terms.len() == 2);
    assert_eq!(birds.fields[1].detail, "number, grams");
    assert!(page.shelves[1].fields.is_empty() && page.shelves[1].count == 1);
    assert_eq!(
        page.qualifiers.len(),
        1,
        "an exact value has no qualifier to explain"
    );
    let page = dictionary::dictionary(&edition, &at("#/dictionary?lang=en&q=feathers"));
    assert!(page.concepts.len() == 1 && page.shelves.is_empty());
    let page = dictionary::dictionary(&edition, &at("#/dictionary?q=field:colour"));
    assert_eq!(page.shelves[0].fields.len(), 1);
}

#[test]
fn a_table_is_drawn_as_printed() {
    let edition = edition();
    let entity = edition.find("t1").unwrap().1;
    let display = &Display::of(entity).unwrap().unwrap();
    assert_eq!(display.kind, Drawn::Table);
    let here = at("#/entity/t1?lang=en");
    let table = exhibit::table(&edition, entity, display, &here);
    assert_eq!(table.heads, ["Hue", "", "Weight"]);
    let names = |row: usize, cell: usize| {
        let items = table.rows[row].cells[cell].items.iter();
        items.map(|item| item.name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(names(0, 1), ["Robin", "Finch"], "two entities share a row");
    assert_eq!(names(0, 0), ["Red"], "what both say is said once");
    assert_eq!(
        names(0, 2),
        ["over 20 grams"],
        "what the text says is not in the table"
    );
    assert_eq!(names(1, 2), Vec::<&str>::new());
    assert_eq!(
        table.rows[0].source.as_ref().unwrap().name,
        "1, table 1, p. 3"
    );
    let captions = exhibit::captions(&edition, entity, display, &here);
    assert_eq!(captions, [["Shows".to_owned(), "All rows.".to_owned()]]);
}

#[test]
fn a_drawing_of_an_unknown_kind_is_named_and_the_page_is_kept() {
    let mut edition = Edition::begin(SCHEMA, OUTLINE).unwrap();
    let entity = |id: &str, display: &str| {
        let name = r#""name":{"zh":"甲","en":"A"},"statements":[]"#;
        format!(r#"{{"id":"{id}","display":{display},{name}}}"#)
    };
    let json = [
        entity("x", r#"{"kind":"hologram"}"#),
        entity("y", r#"{"kind":"series","statements":["robin/weight#9"]}"#),
        entity(
            "z",
            r#"{"kind":"diagram","groups":[{"name":{"zh":"组","en":"Group"},"boxes":[{"entity":"nobody"}]}]}"#,
        ),
    ];
    assert_eq!(edition.add(1, &format!("[{}]", json.join(","))), []);
    let problems: Vec<_> = edition.drawings().iter().map(ToString::to_string).collect();
    assert!(problems[0].starts_with("plates.json › x › display: unknown variant `hologram`"));
    assert!(problems[1].contains("robin/weight#9") && problems[2].contains("nobody"));
    assert_eq!(edition.entities[1].len(), 3);
}

#[test]
fn a_series_marks_what_is_stated_and_what_is_derived() {
    use zhilan::chart::{series, Drawing};
    let edition = edition();
    let paths = ["robin/weight", "robin/weight#2"].map(|path| edition.statement(path).unwrap());
    let points = paths.map(|(_, entity, at)| (entity, &entity.statements[at]));
    let figure = series(&edition, &points, Lang::En);
    assert_eq!(figure.rows, ["2023", "2024"]);
    let drawings: Vec<_> = figure.marks.iter().map(|mark| mark.drawing).collect();
    assert_eq!(drawings, [Drawing::Stated, Drawing::Derived]);
    assert_eq!(
        figure.headline,
        "Robin runs from 2023 (over 20 grams) to 2024 (30 grams)"
    );
}

#[test]
fn keys_are_read_one_by_one() {
    let mut reader = Reader::default();
    assert_eq!(reader.read("j"), Some(Act::Next));
    assert_eq!(reader.read("g"), None);
    assert!(reader.waits());
    assert_eq!(
        reader.read("t"),
        PAGES.iter().position(|p| p.letter == "t").map(Act::Go)
    );
    assert_eq!(
        reader.read("t"),
        Some(Act::Theme),
        "only the key after g is part of it"
    );
    reader.read("g");
    assert_eq!(reader.read("1"), Some(Act::Go(PAGES.len())));
    reader.read("g");
    assert_eq!((reader.read("q"), reader.read("q")), (None, None));
}

#[test]
fn runs_of_the_other_language_are_told_apart() {
    assert_eq!(
        runs("See 《第14110号行政令》 of 2023", Lang::En),
        [
            (None, "See "),
            (Some(Lang::Zh), "《第14110号行政令》"),
            (None, " of 2023")
        ]
    );
    assert_eq!(runs("plain", Lang::En), [(None, "plain")]);
    assert_eq!(runs("Llama models: README", Lang::Zh)[0].0, Some(Lang::En));
    assert_eq!(runs("GPT-4", Lang::Zh), [(None, "GPT-4")]);
    assert_eq!(runs("由IDC给出 A B", Lang::Zh)[0].0, None);
    assert_eq!(runs("", Lang::En), [(None, "")]);
}

#[test]
fn the_about_page_names_every_data_file_in_both_languages() {
    let edition = edition();
    let files = about::files(&edition, Lang::En);
    let links: Vec<_> = files
        .iter()
        .map(|f| f.link.rsplit("2024/").next().unwrap())
        .collect();
    for file in ["birds.json", "plates.json", "schema.json", "glossary.json"] {
        assert!(links.contains(&file), "{file}");
    }
    assert!(links.contains(&"context.json"));
    for lang in [Lang::Zh, Lang::En] {
        let parts = about::parts(&edition, lang);
        let foreign = |text: &str| text.contains(zhilan::lens::is_chinese) != (lang == Lang::Zh);
        assert!(parts.len() >= 6 && parts.iter().all(|p| !foreign(p.heading)));
    }
}
