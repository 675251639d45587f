//! The legend: how values are drawn, each kind with a sample and a way to its meaning.
use super::html::{el, link as anchor, Html};
use crate::link::Address;
use crate::present::{checks, dictionary, marks, words};
use crate::report::Verdict;
use leptos::prelude::*;

/// A sample of a mark, drawn as the mark is.
pub fn sample(id: &'static str) -> Html {
    el("span")
        .class("sample")
        .attr("data-mark", id)
        .attr("aria-hidden", "true")
}

/// The sample of a drawing or the sign of a verdict, by its id; other marks are words alone.
pub fn of(id: &str) -> Option<Html> {
    let drawing = marks::DRAWINGS.iter().find(|mark| mark.id == id);
    let verdict = checks::VERDICTS
        .into_iter()
        .find(|v| marks::verdict_id(*v) == id);
    drawing.map(|mark| sample(mark.id)).or(verdict.map(sign))
}

/// The shape of a verdict.
pub fn sign(verdict: Verdict) -> Html {
    el("span")
        .class("sign")
        .attr("data-verdict", marks::verdict_id(verdict))
        .attr("aria-hidden", "true")
        .text(words::verdict_sign(verdict))
}

/// How values are drawn, in a line.
pub fn drawings(here: &Address) -> Html {
    let lang = here.lang;
    let items = marks::DRAWINGS.iter().map(|mark| {
        let href = dictionary::link(here, dictionary::MARK, mark.id);
        let name = anchor(href, mark.name(lang)).title(mark.means(lang));
        el("li").child(sample(mark.id)).child(name)
    });
    el("ul")
        .class("drawings")
        .attr("aria-label", words::legend(lang))
        .children(items)
}

/// The legend of a page that shows both layers.
pub fn both(here: &Address) -> AnyView {
    drawings(here).into()
}
