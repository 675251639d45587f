//! References to be read: GB/T 7714 in Chinese, APA in English, whatever the reader's language.
use super::work::{Form, Work};
use crate::lens::Lang;

/// Some references, numbered where there are several.
pub fn list(works: &[Work], format: fn(&Work) -> String) -> String {
    match works {
        [only] => format(only),
        several => {
            let lines = several
                .iter()
                .enumerate()
                .map(|(at, work)| ["[", &(at + 1).to_string(), "] ", &format(work)].concat());
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

/// A reference after GB/T 7714—2015, in the numeric style.
pub fn gbt(work: &Work) -> String {
    let zh = Lang::Zh;
    let title = narrow(zh.of(&work.title));
    let accessed = match work.accessed.as_str() {
        "" => String::new(),
        day => ["[", day, "]"].concat(),
    };
    let url = match work.url.as_str() {
        "" => String::new(),
        url => [" ", url, "."].concat(),
    };
    let online = if work.url.is_empty() { "" } else { "/OL" };
    match work.form {
        Form::Report => {
            let city = match zh.of(&work.city) {
                "" => "[出版地不详]",
                city => city,
            };
            let mut place = narrow(&work.places(zh));
            let pages = work.pages("-", "-");
            if !place.is_empty() && !pages.is_empty() {
                place.push_str(", ");
            }
            let colon = if place.is_empty() && pages.is_empty() {
                ""
            } else {
                ": "
            };
            [
                zh.of(&work.author),
                ". ",
                &title,
                "[R",
                online,
                "]. ",
                city,
                ": ",
                zh.of(&work.publisher),
                ", ",
                work.year(),
                colon,
                &place,
                &pages,
                &accessed,
                ".",
                &url,
            ]
            .concat()
        }
        Form::Chart | Form::View => {
            let basis = [zh.of(&work.publisher), "《", zh.of(&work.basis), "》"].concat();
            let dot = if accessed.is_empty() { "" } else { "." };
            [
                zh.of(&work.author),
                ". ",
                &title,
                ": 据",
                &narrow(&basis),
                "[DB",
                online,
                "]. ",
                &accessed,
                dot,
                &url,
            ]
            .concat()
        }
        Form::Page => {
            let date = match work.date.as_str() {
                "" => String::new(),
                date => ["(", date, ")"].concat(),
            };
            let dot = if date.is_empty() && accessed.is_empty() {
                ""
            } else {
                "."
            };
            [&title, "[EB", online, "]. ", &date, &accessed, dot, &url].concat()
        }
    }
}

/// A reference after APA (7th edition).
pub fn apa(work: &Work) -> String {
    let en = Lang::En;
    let title = en.of(&work.title);
    let from = match (work.url.as_str(), work.accessed.as_str()) {
        ("", _) => String::new(),
        (url, "") => [" ", url].concat(),
        (url, day) => [" Retrieved ", &day_in_words(day), ", from ", url].concat(),
    };
    let date = match work.date.as_str() {
        "" => "n.d.".to_owned(),
        date => date_in_words(date),
    };
    match work.form {
        Form::Report => {
            let author = without_short(en.of(&work.author), en.of(&work.short));
            let original = work.title.zh.as_str();
            // The original title comes first, its translation in brackets.
            let title = match original.is_empty() || original == title {
                true => title.to_owned(),
                false => [original, " [", title, "]"].concat(),
            };
            let mut place = work.places(en);
            if place.starts_with(|c: char| c.is_ascii_digit()) {
                let word = match work.places.len() {
                    1 => "Section ",
                    _ => "Sections ",
                };
                place.insert_str(0, word);
            }
            let pages = work.pages("–", "–");
            if !pages.is_empty() {
                let several = work.pages.len() > 1 || !pages.chars().all(|c| c.is_ascii_digit());
                let word = if several { "pp. " } else { "p. " };
                let comma = match work.places.len() {
                    0 => "",
                    1 => ", ",
                    _ => "; ",
                };
                place = [&place, comma, word, &pages].concat();
            }
            if !place.is_empty() {
                place = [" (", &place, ")"].concat();
            }
            [author, ". (", &date, "). ", &title, &place, ".", &from].concat()
        }
        Form::Chart | Form::View => {
            let kind = match work.form {
                Form::Chart => "Chart",
                _ => "Data set",
            };
            let publisher = without_short(en.of(&work.publisher), en.of(&work.short));
            let basis = [
                " [",
                kind,
                " based on ",
                publisher,
                ", ",
                en.of(&work.basis),
                "]",
            ];
            let basis = basis.concat();
            [
                en.of(&work.author),
                ". (",
                &date,
                "). ",
                title,
                &basis,
                ".",
                &from,
            ]
            .concat()
        }
        Form::Page => [title, ". (", &date, ").", &from].concat(),
    }
}

/// Brackets as narrow as the standard's own punctuation.
fn narrow(text: &str) -> String {
    text.replace('（', "(").replace('）', ")")
}

/// A name without its abbreviation in brackets.
fn without_short<'a>(name: &'a str, short: &str) -> &'a str {
    let bracketed = [" (", short, ")"].concat();
    match short.is_empty() {
        true => name,
        false => name.strip_suffix(&bracketed).unwrap_or(name),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month of a date, from 1; none where it is not stated.
pub fn month(date: &str) -> Option<usize> {
    let month: usize = date.get(5..7)?.parse().ok()?;
    (1..=12).contains(&month).then_some(month)
}

/// `2024, December 3`, with the precision that is known.
fn date_in_words(date: &str) -> String {
    let year = date.get(..4).unwrap_or(date);
    let Some(month) = month(date) else {
        return year.to_owned();
    };
    let day = date.get(8..).unwrap_or_default().trim_start_matches('0');
    let gap = if day.is_empty() { "" } else { " " };
    [year, ", ", MONTHS[month - 1], gap, day].concat()
}

/// `December 3, 2024`.
fn day_in_words(date: &str) -> String {
    match date_in_words(date).split_once(", ") {
        Some((year, rest)) => [rest, ", ", year].concat(),
        None => date.to_owned(),
    }
}
