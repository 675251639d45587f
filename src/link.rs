//! The address: what the reader looks at, as a fragment that a colleague can open.
use crate::lens::Lang;

/// Which page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Page {
    /// The report at a glance.
    #[default]
    Overview,
    /// A collection by id.
    Collection(String),
    /// An entity by id.
    Entity(String),
}

/// A range of a number field, in base units; an open end is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The field.
    pub field: String,
    /// The lowest value let through.
    pub from: Option<f64>,
    /// The highest value let through.
    pub to: Option<f64>,
}

/// The whole state of the application.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Address {
    /// Which page.
    pub page: Page,
    /// In which language.
    pub lang: Lang,
    /// What is searched for.
    pub text: String,
    /// Chosen facet values by field.
    pub facets: Vec<(String, Vec<String>)>,
    /// Chosen ranges.
    pub ranges: Vec<Range>,
    /// The field sorted by; a leading `-` means descending.
    pub sort: Option<String>,
}

impl Address {
    /// The same page in another language.
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            lang,
            ..self.clone()
        }
    }

    /// Another page in the same language, with nothing chosen.
    pub fn at(&self, page: Page) -> Self {
        Self {
            page,
            lang: self.lang,
            ..Self::default()
        }
    }

    /// The same view with a facet value chosen, or no longer.
    pub fn toggled(&self, field: &str, value: &str) -> Self {
        let mut next = self.clone();
        match next.facets.iter().position(|(f, _)| f == field) {
            Some(at) => {
                let values = &mut next.facets[at].1;
                match values.iter().position(|v| v == value) {
                    Some(i) => drop(values.remove(i)),
                    None => values.push(value.to_owned()),
                }
                if values.is_empty() {
                    next.facets.remove(at);
                }
            }
            None => next.facets.push((field.to_owned(), vec![value.to_owned()])),
        }
        next
    }

    /// Whether a facet value is chosen.
    pub fn has(&self, field: &str, value: &str) -> bool {
        let mut facets = self.facets.iter();
        facets.any(|(f, values)| f == field && values.iter().any(|v| v == value))
    }

    /// The same view with a range set, replacing the one before.
    pub fn ranged(&self, field: &str, from: Option<f64>, to: Option<f64>) -> Self {
        let mut next = self.clone();
        next.ranges.retain(|r| r.field != field);
        if from.is_some() || to.is_some() {
            let field = field.to_owned();
            next.ranges.push(Range { field, from, to });
        }
        next
    }

    /// The same page with nothing chosen.
    pub fn cleared(&self) -> Self {
        self.at(self.page.clone())
    }

    /// Whether anything is chosen.
    pub fn is_filtered(&self) -> bool {
        !self.text.is_empty() || !self.facets.is_empty() || !self.ranges.is_empty()
    }
}

/// The fragment of an address, `#` included. Defaults are left out.
pub fn format(address: &Address) -> String {
    let mut out = String::from("#/");
    match &address.page {
        Page::Overview => {}
        Page::Collection(id) => out += &encode(id),
        Page::Entity(id) => out += &format!("entity/{}", encode(id)),
    }
    let mut pairs = Vec::new();
    if address.lang != Lang::default() {
        pairs.push(format!("lang={}", address.lang.tag()));
    }
    if !address.text.is_empty() {
        pairs.push(format!("q={}", encode(&address.text)));
    }
    for (field, values) in &address.facets {
        let values: Vec<_> = values.iter().map(|v| encode(v)).collect();
        pairs.push(format!("{}={}", encode(field), values.join(",")));
    }
    for range in &address.ranges {
        let end = |end: Option<f64>| end.map_or(String::new(), |v| v.to_string());
        let ends = format!("{}..{}", end(range.from), end(range.to));
        pairs.push(format!("{}={ends}", encode(&range.field)));
    }
    if let Some(sort) = &address.sort {
        pairs.push(format!("sort={}", encode(sort)));
    }
    if !pairs.is_empty() {
        out.push('?');
        out += &pairs.join("&");
    }
    out
}

/// The address of a fragment, and the parts of it that mean nothing. Never fails.
pub fn parse(fragment: &str) -> (Address, Vec<String>) {
    let mut address = Address::default();
    let mut ignored = Vec::new();
    let fragment = fragment.trim_start_matches('#');
    let (path, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
    let parts: Vec<_> = path.split('/').filter(|p| !p.is_empty()).collect();
    address.page = match parts.as_slice() {
        [] => Page::Overview,
        ["entity", id] => Page::Entity(decode(id)),
        [id] => Page::Collection(decode(id)),
        _ => {
            ignored.push(path.to_owned());
            Page::Overview
        }
    };
    for pair in pairs.split('&').filter(|p| !p.is_empty()) {
        let Some((key, value)) = pair.split_once('=') else {
            ignored.push(pair.to_owned());
            continue;
        };
        match decode(key).as_str() {
            "lang" if value == "en" => address.lang = Lang::En,
            "lang" if value == "zh" => address.lang = Lang::Zh,
            "lang" => ignored.push(pair.to_owned()),
            "q" => address.text = decode(value),
            "sort" => address.sort = Some(decode(value)),
            field => match range(field, value) {
                Some(range) => address.ranges.push(range),
                None => {
                    let values = value.split(',').filter(|v| !v.is_empty());
                    let values: Vec<_> = values.map(decode).collect();
                    if values.is_empty() {
                        ignored.push(pair.to_owned());
                    } else {
                        address.facets.push((field.to_owned(), values));
                    }
                }
            },
        }
    }
    (address, ignored)
}

fn range(field: &str, value: &str) -> Option<Range> {
    let (from, to) = value.split_once("..")?;
    let end = |text: &str| match text {
        "" => Some(None),
        text => text.parse().ok().filter(|v: &f64| v.is_finite()).map(Some),
    };
    Some(Range {
        field: field.to_owned(),
        from: end(from)?,
        to: end(to)?,
    })
}

fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'~' => out.push(byte as char),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = bytes.get(i + 1..i + 3).filter(|_| bytes[i] == b'%');
        let hex = hex.and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
