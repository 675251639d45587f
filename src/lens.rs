//! The reader's language: interface messages, numbers with their units, dates.
mod script;

pub use script::{is_chinese, runs};

use crate::report::{Edition, Label, Statement, Unit, Value};

/// The reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The tag for `lang` attributes and addresses.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The other language.
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// A label in this language; in the other one where this is missing.
    pub fn of(self, label: &Label) -> &str {
        match self.pick(&label.zh, &label.en) {
            "" => self.pick(&label.en, &label.zh),
            text => text,
        }
    }

    /// One of two texts.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A number with at most four decimals and thousands separated.
pub fn number(value: f64) -> String {
    // In whole ten-thousandths: the standard library's decimals would weigh more than this room.
    let scaled = (value.abs() * 1e4).round() as u64;
    let (whole, rest) = (
        (scaled / 10_000).to_string(),
        (scaled % 10_000 + 10_000).to_string(),
    );
    let mut out = String::new();
    if value < 0.0 && scaled > 0 {
        out.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        // Four digits read better unbroken.
        if i > 0 && whole.len() > 4 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    let rest = rest[1..].trim_end_matches('0');
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// A number in English magnitudes: 623.3 billion.
pub fn magnitude(value: f64) -> String {
    magnitude_like(value, value)
}

/// A number in the English magnitude that another number is written in, so that the two line up.
pub fn magnitude_like(value: f64, like: f64) -> String {
    for (size, word) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] {
        if like.abs() >= size {
            return number(value / size) + word;
        }
    }
    number(value)
}

/// A value as a reader sees it: figure, unit and qualifier apart, so that each can be set in its own type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// 约, 超, about, over …; empty when exact.
    pub qualifier: String,
    /// The qualifier's id; empty where there is none to explain.
    pub qualifier_id: String,
    /// What the qualifier means.
    pub meaning: String,
    /// Whether the qualifier stands after the figure: 10余项.
    pub after: bool,
    /// Whether the qualifier stands after the unit: 3%左右.
    pub last: bool,
    /// The figure or text.
    pub main: String,
    /// Whether it is a figure, which is set larger than words.
    pub figure: bool,
    /// The unit; empty where there is none.
    pub unit: String,
    /// The currency that stands in front of the figure; part of `main`.
    pub currency: String,
    /// The entity it leads to.
    pub entity: Option<String>,
    /// The form printed in the report, where the reader's magnitudes differ.
    pub printed: Option<String>,
}

impl Shown {
    /// One line of text.
    pub fn line(&self) -> String {
        let before = !self.after && !self.last;
        let mut out = String::new();
        if before {
            out.push_str(&self.qualifier);
            // English words are parted by a space, Chinese ones are not.
            if out.is_ascii() && !out.is_empty() {
                out.push(' ');
            }
        }
        out.push_str(&self.main);
        if self.after {
            out.push_str(&self.qualifier);
        }
        if self.spaced() {
            out.push(' ');
        }
        out.push_str(&self.unit);
        if self.last {
            out.push_str(&self.qualifier);
        }
        out
    }

    /// The unit as a word of its own, wherever it stands.
    pub fn unit_name(&self) -> &str {
        match self.currency.as_str() {
            "" => &self.unit,
            currency => currency,
        }
    }

    /// Whether a space parts the figure from its unit: 320 ms, but 128k, 97.7k, 405B and 21.5%.
    pub fn spaced(&self) -> bool {
        let mut chars = self.unit.chars();
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let (first, second) = (chars.next(), chars.next());
        let prefix = first.is_some_and(|c| "kKMBTPp".contains(c)) && !letter(second);
        letter(first) && !prefix
    }
}

/// How a statement's value reads in a language.
pub fn show(edition: &Edition, statement: &Statement, lang: Lang) -> Shown {
    let mut shown = Shown::default();
    if let Some(id) = &statement.qualifier {
        if let Some(found) = edition.schema.qualifiers.iter().find(|q| &q.id == id) {
            // An exact value has an empty label in both languages.
            shown.qualifier = lang.of(&found.name).to_owned();
            if !shown.qualifier.is_empty() {
                shown.qualifier_id = found.id.clone();
                shown.meaning = lang.of(&found.note).to_owned();
            }
            // What stands behind the unit does not stand behind the figure as well.
            shown.after = found.after && !found.last && lang == Lang::Zh;
            shown.last = found.last && lang == Lang::Zh;
        }
    }
    match &statement.value {
        Value::Number(value) => {
            let unit = statement.unit.as_deref().and_then(|id| edition.unit(id));
            shown.figure = true;
            measured(&mut shown, *value, unit, lang);
            // A public source is not printed anywhere; the report is.
            if statement.source.place().is_none() {
                shown.printed = None;
            }
        }
        Value::Bool(yes) => {
            let text = if *yes {
                lang.pick("是", "yes")
            } else {
                lang.pick("否", "no")
            };
            shown.main = text.to_owned();
        }
        Value::Text { text } => shown.main = lang.of(text).to_owned(),
        Value::Date { date } => shown.main = show_date(date, lang),
        Value::Term { term } => shown.main = term_name(edition, &statement.field, term, lang),
        Value::Entity { entity } => {
            let name = edition.name(entity).map(|name| lang.of(name));
            shown.main = name.unwrap_or(entity).to_owned();
            shown.entity = Some(entity.clone());
        }
    }
    shown
}

/// A number with its unit, in the reader's magnitudes.
fn measured(shown: &mut Shown, value: f64, unit: Option<&Unit>, lang: Lang) {
    shown.main = number(value);
    let Some(unit) = unit else { return };
    let form = lang.pick(&unit.form.zh, &unit.form.en);
    if !form.is_empty() {
        shown.main = form.replace("{}", &shown.main);
        return;
    }
    shown.unit = lang.of(&unit.name).to_owned();
    if let (Lang::En, Some(base)) = (lang, &unit.base) {
        shown.printed = Some([&shown.main, &unit.name.zh[..]].concat());
        shown.main = magnitude(value * unit.factor);
        shown.unit = base.en.clone();
    } else if value == 1.0 && !lang.pick(&unit.one.zh, &unit.one.en).is_empty() {
        shown.unit = lang.of(&unit.one).to_owned();
    }
    // A currency stands before its amount: US$623.3 billion.
    if lang == Lang::En && shown.unit.ends_with(['$', '¥']) {
        shown.main = [&shown.unit, &shown.main[..]].concat();
        shown.currency = std::mem::take(&mut shown.unit);
    }
    // 1.1万多个: between the figure and 万 nothing may stand.
    if shown.after && shown.main.contains('.') && shown.unit.starts_with(['万', '亿']) {
        let word = shown.unit.remove(0);
        shown.main.push(word);
    }
}

/// The label of a term of a field.
pub fn term_name(edition: &Edition, field: &str, term: &str, lang: Lang) -> String {
    let terms = edition.field(field).map(|f| edition.terms(f));
    let found = terms.and_then(|terms| terms.iter().find(|t| t.id == term));
    found.map_or_else(|| term.to_owned(), |t| lang.of(&t.name).to_owned())
}

/// A date with the precision it has: `2024-06` is a month, never its first day.
pub fn show_date(date: &str, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or(date);
    let (month, day) = (parts.next(), parts.next());
    let plain = |part: &str| part.trim_start_matches('0').to_owned();
    let mut out = String::new();
    match (lang, month) {
        (Lang::Zh, Some("H1")) => return year.to_owned() + "年上半年",
        (Lang::Zh, Some("H2")) => return year.to_owned() + "年下半年",
        (Lang::En, Some(half @ ("H1" | "H2"))) => return [half, " ", year].concat(),
        (Lang::Zh, month) => {
            out.push_str(year);
            out.push('年');
            if let Some(month) = month {
                out.push_str(&plain(month));
                out.push('月');
            }
            if let Some(day) = day {
                out.push_str(&plain(day));
                out.push('日');
            }
        }
        (Lang::En, month) => {
            if let Some(day) = day {
                out.push_str(&plain(day));
                out.push(' ');
            }
            let number: Option<usize> = month.and_then(|m| m.parse().ok());
            if let Some(name) = number.and_then(|m| MONTHS.get(m.wrapping_sub(1))) {
                out.push_str(name);
                out.push(' ');
            }
            out.push_str(year);
        }
    }
    out
}

/// The span of a date in months since year 0, end exclusive: a year is twelve months wide, never its first day.
pub fn months(date: &str) -> Option<(u32, u32)> {
    let mut parts = date.split('-');
    let year: u32 = parts.next()?.parse().ok()?;
    let start = year * 12;
    Some(match parts.next() {
        None => (start, start + 12),
        Some("H1") => (start, start + 6),
        Some("H2") => (start + 6, start + 12),
        Some(month) => {
            let month: u32 = month.parse().ok().filter(|m| (1..=12).contains(m))?;
            (start + month - 1, start + month)
        }
    })
}

/// What stands where the report says nothing; never a zero, never a dash.
pub fn not_stated(lang: Lang) -> &'static str {
    lang.pick("未述及", "not stated")
}

/// A label inside an English sentence: its first letter small, unless the word is an abbreviation or a name.
pub fn lower_first(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// A number in Chinese magnitudes: 1.6万, 6233亿.
pub fn myriad(value: f64) -> String {
    for (size, word) in [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")] {
        if value.abs() >= size {
            return number(value / size) + word;
        }
    }
    number(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_decimals_they_need() {
        let cases = [
            (0.0, "0"),
            (-0.00001, "0"),
            (21.5, "21.5"),
            (8.192, "8.192"),
            (0.00005, "0.0001"),
            (-1234.5678, "-1234.5678"),
            (6233.0, "6233"),
            (43000.0, "43,000"),
            (623_300_000_000.0, "623,300,000,000"),
            (99.99999, "100"),
        ];
        for (value, shown) in cases {
            assert_eq!(number(value), shown);
        }
    }
}
