//! References for programs: BibTeX, RIS, CSL-JSON.
use super::cite::month;
use super::work::{Form, Work};
use crate::lens::Lang;
use serde_json::{json, Value};

/// Some references after another.
pub fn all(works: &[Work], format: fn(&Work) -> String) -> String {
    works.iter().map(format).collect::<Vec<_>>().join("\n")
}

/// What the record says beside its fields: where exactly, what is taken from there, what it is made from.
fn note(work: &Work) -> String {
    let lang = work.lang;
    let mut notes = Vec::new();
    let places = work.places(lang);
    if !places.is_empty() {
        let section = lang.pick("章节：", "Section ");
        let named = lang == Lang::En && !places.starts_with(|c: char| c.is_ascii_digit());
        notes.push([if named { "" } else { section }, &places].concat());
    }
    let about = lang.of(&work.about);
    if !about.is_empty() {
        notes.push(about.to_owned());
    }
    let basis = lang.of(&work.basis);
    if !basis.is_empty() {
        let who = lang.of(&work.publisher);
        notes.push(match lang {
            Lang::Zh => ["据", who, "《", basis, "》"].concat(),
            Lang::En => ["Based on ", who, ", ", basis].concat(),
        });
    }
    // Whoever reads the translated title must be able to find the original.
    let original = work.title.zh.as_str();
    if work.form == Form::Report && lang == Lang::En && original != work.title.en {
        notes.push(["Original title: ", original].concat());
    }
    notes.join(lang.pick("；", "; "))
}

/// A BibTeX entry, readable by BibTeX and by biblatex.
pub fn bibtex(work: &Work) -> String {
    let lang = work.lang;
    let mut out = String::from(match work.form {
        Form::Report => "@techreport{",
        _ => "@misc{",
    });
    out.push_str(&work.key);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            for part in [",\n  ", name, " = {", value, "}"] {
                out.push_str(part);
            }
        }
    };
    let author = lang.of(&work.author);
    if !author.is_empty() {
        // A body is one name: the second pair of braces keeps it whole.
        field("author", &["{", &tex(author), "}"].concat());
    }
    field("title", &["{", &tex(lang.of(&work.title)), "}"].concat());
    if work.form == Form::Report {
        field("institution", &tex(lang.of(&work.publisher)));
        field("address", &tex(lang.of(&work.city)));
    }
    field("year", work.year());
    if let Some(month) = month(&work.date) {
        field("month", &month.to_string());
    }
    field("pages", &work.pages("--", "+"));
    field("url", &work.url);
    field("urldate", &work.accessed);
    if work.form != Form::Page {
        field("langid", lang.pick("chinese", "english"));
    }
    field("note", &tex(&note(work)));
    out + "\n}\n"
}

/// A text inside a BibTeX field.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\r' | '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An RIS record.
pub fn ris(work: &Work) -> String {
    let lang = work.lang;
    let mut out = String::new();
    let mut tag = |tag: &str, value: &str| {
        if !value.is_empty() {
            let value = value.replace(['\r', '\n'], " ");
            for part in [tag, "  - ", &value, "\r\n"] {
                out.push_str(part);
            }
        }
    };
    tag(
        "TY",
        match work.form {
            Form::Report => "RPRT",
            Form::Chart => "CHART",
            Form::View => "DATA",
            Form::Page => "ELEC",
        },
    );
    tag("ID", &work.key);
    tag("AU", lang.of(&work.author));
    tag("TI", lang.of(&work.title));
    if work.form == Form::Report {
        tag("PB", lang.of(&work.publisher));
        tag("CY", lang.of(&work.city));
    }
    tag("PY", work.year());
    tag("DA", &slashed(&work.date));
    match work.pages[..] {
        [(first, last, false)] => {
            tag("SP", &first.to_string());
            tag(
                "EP",
                &last.map_or_else(String::new, |last| last.to_string()),
            );
        }
        _ => tag("SP", &work.pages("-", "-")),
    }
    tag("UR", &work.url);
    tag("Y2", &slashed(&work.accessed));
    if work.form != Form::Page {
        tag("LA", lang.tag());
    }
    tag("N1", &note(work));
    out + "ER  - \r\n"
}

/// A date as RIS writes it: year/month/day/, what is not known left empty.
fn slashed(date: &str) -> String {
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    if year.is_empty() {
        return String::new();
    }
    let month = month(date).and_then(|_| parts.next()).unwrap_or_default();
    let day = parts.next().unwrap_or_default();
    [year, "/", month, "/", day, "/"].concat()
}

/// References as CSL-JSON.
pub fn csl(works: &[Work]) -> String {
    let works: Vec<Value> = works.iter().map(record).collect();
    serde_json::to_string_pretty(&works).unwrap_or_default()
}

fn record(work: &Work) -> Value {
    let lang = work.lang;
    let mut out = json!({
        "id": work.key,
        "type": match work.form {
            Form::Report => "report",
            Form::Chart => "figure",
            Form::View => "dataset",
            Form::Page => "webpage",
        },
        "title": lang.of(&work.title),
    });
    let mut add = |key: &str, value: &str| {
        if !value.is_empty() {
            out[key] = value.into();
        }
    };
    if work.form == Form::Report {
        add("publisher", lang.of(&work.publisher));
        add("publisher-place", lang.of(&work.city));
        add("original-title", &work.title.zh);
    }
    // The language of a public source is not known.
    if work.form != Form::Page {
        add("language", lang.tag());
    }
    add("page", &work.pages("-", "-"));
    add("section", &work.places(lang));
    add("URL", &work.url);
    add("note", &note(work));
    let author = lang.of(&work.author);
    if !author.is_empty() {
        out["author"] = json!([{"literal": author}]);
    }
    for (key, date) in [("issued", &work.date), ("accessed", &work.accessed)] {
        let parts = date.split('-').map_while(|part| part.parse::<u16>().ok());
        let parts: Vec<u16> = parts.collect();
        if !parts.is_empty() {
            out[key] = json!({"date-parts": [parts]});
        }
    }
    out
}
