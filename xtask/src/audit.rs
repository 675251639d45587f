//! `audit <report.md>`: does every statement stand in the report where it says?
//!
//! [`text`] cuts the report into sections, [`references`] checks what the data
//! says of itself (ids, fields, terms, labels), [`statements`] holds the data
//! against the text. Each failure names file, entity and field.

mod data;
mod references;
mod statements;
#[cfg(test)]
mod tests;
mod text;

use crate::place;
use anyhow::{bail, Context, Result};
use data::Data;
use std::fmt;
use std::fs;
use text::Text;

/// Something wrong in the data.
#[derive(Debug, PartialEq, Eq)]
struct Failure {
    file: String,
    entity: String,
    field: String,
    what: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Failure {
            file,
            entity,
            field,
            what,
        } = self;
        write!(out, "{file}: {entity}: {field}: {what}")
    }
}

/// `audit <report.md>`
pub fn run(args: &[String]) -> Result<()> {
    let [report] = args else {
        bail!("usage: cargo xtask audit <report.md>");
    };
    let report = fs::read_to_string(report).with_context(|| format!("could not read {report}"))?;
    let root = place::root();
    let data = Data::load(&root.join("public/data/caict-2024"))?;
    let corrections = corrections(&root.join("xtask/ocr.json"))?;
    let failures = audit(&report, corrections, &data);
    for failure in &failures {
        println!("{failure}");
    }
    let (entities, statements) = data.count();
    println!(
        "audit: {entities} entities, {statements} statements, {} failures",
        failures.len()
    );
    if failures.is_empty() {
        Ok(())
    } else {
        bail!("the data does not hold against the report")
    }
}

fn audit(report: &str, corrections: Vec<(String, String)>, data: &Data) -> Vec<Failure> {
    let (text, mut failures) = Text::cut(report, corrections, data.sections());
    references::check(data, &mut failures);
    statements::check(data, &text, &mut failures);
    failures
}

/// `[[damaged, correct], …]`
fn corrections(path: &std::path::Path) -> Result<Vec<(String, String)>> {
    let json = data::read(path)?;
    let pair = |pair: &serde_json::Value| match pair.as_array()?.as_slice() {
        [damaged, correct] => Some((damaged.as_str()?.to_owned(), correct.as_str()?.to_owned())),
        _ => None,
    };
    json.as_array()
        .and_then(|pairs| pairs.iter().map(pair).collect())
        .with_context(|| format!("{} is not [[damaged, correct], …]", path.display()))
}
