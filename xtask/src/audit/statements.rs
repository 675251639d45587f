//! Statements against the text: every token stands in the section that is stated.

use super::data::{list, text, Data, Entity};
use super::text::Text;
use super::Failure;
use serde_json::Value;

/// All of it.
pub fn check(data: &Data, report: &Text, failures: &mut Vec<Failure>) {
    for entity in data.entities() {
        for statement in entity.statements() {
            source(entity, statement, report, failures);
        }
    }
}

fn source(entity: Entity<'_>, statement: &Value, report: &Text, failures: &mut Vec<Failure>) {
    let field = text(&statement["field"]);
    let mut fail = |what: String| failures.push(entity.failure(field, what));
    let id = text(&statement["source"]["section"]);
    let Some(section) = report.section(id) else {
        return;
    };
    for token in list(&statement["source"]["tokens"]) {
        let folded = report.fold(text(token));
        if !folded.is_empty() && !section.contains(&folded) {
            let found = match report.holding(&folded) {
                sections if sections.is_empty() => "it is nowhere in the report".into(),
                sections => format!("it is in {}", sections.join(", ")),
            };
            fail(format!("token `{}` is not in {id}; {found}", text(token)));
        }
    }
}
