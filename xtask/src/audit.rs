//! `audit [report.md]`: can every statement be relied on?
//!
//! Without the report's text: [`references`] and [`links`] resolve, [`sources`] are
//! there, [`numbers`] are what their tokens say, [`wording`] and [`typography`] are
//! consistent. With it: every token stands in its section ([`statements`]) and nothing
//! is a copy ([`copies`]). Each failure names file, entity and field; what a person has
//! found right is listed in `xtask/reviewed.json` ([`reviewed`]).

mod copies;
mod data;
mod dates;
mod formula;
mod links;
mod numbers;
mod numerals;
mod references;
mod reviewed;
mod sources;
mod statements;
#[cfg(test)]
mod tests;
mod text;
mod told;
mod typography;
mod wording;

use crate::place;
use anyhow::{bail, Context, Result};
use data::Data;
use reviewed::Reviewed;
use std::fmt;
use std::fs;
use std::path::Path;
use text::Text;

/// Something wrong in the data.
#[derive(Debug, PartialEq, Eq)]
struct Failure {
    file: String,
    entity: String,
    field: String,
    what: String,
}

impl Failure {
    fn new(file: &str, entity: &str, field: &str, what: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            entity: entity.to_owned(),
            field: field.to_owned(),
            what: what.into(),
        }
    }
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

/// What is known beforehand: damage by character recognition, and what a person has reviewed.
#[derive(Default)]
struct Known {
    /// `(damaged, correct)`, undone in the report's text before anything is looked up.
    corrections: Vec<(String, String)>,
    /// Further damaged forms that must not be published.
    damaged: Vec<(String, String)>,
    reviewed: Reviewed,
}

impl Known {
    fn load(folder: &Path) -> Result<Self> {
        Ok(Self {
            corrections: pairs(&folder.join("ocr.json"))?,
            damaged: pairs(&folder.join("damaged.json"))?,
            reviewed: Reviewed::load(&folder.join("reviewed.json"))?,
        })
    }
}

/// `audit [report.md]`
pub fn run(args: &[String]) -> Result<()> {
    let report = match args {
        [] => None,
        [path] => Some(fs::read_to_string(path).with_context(|| format!("could not read {path}"))?),
        _ => bail!("usage: cargo xtask audit [report.md]"),
    };
    let (data, known) = published()?;
    let failures = audit(report.as_deref(), &known, &data);
    for failure in &failures {
        println!("{failure}");
    }
    if report.is_none() {
        println!("audit: without the report's text, tokens were not looked up there, nor copies");
    }
    let (entities, statements) = data.count();
    println!(
        "audit: {entities} entities, {statements} statements, {} failures",
        failures.len()
    );
    if failures.is_empty() {
        Ok(())
    } else {
        bail!("the data does not hold")
    }
}

/// The data as it is published, and what is known of it.
fn published() -> Result<(Data, Known)> {
    let root = place::root();
    let data = Data::load(&root.join("public/data/caict-2024"))?;
    Ok((data, Known::load(&root.join("xtask"))?))
}

fn audit(report: Option<&str>, known: &Known, data: &Data) -> Vec<Failure> {
    let mut failures = Vec::new();
    references::check(data, &mut failures);
    links::check(data, &mut failures);
    sources::check(data, &mut failures);
    numbers::check(data, &mut failures);
    let told = told::all(data);
    let damage = [&known.corrections[..], &known.damaged].concat();
    wording::avoided(data, &told, &mut failures);
    wording::damaged(&damage, &told, &mut failures);
    typography::check(&told, &mut failures);
    if let Some(report) = report {
        let (text, lost) = Text::cut(report, known.corrections.clone(), data.sections());
        failures.extend(lost);
        statements::check(data, &text, &mut failures);
        copies::check(&told, &told::names(data, &told), &text, &mut failures);
    }
    known.reviewed.excuse(failures, report.is_some())
}

/// `[[damaged, correct], …]`
fn pairs(path: &Path) -> Result<Vec<(String, String)>> {
    let json = data::read(path)?;
    let pair = |pair: &serde_json::Value| match pair.as_array()?.as_slice() {
        [damaged, correct] => Some((damaged.as_str()?.to_owned(), correct.as_str()?.to_owned())),
        _ => None,
    };
    json.as_array()
        .and_then(|pairs| pairs.iter().map(pair).collect())
        .with_context(|| format!("{} is not [[damaged, correct], …]", path.display()))
}
