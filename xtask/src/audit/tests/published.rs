//! The published data: sound, and a slip in any number of it is seen.
use super::super::data::Entity;
use super::super::{numbers, published};
use super::*;

#[test]
fn the_published_data_holds() {
    let (data, known) = published().unwrap();
    let failures = audit(None, &known, &data);
    let lines: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(
        lines.is_empty(),
        "{} failures:\n{}",
        lines.len(),
        lines.join("\n")
    );
}

/// Every number and date of the report, not a sample: each is changed in each way that a
/// slip of the hand does, and the check has to see each change.
#[test]
fn no_number_can_change_unseen() {
    let (data, _) = published().unwrap();
    let (mut statements, mut changes) = (0, 0);
    let mut unseen = Vec::new();
    for entity in data.entities() {
        for statement in entity.statements() {
            let slips = slips(&statement["value"]);
            statements += usize::from(!slips.is_empty());
            for slip in slips {
                let mut changed = statement.clone();
                changed["value"] = slip;
                changes += 1;
                if seen(&data, entity, &changed) {
                    continue;
                }
                let (field, value) = (&statement["field"], &statement["value"]);
                unseen.push(format!(
                    "{} {field}: {value} as {}",
                    entity.id(),
                    changed["value"]
                ));
            }
        }
    }
    println!("{changes} changes to {statements} statements");
    assert!(
        statements >= 200,
        "only {statements} statements have a number or date"
    );
    assert!(unseen.is_empty(), "unseen:\n{}", unseen.join("\n"));
}

fn seen(data: &Data, entity: Entity<'_>, statement: &Value) -> bool {
    numbers::fault(data, entity, statement).is_some()
}

/// What a value becomes by a slip: ten times as much, one more, two digits swapped.
fn slips(value: &Value) -> Vec<Value> {
    if let Some(number) = value.as_f64() {
        let mut slips = vec![number * 10.0, number + 1.0];
        let swapped = swaps(&number.to_string());
        slips.extend(swapped.iter().filter_map(|text| text.parse::<f64>().ok()));
        return slips.into_iter().map(|slip| json!(slip)).collect();
    }
    let Some(date) = value["date"].as_str() else {
        return Vec::new();
    };
    let mut slips = swaps(date);
    let parts: Vec<&str> = date.split('-').collect();
    for (at, old) in parts.iter().enumerate() {
        let next = match *old {
            "H1" => "H2".to_owned(),
            "H2" => "H1".to_owned(),
            digits => {
                let next = digits.parse::<u32>().unwrap() + 1;
                format!("{next:0width$}", width = digits.len())
            }
        };
        let mut changed = parts.clone();
        changed[at] = &next;
        slips.push(changed.join("-"));
    }
    slips
        .into_iter()
        .map(|slip| json!({"date": slip}))
        .collect()
}

/// A text with two neighbouring digits swapped, in each way that changes it and
/// leaves no zero in front.
fn swaps(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for at in 1..chars.len() {
        let (a, b) = (chars[at - 1], chars[at]);
        let digits = a.is_ascii_digit() && b.is_ascii_digit() && a != b;
        if digits && !(at == 1 && b == '0') {
            let mut swapped = chars.clone();
            swapped.swap(at - 1, at);
            found.push(swapped.into_iter().collect());
        }
    }
    found
}
