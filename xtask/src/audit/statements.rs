//! Statements against the text: tokens stand in the stated section, numbers are
//! in a token, and what is told in own words is not a copy.

use super::data::{list, text, Data, Entity};
use super::text::Text;
use super::Failure;
use serde_json::Value;

/// This many characters in a row from the report are a copy.
const COPY: usize = 16;

/// All of it.
pub fn check(data: &Data, report: &Text, failures: &mut Vec<Failure>) {
    for entity in data.entities() {
        copied(
            entity,
            "summary",
            &entity.value["summary"],
            report,
            failures,
        );
        for statement in entity.statements() {
            let field = text(&statement["field"]);
            copied(entity, field, &statement["value"]["text"], report, failures);
            if of_report(statement) {
                source(entity, statement, report, failures);
            }
        }
    }
}

/// Not computed from others, and not from a source outside the report.
fn of_report(statement: &Value) -> bool {
    let source = &statement["source"];
    let elsewhere = !source["url"].is_null() && source["section"].is_null();
    let derived = !statement["derived_from"].is_null() && source.is_null();
    !elsewhere && !derived
}

fn source(entity: Entity<'_>, statement: &Value, report: &Text, failures: &mut Vec<Failure>) {
    let field = text(&statement["field"]);
    let mut fail = |what: String| failures.push(entity.failure(field, what));
    let id = text(&statement["source"]["section"]);
    let Some(section) = report.section(id) else {
        fail(format!("no section `{id}` in outline.json"));
        return;
    };
    let tokens = list(&statement["source"]["tokens"]);
    if tokens.is_empty() {
        fail("no tokens".into());
    }
    for token in tokens {
        let folded = report.fold(text(token));
        if folded.is_empty() {
            fail("an empty token".into());
        } else if !section.contains(&folded) {
            let found = match report.holding(&folded) {
                sections if sections.is_empty() => "it is nowhere in the report".into(),
                sections => format!("it is in {}", sections.join(", ")),
            };
            fail(format!("token `{}` is not in {id}; {found}", text(token)));
        }
    }
    if let Some(number) = statement["value"].as_f64() {
        let held = tokens
            .iter()
            .any(|token| holds(&report.fold(text(token)), number));
        if statement["derived_from"].is_null() && !held {
            fail(format!("number {number} is in no token"));
        }
    }
}

/// Whether a token has a number of that value, not just its digits in a longer one.
fn holds(token: &str, number: f64) -> bool {
    token
        .replace(',', "")
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|run| run.trim_matches('.').parse::<f64>().ok())
        .any(|found| found == number.abs())
}

fn copied(
    entity: Entity<'_>,
    field: &str,
    label: &Value,
    report: &Text,
    failures: &mut Vec<Failure>,
) {
    let told: Vec<char> = report.fold(text(&label["zh"])).chars().collect();
    let copy = told
        .windows(COPY)
        .map(|window| window.iter().collect::<String>())
        .find(|window| report.whole().contains(window.as_str()));
    if let Some(copy) = copy {
        failures.push(entity.failure(field, format!("copied from the report: {copy}")));
    }
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_number_is_not_found_inside_another() {
        assert!(holds("6,233亿美元", 6233.0));
        assert!(holds("增长21.50%", 21.5));
        assert!(!holds("增长21.5%", 21.0));
        assert!(!holds("128k", 8.0));
        assert!(holds("8k,128k", 8.0));
    }
}
