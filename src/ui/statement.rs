//! A value with its qualifier and unit, and a statement with its source one action away.
use super::away;
use super::html::{el, link as anchor, Html};
use crate::chart::Drawing;
use crate::lens::{Lang, Shown};
use crate::present::{checks, words, Line, Origin};
use crate::session::{Away, Session};
use leptos::prelude::AnyView;

/// A value: the figure large, qualifier and unit small beside it.
pub fn value(shown: &Shown, link: Option<String>) -> Html {
    made(shown, link, None, "", None)
}

/// The value of a statement: its qualifier leads to what it means, pointing at it shows it in the other language.
pub fn value_of(line: &Line, lang: Lang) -> Html {
    let original = line.original.as_deref().unwrap_or_default();
    made(
        &line.value,
        line.link.clone(),
        line.explained.clone(),
        original,
        Some(lang),
    )
}

fn made(
    shown: &Shown,
    link: Option<String>,
    explained: Option<String>,
    original: &str,
    lang: Option<Lang>,
) -> Html {
    let qualifier = (!shown.qualifier.is_empty()).then(|| {
        let qualifier = match explained {
            Some(href) => el("a").attr("href", href),
            None => el("span"),
        };
        let qualifier = qualifier.class("qualifier").title(&shown.meaning);
        qualifier.text(shown.qualifier.clone())
    });
    let unit = (!shown.unit.is_empty()).then(|| el("span").class("unit").text(shown.unit.clone()));
    let main = match link {
        Some(href) => el("a").attr("href", href),
        None if shown.figure => el("b"),
        None => el("span"),
    };
    let main = match lang {
        Some(lang) => main.title(original).said(&shown.main, lang),
        None => main.text(shown.main.clone()),
    };
    let (mut before, mut between, mut behind) = (None, None, None);
    match (shown.after, shown.last) {
        (true, _) => between = qualifier,
        (_, true) => behind = qualifier,
        _ => before = qualifier,
    }
    let class = if shown.spaced() {
        "value spaced"
    } else {
        "value"
    };
    el("span")
        .class(class)
        .children(before)
        .child(main)
        .children(between)
        .children(unit)
        .children(behind)
}

/// The word that a statement's drawing needs; leads to what it means.
pub fn mark(line: &Line) -> Option<Html> {
    let (word, href) = line.mark.clone()?;
    Some(anchor(href, word).class("mark"))
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
pub fn check(line: &Line, lang: Lang) -> Option<Html> {
    let (verdict, href) = line.check.clone()?;
    let sign = el("span").attr("aria-hidden", "true");
    let sign = sign.text(words::verdict_sign(verdict)).text(" ");
    let check = el("a").attr("href", href).class("check");
    Some(check.child(sign).text(words::verdict(lang, verdict)))
}

/// The same mark as a sign, where there is no room for words.
pub fn check_sign(line: &Line, lang: Lang) -> Option<Html> {
    let (verdict, href) = line.check.clone()?;
    let word = words::verdict(lang, verdict);
    let sign = anchor(href, words::verdict_sign(verdict)).class("check");
    Some(sign.attr("aria-label", word).attr("title", word))
}

/// A note in small type, where there is one.
pub fn note(note: &str) -> Option<Html> {
    (!note.is_empty()).then(|| el("span").class("note").text(note.to_owned()))
}

/// A statement as a term and its definition, with sentence, citation and link among what tells its source.
pub fn citable(session: Session, line: &Line, id: &str, which: String, lang: Lang) -> [Html; 2] {
    let what = Away::Statement(id.to_owned(), which);
    let source = match session.more {
        Some(more) => (more.source)(session, line, what),
        None => {
            let source = origin(&line.origin, line.formula.as_deref(), lang);
            let name = away::name(&what);
            source.child(away::ask(session, words::take, &name)).into()
        }
    };
    parts(line, lang, source)
}

/// A statement as a term and its definition, with its source and nothing more.
pub fn plain(line: &Line, lang: Lang) -> [Html; 2] {
    let source = origin(&line.origin, line.formula.as_deref(), lang);
    parts(line, lang, source.into())
}

fn parts(line: &Line, lang: Lang, origin: AnyView) -> [Html; 2] {
    let printed = line.value.printed.clone().map(|printed| {
        let original = el("span").lang(Lang::Zh).text(printed);
        el("span")
            .class("printed")
            .text(words::printed(lang))
            .text(" ")
            .child(original)
    });
    let other = line.other.clone();
    let other = other.map(|other| el("span").class("second").lang(lang.other()).text(other));
    [
        el("dt")
            .title(&line.name_original)
            .text(line.name.clone())
            .child(second(&line.name_original, lang)),
        el("dd")
            .class(class_of(line.drawing))
            .child(value_of(line, lang))
            .text(" ")
            .children(mark(line))
            .children(note(&line.note))
            .children(printed)
            .children(other)
            .children(check(line, lang))
            .child(origin),
    ]
}

/// Where a statement stands, with what finds it there.
pub fn origin(origin: &Origin, formula: Option<&str>, lang: Lang) -> Html {
    let formula = formula.map(|formula| {
        let formula = el("code").said(formula, lang);
        el("p").text(words::derived(lang)).child(formula)
    });
    match origin {
        Origin::Report {
            place,
            link,
            tokens,
        } => {
            let tokens = el("code").lang(Lang::Zh).text(tokens.join(" · "));
            let summary = [words::source(lang), " ", place].concat();
            el("details")
                .class("origin")
                .child(el("summary").text(summary))
                .child(el("p").child(anchor(link.clone(), place.clone())))
                .child(el("p").text(words::tokens(lang)).child(tokens))
                .children(formula)
        }
        Origin::Public(reference) => {
            let source = el("p").class("origin").text(words::source(lang)).text(" ");
            against(source, &checks::against(reference, lang), lang).children(formula)
        }
    }
}

/// A public source with its date and kind, inside an element.
pub fn against(inside: Html, source: &checks::Against, lang: Lang) -> Html {
    let title = match &source.url {
        Some(url) => el("a").attr("href", url.clone()).attr("rel", "noreferrer"),
        None => el("span"),
    };
    let inside = inside.child(title.said(&source.title, lang));
    match source.note.is_empty() {
        true => inside,
        false => inside
            .text(" ")
            .child(el("span").class("note").text(source.note.clone())),
    }
}

/// A label in the other language; shown where both languages are.
pub fn second(text: &str, lang: Lang) -> Html {
    let other = el("span").class("second").lang(lang.other());
    other.text(text.to_owned())
}
