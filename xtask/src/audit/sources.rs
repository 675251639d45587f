//! Where things stand: every entity has a statement with a place in the report, every
//! statement beside the report has a public source, and the layers do not mix.

use super::data::{list, text, Data, Entity};
use super::Failure;
use serde_json::Value;

/// What a public source can be.
const KINDS: &[&str] = &["primary", "repository", "secondary", "reprint"];

/// All of it.
pub fn check(data: &Data, failures: &mut Vec<Failure>) {
    for entity in data.entities() {
        let placed = entity.statements().iter().any(|s| {
            let tokens = list(&s["source"]["tokens"]);
            !text(&s["source"]["section"]).is_empty() && !tokens.is_empty()
        });
        if !placed {
            failures.push(entity.failure("statements", "none with a place in the report"));
        }
        for statement in entity.statements() {
            if let Some(what) = place_fault(&statement["source"]) {
                failures.push(entity.failure(text(&statement["field"]), what));
            }
        }
    }
    for addition in data.additions() {
        for statement in addition.statements() {
            public(addition, statement, failures);
        }
    }
    for check in list(&data.crosscheck) {
        let against = list(&check["against"]);
        let mut fail = |what: String| {
            let id = text(&check["id"]);
            failures.push(Failure::new("crosscheck.json", id, "against", what));
        };
        if against.is_empty() {
            fail("no source".into());
        }
        against.iter().filter_map(fault).for_each(fail);
    }
}

/// What a place in the report lacks.
fn place_fault(source: &Value) -> Option<&'static str> {
    if !source["title"].is_null() {
        return Some("a public source; such statements belong into context/");
    }
    if text(&source["section"]).is_empty() {
        return Some("no section");
    }
    let tokens = list(&source["tokens"]);
    if tokens.is_empty() {
        return Some("no tokens");
    }
    let empty = tokens.iter().any(|token| text(token).trim().is_empty());
    empty.then_some("an empty token")
}

fn public(addition: Entity<'_>, statement: &Value, failures: &mut Vec<Failure>) {
    let source = &statement["source"];
    let what = match source["section"].is_null() {
        true => fault(source),
        false => Some("a section of the report; such statements belong to the entity".into()),
    };
    if let Some(what) = what {
        failures.push(addition.failure(text(&statement["field"]), what));
    }
}

/// What a public source lacks.
fn fault(source: &Value) -> Option<String> {
    let (title, kind) = (text(&source["title"]), text(&source["kind"]));
    if title.trim().is_empty() {
        return Some("no source".into());
    }
    if !KINDS.contains(&kind) {
        return Some(format!("source `{title}`: no kind `{kind}`"));
    }
    // What was read as a reprint or at second hand may have no address of its own.
    let address = text(&source["url"]);
    match kind {
        "reprint" | "secondary" => None,
        _ if address.starts_with("https://") || address.starts_with("http://") => None,
        _ => Some(format!("source `{title}`: no address")),
    }
}
