//! The reader's language: interface messages, numbers with their units, dates.
use crate::report::{Edition, Label, Statement, Value};

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

    /// A label in this language.
    pub fn of(self, label: &Label) -> &str {
        self.pick(&label.zh, &label.en)
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
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (whole, rest) = text.split_once('.').map_or((text, ""), |(w, r)| (w, r));
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |rest| ("-", rest));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        // Four digits read better unbroken.
        if i > 0 && digits.len() > 4 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// A number in English magnitudes: 623.3 billion.
pub fn magnitude(value: f64) -> String {
    for (size, word) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] {
        if value.abs() >= size {
            return format!("{}{word}", number(value / size));
        }
    }
    number(value)
}

/// A value as a reader sees it: figure, unit and qualifier apart, so that each can be set in its own type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// 约, 超, about, over …; empty when exact.
    pub qualifier: String,
    /// The figure or text.
    pub main: String,
    /// The unit; empty where there is none.
    pub unit: String,
    /// The entity it leads to.
    pub entity: Option<String>,
    /// The form printed in the report, where the reader's magnitudes differ.
    pub printed: Option<String>,
}

impl Shown {
    /// One line of text.
    pub fn line(&self) -> String {
        let mut out = self.qualifier.clone();
        // English words are parted by a space, Chinese ones are not.
        if out.is_ascii() && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&self.main);
        if self.unit.starts_with(|c: char| c.is_ascii_alphabetic()) {
            out.push(' ');
        }
        out.push_str(&self.unit);
        out
    }
}

/// How a statement's value reads in a language.
pub fn show(edition: &Edition, statement: &Statement, lang: Lang) -> Shown {
    let mut shown = Shown::default();
    if let Some(id) = &statement.qualifier {
        let found = edition.schema.qualifiers.iter().find(|q| &q.id == id);
        shown.qualifier = found.map_or_else(|| id.clone(), |q| lang.of(&q.name).to_owned());
    }
    match &statement.value {
        Value::Number(value) => {
            let unit = statement.unit.as_deref().and_then(|id| edition.unit(id));
            shown.main = number(*value);
            if let Some(unit) = unit {
                shown.unit = lang.of(&unit.name).to_owned();
                if let (Lang::En, Some(base)) = (lang, &unit.base) {
                    shown.printed = Some(format!("{}{}", number(*value), unit.name.zh));
                    shown.main = magnitude(value * unit.factor);
                    shown.unit = base.en.clone();
                }
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
            let name = edition.find(entity).map(|(_, e)| lang.of(&e.name));
            shown.main = name.unwrap_or(entity).to_owned();
            shown.entity = Some(entity.clone());
        }
    }
    shown
}

/// The label of a term of a field.
pub fn term_name(edition: &Edition, field: &str, term: &str, lang: Lang) -> String {
    edition
        .field(field)
        .and_then(|f| f.terms.as_ref())
        .and_then(|list| edition.schema.terms.get(list))
        .and_then(|list| list.iter().find(|t| t.id == term))
        .map_or_else(|| term.to_owned(), |t| lang.of(&t.name).to_owned())
}

/// A date with the precision it has: `2024-06` is a month, never its first day.
pub fn show_date(date: &str, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or(date);
    let month: Option<usize> = parts.next().and_then(|m| m.parse().ok());
    let day: Option<usize> = parts.next().and_then(|d| d.parse().ok());
    match lang {
        Lang::Zh => {
            let mut out = format!("{year}年");
            if let Some(month) = month {
                out += &format!("{month}月");
            }
            if let Some(day) = day {
                out += &format!("{day}日");
            }
            out
        }
        Lang::En => {
            let mut out = String::new();
            if let Some(day) = day {
                out += &format!("{day} ");
            }
            if let Some(name) = month.and_then(|m| MONTHS.get(m.wrapping_sub(1))) {
                out += &format!("{name} ");
            }
            out + year
        }
    }
}
