//! A statement as a sentence that can be quoted, with its qualifier, unit, date, speaker and section.
use super::parcel::{Fact, Item, Report};
use crate::lens::{self, Lang, Shown};
use crate::report::{Source, Value};

/// A statement as a sentence, in either language. A field whose schema says how it reads is put that way;
/// any other is put so that the sentence is right whatever its label is.
pub fn sentence(report: &Report, item: &Item, fact: &Fact, lang: Lang) -> String {
    let mut dated = false;
    let said = said(item, fact, lang, &mut dated);
    let said = said.trim_end_matches(['。', '.', '；', ';', ' ']);
    let lead = lead(report, fact, lang);
    let notes = notes(fact, lang, dated);
    match (lang, notes.is_empty()) {
        (Lang::Zh, true) => [&lead, said, "。"].concat(),
        (Lang::Zh, false) => [&lead, said, "（", &notes, "）。"].concat(),
        (Lang::En, true) => [&lead, said, "."].concat(),
        (Lang::En, false) => [&lead, said, " (", &notes, ")."].concat(),
    }
}

/// Who says it and where.
fn lead(report: &Report, fact: &Fact, lang: Lang) -> String {
    let derived = fact.statement.derived_from.is_some();
    let Some(spot) = &fact.spot else {
        let (title, date) = match &fact.statement.source {
            Source::Public(reference) => (reference.title.as_str(), reference.as_of.as_deref()),
            Source::Report(_) => ("", None),
        };
        let date = date.map_or_else(String::new, |date| lens::show_date(date, lang));
        return match (lang, date.as_str()) {
            (Lang::Zh, "") => ["据“", title, "”，"].concat(),
            (Lang::Zh, date) => ["据“", title, "”（", date, "），"].concat(),
            (Lang::En, "") => ["According to “", title, "”, "].concat(),
            (Lang::En, date) => ["According to “", title, "” (", date, "), "].concat(),
        };
    };
    let who = match lang.of(&report.short) {
        "" => lang.of(&report.publisher),
        short => short,
    };
    let (title, number, at) = (
        lang.of(&report.title),
        lang.of(&spot.number),
        lang.of(&spot.at),
    );
    match lang {
        Lang::Zh => {
            let derived = if derived { "推算" } else { "" };
            ["据", who, "《", title, "》", number, at, derived, "，"].concat()
        }
        Lang::En => {
            let lead = match derived {
                true => "Derived from ",
                false => "According to ",
            };
            // A foreword has a name where sections have a number.
            let section = match number.starts_with(|c: char| c.is_ascii_digit()) {
                true => "section ",
                false => "",
            };
            let comma = if at.is_empty() { "" } else { ", " };
            [
                lead, who, "’s ", title, ", ", section, number, comma, at, ", ",
            ]
            .concat()
        }
    }
}

/// What is said; `dated` is set when that includes the date.
fn said(item: &Item, fact: &Fact, lang: Lang, dated: &mut bool) -> String {
    let (name, field) = (lang.of(&item.name), lang.of(&fact.field));
    let shown = &fact.shown[usize::from(lang == Lang::En)];
    let pattern = lang.pick(&fact.say.zh, &fact.say.en);
    if !pattern.is_empty() {
        let value = shown.line();
        let value = value.trim_end_matches(['。', '.']);
        return pattern.replace("{name}", name).replace("{value}", value);
    }
    match (&fact.statement.value, lang) {
        (Value::Number(_), _) => number(item, fact, lang, dated),
        (Value::Date { .. }, Lang::Zh) => [name, "的", field, "为", &shown.main].concat(),
        (Value::Date { .. }, Lang::En) => {
            let field = lens::lower_first(field);
            [
                "the date given for ",
                name,
                " (",
                &field,
                ") is ",
                &shown.main,
            ]
            .concat()
        }
        (Value::Term { .. }, Lang::Zh) => [name, "的", field, "为", &shown.main].concat(),
        (Value::Term { .. }, Lang::En) => {
            let field = lens::lower_first(field);
            [name, " is listed under “", &field, "” as ", &shown.main].concat()
        }
        (Value::Entity { .. }, Lang::Zh) => [name, "的“", field, "”一项为", &shown.main].concat(),
        (Value::Entity { .. }, Lang::En) => {
            let field = lens::lower_first(field);
            [name, " is listed under “", &field, "” with ", &shown.main].concat()
        }
        (Value::Bool(_), Lang::Zh) => [name, "的“", field, "”一项为“", &shown.main, "”"].concat(),
        (Value::Bool(_), Lang::En) => {
            let field = lens::lower_first(field);
            [
                "the answer to “",
                &field,
                "” for ",
                name,
                " is “",
                &shown.main,
                "”",
            ]
            .concat()
        }
        (Value::Text { .. }, Lang::Zh) => ["关于", name, "（", field, "）：", &shown.main].concat(),
        (Value::Text { .. }, Lang::En) => {
            let field = lens::lower_first(field);
            ["on ", name, " (", &field, "): ", &shown.main].concat()
        }
    }
}

/// A number: in English it is said of “the figure for …”, so that the verb fits singular and plural labels.
fn number(item: &Item, fact: &Fact, lang: Lang, dated: &mut bool) -> String {
    let (name, field) = (lang.of(&item.name), lang.of(&fact.field));
    let shown = &fact.shown[usize::from(lang == Lang::En)];
    let verb = lang.pick(&fact.verb.zh, &fact.verb.en);
    let date = fact.statement.as_of.as_deref();
    // A number of something narrower than the entity is not the entity's number.
    let unsaid = fact.unsaid && fact.statement.scope.is_none();
    *dated = date.is_some();
    let value = match verb.is_empty() {
        true => shown.line(),
        // The verb holds the qualifier.
        false => Shown {
            qualifier: String::new(),
            ..shown.clone()
        }
        .line(),
    };
    match lang {
        Lang::Zh => {
            let date = date.map_or_else(String::new, |date| lens::show_date(date, lang));
            let (of, field) = if unsaid { ("", "") } else { ("的", field) };
            let verb = if verb.is_empty() { "为" } else { verb };
            [&date, name, of, field, verb, &value].concat()
        }
        Lang::En => {
            let date = date.map_or_else(String::new, |date| {
                let day = if date.len() > 7 { " on " } else { " in " };
                [day, &lens::show_date(date, lang)].concat()
            });
            let what = match unsaid {
                true => ["“", name, "”"].concat(),
                false => [name, " (", &lens::lower_first(field), ")"].concat(),
            };
            let verb = if verb.is_empty() { "is" } else { verb };
            ["the figure for ", &what, &date, " ", verb, " ", &value].concat()
        }
    }
}

/// What stands in brackets: date, scope, speaker, formula.
fn notes(fact: &Fact, lang: Lang, dated: bool) -> String {
    let mut notes = Vec::new();
    let statement = &fact.statement;
    if let (Some(date), false) = (&statement.as_of, dated) {
        notes.push(lens::show_date(date, lang));
    }
    if let Some(scope) = &statement.scope {
        notes.push(lang.of(scope).trim_end_matches(['。', '.']).to_owned());
    }
    // A number has its qualifier beside it, other values have none.
    let qualifier = &fact.shown[usize::from(lang == Lang::En)].qualifier;
    if !qualifier.is_empty() && !matches!(statement.value, Value::Number(_)) {
        notes.push(qualifier.clone());
    }
    let who = lang.of(&fact.said_by);
    if !who.is_empty() {
        notes.push(lang.pick("据", "according to ").to_owned() + who);
    }
    if let Some(derived) = &statement.derived_from {
        let colon = lang.pick("推算：", "derived: ");
        notes.push(colon.to_owned() + &derived.formula);
    }
    if fact.spot.is_none() {
        notes.push(lang.pick("非报告所述", "not in the report").to_owned());
    }
    notes.join(lang.pick("；", "; "))
}
