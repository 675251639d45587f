//! Numbers and dates are what their tokens say.
//!
//! The report's text is not in the repository, its tokens are: a number of the report
//! stands in one of them, a computed one is what its formula comes to, a date has its
//! year, month and day there. A slip in any single number is seen without the report.

use super::data::{list, text, Data, Entity};
use super::{dates, formula, numerals, Failure};
use serde_json::Value;

/// Both layers; beside the report, where there are no tokens, units and formulas alone.
pub fn check(data: &Data, failures: &mut Vec<Failure>) {
    for entity in data.both() {
        for statement in entity.statements() {
            if let Some(what) = fault(data, entity, statement) {
                failures.push(entity.failure(text(&statement["field"]), what));
            }
        }
    }
}

/// What is wrong with the number or date of a statement.
pub fn fault(data: &Data, entity: Entity<'_>, statement: &Value) -> Option<String> {
    let tokens: Vec<&str> = list(&statement["source"]["tokens"])
        .iter()
        .map(text)
        .collect();
    let value = &statement["value"];
    let derived = &statement["derived_from"];
    if let Some(number) = value.as_f64() {
        let unit = text(&statement["unit"]);
        if unit.is_empty() {
            return Some(format!("number {number} has no unit"));
        }
        if !derived.is_null() {
            return computed(data, entity, derived, number, &tokens);
        }
        let held = tokens.iter().any(|t| holds(t, number, data.factor(unit)));
        return (!entity.beside && !held).then(|| format!("number {number} is in no token"));
    }
    let date = value["date"].as_str()?;
    match derived.is_null() {
        false => inputs(data, entity, derived).err(),
        true if entity.beside => None,
        true => dates::fault(date, &tokens, text(&statement["scope"]["zh"])),
    }
}

/// Whether a token has a number of that value, not just its digits in a longer one;
/// one in Chinese words may hold the unit's magnitude, too: 百万元 is 1 of a million yuan.
fn holds(token: &str, number: f64, factor: f64) -> bool {
    let number = number.abs();
    let word = |found: f64| found == number || found == number * factor;
    numerals::digits(token).contains(&number) || numerals::words(token).into_iter().any(word)
}

/// What is wrong with a computed number: its formula rests on what is stated, and comes to it.
fn computed(
    data: &Data,
    entity: Entity<'_>,
    derived: &Value,
    number: f64,
    tokens: &[&str],
) -> Option<String> {
    let inputs = match inputs(data, entity, derived) {
        Ok(inputs) => inputs,
        Err(what) => return Some(what),
    };
    let written = text(&derived["formula"]);
    let Some((result, parts)) = formula::evaluate(written) else {
        return Some(format!("formula `{written}` cannot be calculated"));
    };
    if !formula::rounds_to(result, number) {
        return Some(format!(
            "formula `{written}` comes to {result}, not {number}"
        ));
    }
    let mut known: Vec<f64> = inputs
        .iter()
        .filter_map(|input| input["value"].as_f64())
        .collect();
    for token in tokens {
        known.extend(numerals::digits(token));
        known.extend(numerals::words(token));
    }
    // Beside the report an input may be words of its source, which are not kept here.
    let loose = parts
        .iter()
        .find(|&&part| !entity.beside && !stands(part, &known));
    loose.map(|part| format!("formula `{written}`: {part} is in no input"))
}

/// Whether a number of a formula is one that is stated, or follows from a percentage:
/// 1.215 stands for an increase of 21.5%.
fn stands(part: f64, known: &[f64]) -> bool {
    let near = |a: f64| (a - part).abs() < 1e-9;
    let percent = |v: f64| near(v / 100.0) || near(1.0 + v / 100.0) || near(1.0 - v / 100.0);
    part == 1.0 || part == 100.0 || known.iter().any(|&v| near(v) || percent(v))
}

/// The statements that a computed value rests on.
fn inputs<'a>(
    data: &'a Data,
    entity: Entity<'_>,
    derived: &'a Value,
) -> Result<Vec<&'a Value>, String> {
    let inputs = list(&derived["inputs"]);
    if inputs.is_empty() {
        return Err("computed from nothing".into());
    }
    let find = |path: &'a Value| {
        let path = text(path);
        let found = data.statement(path, entity.beside);
        found.ok_or_else(|| format!("computed from `{path}`, which does not exist"))
    };
    inputs.iter().map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::{holds, stands};

    #[test]
    fn a_number_is_not_found_inside_another() {
        assert!(holds("6,233亿美元", 6233.0, 1e8));
        assert!(holds("增长21.50%", 21.5, 1.0));
        assert!(!holds("增长21.5%", 21.0, 1.0));
        assert!(!holds("128k", 8.0, 1e3));
        assert!(holds("8k,128k", 8.0, 1e3));
        assert!(holds("百万元", 1.0, 1e6));
        assert!(!holds("百万元", 10.0, 1e6));
    }

    #[test]
    fn a_formula_rests_on_what_is_stated() {
        assert!(stands(1.215, &[6233.0, 21.5]));
        assert!(!stands(1.216, &[6233.0, 21.5]));
        assert!(stands(9.0, &[9.0]));
    }
}
