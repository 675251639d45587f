//! The CSV tables of the data package, made from the data files.

use anyhow::{bail, Result};
use serde_json::{json, Value};

/// Between the items of a cell that holds several.
pub const SEPARATOR: &str = " | ";

/// A table: its name, columns (name, type, what it holds), rows, key and references.
pub struct Table {
    /// Its name; also its file's.
    pub name: &'static str,
    /// What it holds.
    pub title: &'static str,
    /// Columns: name, type, meaning.
    pub columns: Vec<(&'static str, &'static str, &'static str)>,
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// Columns that refer to the `id` of another table.
    pub references: &'static [(&'static str, &'static str)],
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as RFC 4180 has it, but for the line ends: UTF-8 without a mark, LF.
    pub fn csv(&self) -> String {
        let mut out = String::new();
        let names = self
            .columns
            .iter()
            .map(|(name, ..)| (*name).to_owned())
            .collect();
        for row in std::iter::once(&names).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            out.push_str(&cells.join(","));
            out.push('\n');
        }
        out
    }

    /// Its Frictionless schema.
    pub fn schema(&self) -> Value {
        let field = |(name, kind, about): &(&str, &str, &str)| {
            let mut field = json!({"name": name, "type": kind, "description": about});
            if self.key.contains(name) {
                field["constraints"] = json!({"required": true});
            }
            field
        };
        let fields: Vec<Value> = self.columns.iter().map(field).collect();
        let foreign = self.references.iter().map(|(column, table)| {
            json!({"fields": [column], "reference": {"resource": table, "fields": ["id"]}})
        });
        let foreign: Vec<Value> = foreign.collect();
        json!({"fields": fields, "primaryKey": self.key, "foreignKeys": foreign, "missingValues": [""]})
    }
}

fn quoted(cell: &str) -> String {
    match cell.contains(['"', ',', '\n', '\r']) {
        true => ["\"", &cell.replace('"', "\"\""), "\""].concat(),
        false => cell.to_owned(),
    }
}

/// A property as a cell: text as it is, a number as written, nothing where there is none.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A list of texts in one cell.
pub fn joined(value: &Value) -> Result<String> {
    let items: Vec<String> = list(value).iter().map(cell).collect();
    if let Some(bad) = items.iter().find(|item| item.contains(SEPARATOR)) {
        bail!("`{bad}` holds the separator of lists");
    }
    Ok(items.join(SEPARATOR))
}

/// The elements of a list; none if it is no list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A table with one row per element, its columns being paths of properties: `name.zh`.
pub fn plain(
    mut table: Table,
    elements: impl IntoIterator<Item = Value>,
    paths: &[&str],
) -> Result<Table> {
    for element in elements {
        let mut row = Vec::new();
        for path in paths {
            let mut value = &element;
            for key in path.split('.') {
                value = &value[key];
            }
            row.push(match value.is_array() {
                true => joined(value)?,
                false => cell(value),
            });
        }
        table.rows.push(row);
    }
    Ok(table)
}
