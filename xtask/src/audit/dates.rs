//! Dates against their tokens: 2024-05 stands there as 2024年5月, or as 5月 where the
//! scope says whose year it is.

use super::text::narrow;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What of a date stands in no token.
pub fn fault(date: &str, tokens: &[&str], scope: &str) -> Option<String> {
    let told: Vec<String> = tokens.iter().map(|t| plain(t)).collect();
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next();
    let day = parts.next();
    let missing = |what: &str| Some(format!("the {what} of {date} is in no token"));
    let stated = told.iter().any(|t| numbers(t).any(|(n, _)| n == year));
    // A month printed alone takes the year of its paragraph, and the scope says so.
    let taken = month.is_some() && scope.contains(year);
    if !(stated || taken) {
        return missing("year");
    }
    let half = |name: &str| told.iter().any(|t| t.contains(name));
    let found = match month {
        None => true,
        Some("H1") => half("上半年"),
        Some("H2") => half("下半年"),
        Some(month) => {
            let name = month
                .parse()
                .ok()
                .and_then(|m: usize| MONTHS.get(m.wrapping_sub(1)));
            told.iter()
                .any(|t| marked(t, month, &['月', '-', '.', '/']))
                || name.is_some_and(|name| told.iter().any(|t| t.to_lowercase().contains(name)))
        }
    };
    if !found {
        return missing("month");
    }
    match day {
        Some(day) if !told.iter().any(|t| marked(t, day, &['日', '号'])) => {
            // Written the English way, the day is a number of its own: 24 June 2021.
            let english = told
                .iter()
                .filter(|t| MONTHS.iter().any(|m| t.to_lowercase().contains(m)));
            let mut numbers = english.flat_map(|t| numbers(t));
            match numbers.any(|(n, _)| same(n, day)) {
                true => None,
                false => missing("day"),
            }
        }
        _ => None,
    }
}

fn plain(token: &str) -> String {
    token
        .chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// The runs of digits in a text, each with the character after it.
fn numbers(text: &str) -> impl Iterator<Item = (&str, Option<char>)> {
    let starts = text
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|&(at, _)| !text[..at].ends_with(|c: char| c.is_ascii_digit()));
    starts.map(|(at, _)| {
        let rest = &text[at..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        (&rest[..end], rest[end..].chars().next())
    })
}

fn same(a: &str, b: &str) -> bool {
    a.trim_start_matches('0') == b.trim_start_matches('0')
}

/// Whether a number stands in a text with one of the marks after it.
fn marked(text: &str, number: &str, marks: &[char]) -> bool {
    numbers(text).any(|(n, after)| same(n, number) && after.is_some_and(|c| marks.contains(&c)))
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn each_part_of_a_date_is_looked_for_by_its_mark() {
        assert_eq!(fault("2024-05-21", &["2024 年5月21日"], ""), None);
        assert_eq!(fault("2024", &["2024年"], ""), None);
        assert_eq!(fault("2024-H1", &["2024年上半年"], ""), None);
        assert_eq!(
            fault("2023-05", &["5月", "CEN"], "只印月份，2023年取自同段"),
            None
        );
        assert_eq!(fault("2021-06-24", &["24June2021"], ""), None);
        let wrong = |date, tokens: &[&str], part| {
            let found = fault(date, tokens, "").unwrap_or_default();
            assert!(found.contains(part), "{date}: {found}");
        };
        wrong("2025-05-21", &["2024年5月21日"], "year");
        wrong("2024-06-21", &["2024年5月21日"], "month");
        wrong("2024-05-05", &["2024年5月21日"], "day");
        wrong("2024-H2", &["2024年上半年"], "month");
        wrong("2021-07-24", &["24June2021"], "month");
        wrong("2021-06-25", &["24June2021"], "day");
    }
}
