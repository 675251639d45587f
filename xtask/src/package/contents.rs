//! Which tables there are, and what stands in them.

use super::tables::{cell, joined, list, plain, Table};
use anyhow::Result;
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// The data files that the tables are made from.
pub struct Files {
    /// schema.json
    pub schema: Value,
    /// outline.json
    pub outline: Value,
    /// crosscheck.json
    pub crosscheck: Value,
    /// glossary.json
    pub glossary: Value,
    /// Collection id, its entities, what is known beside the report.
    pub collections: Vec<(String, Value, Value)>,
}

type Column = (&'static str, &'static str, &'static str);
const ID: Column = ("id", "string", "Stable id");
const NAMES: [Column; 2] = [
    ("name_zh", "string", "Chinese name"),
    ("name_en", "string", "English name"),
];

/// All tables.
pub fn all(files: &Files) -> Result<Vec<Table>> {
    let schema = &files.schema;
    let mut terms = Vec::new();
    for (name, items) in schema["terms"].as_object().into_iter().flatten() {
        terms.extend(
            list(items)
                .iter()
                .map(|term| with(term, "list", json!(name))),
        );
    }
    let mut entities = Vec::new();
    for (id, all, _) in &files.collections {
        entities.extend(list(all).iter().map(|e| with(e, "collection", json!(id))));
    }
    let against = |check: &Value, key: &str| {
        list(&check["against"])
            .iter()
            .map(|a| a[key].clone())
            .collect::<Vec<_>>()
    };
    let checks = list(&files.crosscheck).iter().map(|check| {
        let mut check = check.clone();
        check["statement"] = json!(["report/", &cell(&check["statement"])].concat());
        for key in ["title", "url"] {
            check[["source_", key].concat()] = json!(against(&check, key));
        }
        check
    });
    Ok(vec![
        plain(
            table(
                "entities",
                "What the report speaks of",
                &[
                    &[ID, ("collection", "string", "Its collection")],
                    &NAMES[..],
                    &[
                        ("aliases", "string", "Other names, parted by ` | `"),
                        (
                            "summary_zh",
                            "string",
                            "What it is, in Chinese, in our words",
                        ),
                        (
                            "summary_en",
                            "string",
                            "What it is, in English, in our words",
                        ),
                    ],
                ],
                &["id"],
                &[],
            ),
            entities,
            &[
                "id",
                "collection",
                "name.zh",
                "name.en",
                "aliases",
                "summary.zh",
                "summary.en",
            ],
        )?,
        statements(files)?,
        plain(
            table(
                "fields",
                "What is said of entities",
                &[
                    &[ID, ("kind", "string", "Kind of value")],
                    &NAMES[..],
                    &[
                        ("terms", "string", "Its list of terms"),
                        ("unit", "string", "Its usual unit"),
                        (
                            "context",
                            "boolean",
                            "Whether only the context layer uses it",
                        ),
                    ],
                ],
                &["id"],
                &[("unit", "units")],
            ),
            list(&schema["fields"]).iter().cloned(),
            &[
                "id", "kind", "name.zh", "name.en", "terms", "unit", "context",
            ],
        )?,
        plain(
            table(
                "terms",
                "Controlled lists",
                &[&[("list", "string", "The list"), ID], &NAMES[..]],
                &["list", "id"],
                &[],
            ),
            terms,
            &["list", "id", "name.zh", "name.en"],
        )?,
        plain(
            table(
                "units",
                "Units as printed",
                &[
                    &[ID],
                    &NAMES[..],
                    &[("factor", "number", "One of it in its base unit")],
                ],
                &["id"],
                &[],
            ),
            list(&schema["units"]).iter().cloned(),
            &["id", "name.zh", "name.en", "factor"],
        )?,
        plain(
            table(
                "sections",
                "The report's sections in reading order",
                &[
                    &[
                        ID,
                        ("number_zh", "string", "Number as printed"),
                        ("number_en", "string", "Number in English"),
                    ],
                    &NAMES[..],
                    &[(
                        "page",
                        "integer",
                        "The page it starts on, where the contents say",
                    )],
                ],
                &["id"],
                &[],
            ),
            list(&files.outline["sections"]).iter().cloned(),
            &["id", "number.zh", "number.en", "name.zh", "name.en", "page"],
        )?,
        plain(
            table(
                "glossary",
                "One concept, one word in each language",
                &[&[
                    ID,
                    ("term_zh", "string", "The Chinese word"),
                    ("term_en", "string", "The English word"),
                    ("abbreviation", "string", "Its abbreviation"),
                    ("definition_zh", "string", "What it means, in Chinese"),
                    ("definition_en", "string", "What it means, in English"),
                    ("entity", "string", "The entity that stands for it"),
                ]],
                &["id"],
                &[("entity", "entities")],
            ),
            list(&files.glossary).iter().cloned(),
            &[
                "id",
                "term.zh",
                "term.en",
                "abbreviation",
                "definition.zh",
                "definition.en",
                "entity",
            ],
        )?,
        plain(
            table(
                "crosscheck",
                "Statements of the report beside the public record",
                &[&[
                    ID,
                    ("statement", "string", "The statement"),
                    ("verdict", "string", "agrees, differs or not_comparable"),
                    (
                        "record_zh",
                        "string",
                        "What the public record says, in Chinese",
                    ),
                    ("record_en", "string", "The same in English"),
                    ("why_zh", "string", "Why, in Chinese"),
                    ("why_en", "string", "Why, in English"),
                    (
                        "source_title",
                        "string",
                        "Titles of the sources, parted by ` | `",
                    ),
                    (
                        "source_url",
                        "string",
                        "Addresses of the sources, parted by ` | `",
                    ),
                ]],
                &["id"],
                &[("statement", "statements")],
            ),
            checks,
            &[
                "id",
                "statement",
                "verdict",
                "record.zh",
                "record.en",
                "why.zh",
                "why.en",
                "source_title",
                "source_url",
            ],
        )?,
    ])
}

fn table(
    name: &'static str,
    title: &'static str,
    columns: &[&[Column]],
    key: &'static [&'static str],
    references: &'static [(&'static str, &'static str)],
) -> Table {
    Table {
        name,
        title,
        columns: columns.concat(),
        key,
        references,
        rows: Vec::new(),
    }
}

fn with(value: &Value, key: &str, more: Value) -> Value {
    let mut value = value.clone();
    value[key] = more;
    value
}

const STATEMENTS: &[Column] = &[
    (
        "id",
        "string",
        "Layer, entity and field, with #2 for the second of that field",
    ),
    (
        "layer",
        "string",
        "report: what the report states; context: what is publicly known beside it",
    ),
    ("entity", "string", "Of what it is said"),
    ("field", "string", "What is said of it"),
    ("value_number", "number", "A number, in the unit as printed"),
    ("value_text_zh", "string", "A text in Chinese"),
    ("value_text_en", "string", "A text in English"),
    ("value_term", "string", "A term of the field's list"),
    ("value_entity", "string", "An entity"),
    (
        "value_date",
        "string",
        "A date with the printed precision: 2024, 2024-H1, 2024-06, 2024-06-30",
    ),
    ("value_bool", "boolean", "Yes or no"),
    (
        "qualifier",
        "string",
        "About, over, nearly, forecast and so on",
    ),
    ("unit", "string", "The unit as printed"),
    ("as_of", "string", "The date it holds for"),
    (
        "scope_zh",
        "string",
        "What exactly it is said of, in Chinese",
    ),
    (
        "scope_en",
        "string",
        "What exactly it is said of, in English",
    ),
    ("said_by", "string", "Whom the report names for it"),
    (
        "derived_formula",
        "string",
        "How it was computed, if it was",
    ),
    ("section", "string", "The section it stands in"),
    (
        "at",
        "string",
        "text, or a table, figure or footnote with its number",
    ),
    (
        "tokens",
        "string",
        "What to look for in the PDF, parted by ` | `",
    ),
    ("source_title", "string", "A public source's title"),
    ("source_url", "string", "Its address"),
    (
        "source_kind",
        "string",
        "primary, repository, secondary or reprint",
    ),
];

fn statements(files: &Files) -> Result<Table> {
    let mut table = table(
        "statements",
        "What is said of entities, a row each, in both layers",
        &[STATEMENTS],
        &["id"],
        &[
            ("entity", "entities"),
            ("field", "fields"),
            ("value_entity", "entities"),
            ("unit", "units"),
            ("said_by", "entities"),
            ("section", "sections"),
        ],
    );
    let report = files
        .collections
        .iter()
        .map(|(_, all, _)| ("report", "id", all));
    let context = files
        .collections
        .iter()
        .map(|(_, _, all)| ("context", "entity", all));
    for (layer, key, all) in report.chain(context) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for entity in list(all) {
            for statement in list(&entity["statements"]) {
                let (value, source) = (&statement["value"], &statement["source"]);
                let typed = |yes: bool| if yes { cell(value) } else { String::new() };
                let path = format!(
                    "{layer}/{}/{}",
                    cell(&entity[key]),
                    cell(&statement["field"])
                );
                let nth = seen.entry(path.clone()).or_default();
                *nth += 1;
                table.rows.push(vec![
                    if *nth > 1 {
                        format!("{path}#{nth}")
                    } else {
                        path
                    },
                    layer.to_owned(),
                    cell(&entity[key]),
                    cell(&statement["field"]),
                    typed(value.is_number()),
                    cell(&value["text"]["zh"]),
                    cell(&value["text"]["en"]),
                    cell(&value["term"]),
                    cell(&value["entity"]),
                    cell(&value["date"]),
                    typed(value.is_boolean()),
                    cell(&statement["qualifier"]),
                    cell(&statement["unit"]),
                    cell(&statement["as_of"]),
                    cell(&statement["scope"]["zh"]),
                    cell(&statement["scope"]["en"]),
                    cell(&statement["said_by"]),
                    cell(&statement["derived_from"]["formula"]),
                    cell(&source["section"]),
                    cell(&source["at"]),
                    joined(&source["tokens"])?,
                    cell(&source["title"]),
                    cell(&source["url"]),
                    cell(&source["kind"]),
                ]);
            }
        }
    }
    Ok(table)
}
