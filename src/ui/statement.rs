//! A value with its qualifier and unit, and a statement with its source one action away.
use crate::chart::Drawing;
use crate::lens::{Lang, Shown};
use crate::present::{words, Line, Origin};
use leptos::prelude::*;

/// A value: the figure large, qualifier and unit small beside it.
pub fn value(shown: Shown, link: Option<String>) -> AnyView {
    let qualifier = (!shown.qualifier.is_empty())
        .then(|| view! { <span class="qualifier">{shown.qualifier}</span> }.into_any());
    let unit = (!shown.unit.is_empty()).then(|| view! { <span class="unit">{shown.unit}</span> });
    let main = match link {
        Some(href) => view! { <a href=href>{shown.main}</a> }.into_any(),
        None => view! { <b>{shown.main}</b> }.into_any(),
    };
    let (before, behind) = match shown.after {
        true => (None, qualifier),
        false => (qualifier, None),
    };
    view! { <span class="value">{before}{main}{behind}{unit}</span> }.into_any()
}

/// How a value is drawn, as a class.
pub fn class_of(drawing: Drawing) -> &'static str {
    match drawing {
        Drawing::Stated => "stated",
        Drawing::Derived => "derived",
        Drawing::Forecast => "forecast",
        Drawing::Context => "context",
    }
}

/// The mark of a checked statement; leads to the page that says why.
pub fn check(line: &Line, lang: Lang) -> Option<AnyView> {
    let (verdict, href) = line.check.clone()?;
    Some(view! { <a class="check" href=href>{words::verdict(lang, verdict)}</a> }.into_any())
}

/// A statement as a row of a list of definitions.
pub fn statement(line: Line, lang: Lang) -> AnyView {
    let class = class_of(line.drawing);
    let check = check(&line, lang);
    let printed = line.value.printed.clone().map(|printed| {
        view! { <span class="printed">{words::printed(lang)}" "<span lang="zh">{printed}</span></span> }
    });
    let other = line.other.clone().map(|other| {
        view! { <span class="second" lang=lang.other().tag()>{other}</span> }
    });
    let note = (!line.note.is_empty()).then(|| view! { <span class="note">{line.note}</span> });
    view! {
        <dt>{line.name}</dt>
        <dd class=class>
            {value(line.value, line.link)} {note} {printed} {other} {check}
            {origin(line.origin, line.formula, lang)}
        </dd>
    }
    .into_any()
}

/// Where a statement stands, with what finds it there.
pub fn origin(origin: Origin, formula: Option<String>, lang: Lang) -> AnyView {
    let formula = formula.map(|f| view! { <p>{words::derived(lang)}<code>{f}</code></p> });
    match origin {
        Origin::Report {
            place,
            link,
            tokens,
        } => view! {
            <details class="origin">
                <summary>{words::source(lang)}" "{place.clone()}</summary>
                <p><a href=link>{place}</a></p>
                <p>{words::tokens(lang)}<code lang="zh">{tokens.join(" · ")}</code></p>
                {formula}
            </details>
        }
        .into_any(),
        Origin::Public(reference) => {
            let date = reference.as_of.map(|date| ["，", &date].concat());
            let title = match reference.url {
                Some(url) => view! { <a href=url rel="noreferrer">{reference.title}</a> }.into_any(),
                None => view! { <span>{reference.title}</span> }.into_any(),
            };
            view! { <p class="origin">{words::source(lang)}" "{title}{date}{formula}</p> }.into_any()
        }
    }
}
