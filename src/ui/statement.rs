//! A value with its qualifier and unit, and a statement with its source one action away.
use super::away;
use super::html::{el, link as anchor, Html};
use crate::browser;
use crate::chart::Drawing;
use crate::lens::{Lang, Shown};
use crate::link::{Address, Pointer};
use crate::present::{words, Line, Origin};
use crate::session::{Away, Session};

/// A value: the figure large, qualifier and unit small beside it.
pub fn value(shown: &Shown, link: Option<String>) -> Html {
    let qualifier = (!shown.qualifier.is_empty())
        .then(|| el("span").class("qualifier").text(shown.qualifier.clone()));
    let unit = (!shown.unit.is_empty()).then(|| el("span").class("unit").text(shown.unit.clone()));
    let main = match link {
        Some(href) => anchor(href, shown.main.clone()),
        None if shown.figure => el("b").text(shown.main.clone()),
        None => el("span").text(shown.main.clone()),
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
    Some(anchor(href, words::verdict(lang, verdict)).class("check"))
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

/// A statement as a term and its definition.
pub fn statement(line: &Line, lang: Lang) -> [Html; 2] {
    let origin = origin(&line.origin, line.formula.as_deref(), lang);
    parts(line, lang, origin)
}

fn parts(line: &Line, lang: Lang, origin: Html) -> [Html; 2] {
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
        el("dt").text(line.name.clone()),
        el("dd")
            .class(class_of(line.drawing))
            .child(value(&line.value, line.link.clone()))
            .text(" ")
            .children(note(&line.note))
            .children(printed)
            .children(other)
            .children(check(line, lang))
            .child(origin),
    ]
}

/// The same, with sentence, citation and link among what tells its source; marked where the address points at it.
pub fn citable(
    session: Session,
    line: &Line,
    id: &str,
    which: Option<Pointer>,
    here: &Address,
) -> [Html; 2] {
    let Some(which) = which else {
        return statement(line, here.lang);
    };
    let pointed = here.statement.as_ref() == Some(&which);
    let what = Away::Statement(id.to_owned(), which);
    let source = origin(&line.origin, line.formula.as_deref(), here.lang);
    let source = match line.origin {
        Origin::Report { .. } => {
            let source = source.attr("data-take", away::name(&what));
            let source = source.attr_if("open", pointed.then_some(""));
            away::lazily(source, move || away::away(session, what.clone()))
        }
        Origin::Public(_) => el("div").child(source).child(away::away(session, what)),
    };
    let [name, value] = parts(line, here.lang, source);
    match pointed {
        true => [name, value.attr("aria-current", "true").ready(reveal)],
        false => [name, value],
    }
}

/// Shows an element once the page stands.
fn reveal(element: leptos::web_sys::Element) {
    leptos::task::spawn_local(async move {
        browser::painted().await;
        browser::centre(&element);
    });
}

/// Where a statement stands, with what finds it there.
pub fn origin(origin: &Origin, formula: Option<&str>, lang: Lang) -> Html {
    let formula = formula.map(|formula| {
        let formula = el("code").text(formula.to_owned());
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
            let title = match &reference.url {
                Some(url) => anchor(url.clone(), reference.title.clone()).attr("rel", "noreferrer"),
                None => el("span").text(reference.title.clone()),
            };
            let date = reference.as_of.as_ref();
            let date = date.map_or_else(String::new, |date| [", ", date].concat());
            el("p")
                .class("origin")
                .text(words::source(lang))
                .text(" ")
                .child(title)
                .text(date)
                .children(formula)
        }
    }
}
