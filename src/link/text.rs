//! An address as text and back. Reading never fails: what means nothing is listed.
use super::*;

/// Keys that are not fields. A schema's fields must not be named so.
pub const RESERVED: &[&str] = &[
    "lang",
    "layer",
    "q",
    "sort",
    "view",
    "cols",
    "measure",
    "group",
    "split",
    "form",
    "scale",
    "multiples",
    "in",
    "years",
    "rows",
    "pins",
    "at",
];

/// First segments of addresses that are not collections. A schema's collections must not be named so.
pub const PAGES: &[&str] = &[
    "entity",
    "outline",
    "compare",
    "timeline",
    "relations",
    "checks",
    "dictionary",
    "pinned",
    "about",
];

/// The fragment of an address, `#` included. Defaults are left out.
pub fn format(address: &Address) -> String {
    let mut out = String::from("#/");
    path(&address.page, &mut out);
    let mut first = true;
    let mut pair = |key: &str, value: &str| {
        out.push(if first { '?' } else { '&' });
        first = false;
        encode(key, &mut out);
        out.push('=');
        out.push_str(value);
    };
    if address.lang != Lang::default() || address.both {
        let (lang, other) = (address.lang, address.lang.other());
        match address.both {
            false => pair("lang", lang.tag()),
            true => pair("lang", &[lang.tag(), other.tag()].join("-")),
        }
    }
    if address.context {
        pair("layer", "context");
    }
    if !address.text.is_empty() {
        pair("q", &encoded(&address.text));
    }
    for (field, values) in &address.facets {
        pair(field, &listed(values));
    }
    for range in &address.ranges {
        let mut ends = String::new();
        end(range.from, &mut ends);
        ends.push_str("..");
        end(range.to, &mut ends);
        pair(&range.field, &ends);
    }
    if !address.sorts.is_empty() {
        let keys = address.sorts.iter().map(|sort| {
            let sign = if sort.descending { "-" } else { "" };
            sign.to_owned() + &sort.field
        });
        pair("sort", &listed(&keys.collect::<Vec<_>>()));
    }
    match address.view {
        View::Cards => {}
        View::Table => pair("view", "table"),
        View::Timeline => pair("view", "timeline"),
        View::Chart => pair("view", "chart"),
    }
    if !address.columns.is_empty() {
        pair("cols", &listed(&address.columns));
    }
    let chart = &address.chart;
    for (key, value) in [
        ("measure", &chart.measure),
        ("group", &chart.group),
        ("split", &chart.split),
        ("form", &chart.form),
    ] {
        if let Some(value) = value {
            pair(key, &encoded(value));
        }
    }
    if chart.log {
        pair("scale", "log");
    }
    if chart.multiples {
        pair("multiples", "yes");
    }
    if !address.collections.is_empty() {
        pair("in", &listed(&address.collections));
    }
    if let Some((from, to)) = address.years {
        pair("years", &[from.to_string(), to.to_string()].join(".."));
    }
    if address.differences {
        pair("rows", "different");
    }
    if !address.pins.is_empty() {
        let pins = address.pins.iter().map(|pin| match pin.note.is_empty() {
            true => pin.id.clone(),
            false => [pin.id.as_str(), &pin.note].join("\u{1f}"),
        });
        pair("pins", &listed(&pins.collect::<Vec<_>>()));
    }
    if let Some(pointer) = &address.statement {
        let mut value = encoded(&pointer.field);
        if pointer.nth > 1 || pointer.beside {
            value.push('~');
            value.push_str(&pointer.nth.to_string());
        }
        if pointer.beside {
            value.push_str("~beside");
        }
        pair("at", &value);
    }
    out
}

fn path(page: &Page, out: &mut String) {
    let mut segments = |name: &str, rest: &[&String]| {
        out.push_str(name);
        for segment in rest {
            out.push('/');
            encode(segment, out);
        }
    };
    match page {
        Page::Overview => {}
        Page::Collection(id) => encode(id, out),
        Page::Entity(id) => segments("entity", &[id]),
        Page::Outline(None) => segments("outline", &[]),
        Page::Outline(Some(id)) => segments("outline", &[id]),
        Page::Compare(ids) => {
            segments("compare", &[]);
            if !ids.is_empty() {
                out.push('/');
                out.push_str(&listed(ids));
            }
        }
        Page::Timeline => segments("timeline", &[]),
        Page::Relations(None, _) => segments("relations", &[]),
        Page::Relations(Some(from), None) => segments("relations", &[from]),
        Page::Relations(Some(from), Some(to)) => segments("relations", &[from, to]),
        Page::Checks => segments("checks", &[]),
        Page::Dictionary => segments("dictionary", &[]),
        Page::Pinned => segments("pinned", &[]),
        Page::About => segments("about", &[]),
    }
}

/// The address of a fragment, and the parts of it that mean nothing. Never fails.
pub fn parse(fragment: &str) -> (Address, Vec<String>) {
    let mut address = Address::default();
    let mut ignored = Vec::new();
    let fragment = fragment.trim_start_matches('#');
    let (path, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
    match page(path) {
        Some(page) => address.page = page,
        None => ignored.push(path.to_owned()),
    }
    for pair in pairs.split('&').filter(|p| !p.is_empty()) {
        let understood = pair
            .split_once('=')
            .is_some_and(|(key, value)| take(&mut address, &decode(key), value));
        if !understood {
            ignored.push(pair.to_owned());
        }
    }
    (address, ignored)
}

fn page(path: &str) -> Option<Page> {
    let mut parts = path.split('/').filter(|p| !p.is_empty());
    let Some(first) = parts.next() else {
        return Some(Page::Overview);
    };
    let (second, third) = (parts.next(), parts.next().map(decode));
    if parts.next().is_some() {
        return None;
    }
    let one = second.map(decode);
    Some(match (first, one, third) {
        ("entity", Some(id), None) => Page::Entity(id),
        ("outline", id, None) => Page::Outline(id),
        ("compare", _, None) => Page::Compare(list(second.unwrap_or(""))),
        ("timeline", None, None) => Page::Timeline,
        ("relations", from, to) => Page::Relations(from, to),
        ("checks", None, None) => Page::Checks,
        ("dictionary", None, None) => Page::Dictionary,
        ("pinned", None, None) => Page::Pinned,
        ("about", None, None) => Page::About,
        (id, None, None) if !PAGES.contains(&id) => Page::Collection(decode(id)),
        _ => return None,
    })
}

/// Takes one pair of an address; whether it means something.
fn take(address: &mut Address, key: &str, value: &str) -> bool {
    let text = || Some(decode(value)).filter(|text| !text.is_empty());
    match (key, value) {
        ("lang", _) => {
            let (lang, both) = match value {
                "zh" => (Lang::Zh, false),
                "en" => (Lang::En, false),
                "zh-en" => (Lang::Zh, true),
                "en-zh" => (Lang::En, true),
                _ => return false,
            };
            (address.lang, address.both) = (lang, both);
        }
        ("layer", "context") => address.context = true,
        ("q", _) => address.text = decode(value),
        ("sort", _) => {
            address.sorts = list(value)
                .into_iter()
                .map(|key| match key.strip_prefix('-') {
                    Some(field) => Sort {
                        field: field.to_owned(),
                        descending: true,
                    },
                    None => Sort {
                        field: key,
                        descending: false,
                    },
                })
                .collect();
        }
        ("view", "cards") => address.view = View::Cards,
        ("view", "table") => address.view = View::Table,
        ("view", "timeline") => address.view = View::Timeline,
        ("view", "chart") => address.view = View::Chart,
        ("cols", _) => address.columns = list(value),
        ("measure", _) => address.chart.measure = text(),
        ("group", _) => address.chart.group = text(),
        ("split", _) => address.chart.split = text(),
        ("form", _) => address.chart.form = text(),
        ("scale", "log") => address.chart.log = true,
        ("multiples", "yes") => address.chart.multiples = true,
        ("in", _) => address.collections = list(value),
        ("years", _) => match value.split_once("..") {
            Some((from, to)) => match (from.parse(), to.parse()) {
                (Ok(from), Ok(to)) if from <= to => address.years = Some((from, to)),
                _ => return false,
            },
            None => return false,
        },
        ("rows", "different") => address.differences = true,
        ("pins", _) => {
            let pin = |text: String| match text.split_once('\u{1f}') {
                Some((id, note)) => Pin {
                    id: id.to_owned(),
                    note: note.to_owned(),
                },
                None => Pin {
                    id: text,
                    note: String::new(),
                },
            };
            address.pins = list(value).into_iter().map(pin).collect();
        }
        ("at", _) => match pointer(value) {
            Some(pointer) => address.statement = Some(pointer),
            None => return false,
        },
        (key, _) if RESERVED.contains(&key) => return false,
        (field, _) => match range(field, value) {
            Some(range) => address.ranges.push(range),
            None => {
                let values = list(value);
                if values.is_empty() {
                    return false;
                }
                address.facets.push((field.to_owned(), values));
            }
        },
    }
    true
}

/// A statement: its field, its number where it is not the first, its layer where it is not the report's.
fn pointer(value: &str) -> Option<Pointer> {
    let mut parts = value.split('~');
    let field = decode(parts.next()?);
    let nth = parts.next().map_or(Ok(1), str::parse).ok()?;
    let beside = match parts.next() {
        None => false,
        Some("beside") => true,
        Some(_) => return None,
    };
    let whole = parts.next().is_none() && !field.is_empty() && nth > 0;
    whole.then_some(Pointer { field, nth, beside })
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

fn end(end: Option<f64>, out: &mut String) {
    if let Some(value) = end {
        // As JSON writes it: it comes back unchanged, and the code for it is there anyway.
        let text = serde_json::to_string(&value).unwrap_or_default();
        out.push_str(text.strip_suffix(".0").unwrap_or(&text));
    }
}

fn listed(values: &[String]) -> String {
    let values: Vec<_> = values.iter().map(|v| encoded(v)).collect();
    values.join(",")
}

fn list(text: &str) -> Vec<String> {
    let parts = text.split(',').filter(|part| !part.is_empty());
    parts.map(decode).collect()
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode(text, &mut out);
    out
}

fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => out.push(byte as char),
            _ => {
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)] as char);
                out.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
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
