//! A chart's picture with what it needs to stand alone: headline, measure, what it leaves out, source, address.
use super::parcel::Parcel;
use super::xlsx::escaped;
use crate::chart::{DARK, LIGHT};
use crate::present::words;

const MARGIN: f64 = 24.0;
const NARROWEST: f64 = 480.0;
const TEXT: &str = "system-ui, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const SERIF: &str = "Georgia, 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif";

/// The picture of a parcel's chart as an SVG document of its own. Empty where there is no chart.
pub fn compose(parcel: &Parcel) -> String {
    let Some(figure) = &parcel.figure else {
        return String::new();
    };
    let lang = parcel.lang;
    let (wide, high) = size(&parcel.picture);
    let width = (wide + 2.0 * MARGIN).max(NARROWEST);
    let palette = if parcel.dark { &DARK } else { &LIGHT };
    let ink = if parcel.dark { "#e8e6e1" } else { "#1c1d20" };
    let mut out = String::new();
    let mut y = MARGIN;
    let mut lines = |text: &str, size: f64, font: &str, weight: &str, color: &str, y: &mut f64| {
        for line in wrapped(text, width - 2.0 * MARGIN, size) {
            *y += (size * 1.45).round();
            let (x, at) = (MARGIN.to_string(), y.to_string());
            for part in [
                "<text x=\"",
                &x,
                "\" y=\"",
                &at,
                "\" font-family=\"",
                font,
                "\" font-size=\"",
                &size.to_string(),
                "\" font-weight=\"",
                weight,
                "\" fill=\"",
                color,
                "\">",
                &escaped(&line),
                "</text>",
            ] {
                out.push_str(part);
            }
        }
    };
    lines(&parcel.title, 20.0, SERIF, "700", ink, &mut y);
    let measure = match figure.log {
        true => {
            let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
            [&figure.name, open, words::log(lang), close].concat()
        }
        false => figure.name.clone(),
    };
    if measure != parcel.title {
        lines(&measure, 13.0, TEXT, "400", palette.ink, &mut y);
    }
    y += 16.0;
    let top = y;
    y += high + 4.0;
    lines(&figure.caveat(lang), 12.0, TEXT, "400", palette.ink, &mut y);
    let sign = match figure.place.is_empty() {
        true => "",
        false => lang.pick("，", "; "),
    };
    let source = [&parcel.attribution(), sign, &figure.place].concat();
    lines(&source, 12.0, TEXT, "400", palette.ink, &mut y);
    lines(&parcel.address, 11.0, TEXT, "400", palette.ink, &mut y);
    let height = (y + MARGIN).to_string();
    let width = width.to_string();
    let inner = placed(&parcel.picture, MARGIN, top);
    [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"",
        &width, "\" height=\"", &height, "\" viewBox=\"0 0 ", &width, " ", &height, "\" lang=\"",
        lang.tag(), "\"><title>", &escaped(&parcel.title), "</title><rect width=\"100%\" height=\"100%\" fill=\"",
        palette.paper, "\"/>", &out, &inner, "</svg>",
    ]
    .concat()
}

/// The first tag of a document, without its opening bracket, and what follows the tag's name.
fn root(svg: &str) -> &str {
    let start = svg.find("<svg").map_or("", |at| &svg[at + 4..]);
    start.split('>').next().unwrap_or_default()
}

/// Width and height of an SVG document in pixels.
fn size(svg: &str) -> (f64, f64) {
    let root = root(svg);
    let number = |name: &str| -> Option<f64> {
        let (_, rest) = root.split_once(name)?;
        let value = rest.split('"').next()?;
        value.trim_end_matches("px").parse().ok()
    };
    let number = |name: &str| number(name).unwrap_or(0.0);
    (number(" width=\""), number(" height=\""))
}

/// A document put at a place inside another one.
fn placed(svg: &str, x: f64, y: f64) -> String {
    match svg.find("<svg") {
        Some(at) => [
            "<svg x=\"",
            &x.to_string(),
            "\" y=\"",
            &y.to_string(),
            "\"",
            &svg[at + 4..],
        ]
        .concat(),
        None => String::new(),
    }
}

/// A text in lines that fit a width, both in pixels. A Chinese character is one size wide, others about half of it;
/// lines break at spaces and between Chinese characters, but no line starts with closing punctuation.
pub fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    for piece in pieces(text) {
        let needed = wide(piece.trim_end(), size);
        if used + needed > width && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
            used = 0.0;
        }
        // A piece longer than a line is cut: an address has no spaces.
        for c in piece.chars() {
            let needed = of_char(c) * size;
            if used + needed > width && c != ' ' && !line.is_empty() {
                lines.push(line.trim_end().to_owned());
                line.clear();
                used = 0.0;
            }
            line.push(c);
            used += needed;
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The parts of a text between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let breaks = before.is_some_and(|before| {
            let between = before == ' ' || is_wide(before) || is_wide(c);
            between && c != ' ' && !closes(c) && !opens(before)
        });
        if breaks {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

fn wide(text: &str, size: f64) -> f64 {
    text.chars().map(of_char).sum::<f64>() * size
}

fn of_char(c: char) -> f64 {
    match c {
        c if is_wide(c) => 1.0,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.92,
        c if c.is_ascii_uppercase() => 0.72,
        _ => 0.58,
    }
}

/// Chinese characters and full-width punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}')
}

fn closes(c: char) -> bool {
    "，。、；：！？）》”’」』】%.,;:!?)]}…".contains(c)
}

fn opens(c: char) -> bool {
    "（《“‘「『【([{".contains(c)
}
