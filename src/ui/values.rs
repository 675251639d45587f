//! The numbers of a chart, listed.
use super::figure::{follow, values_of};
use super::html::{el, lazily, link as anchor, row};
use super::{cards, statement};
use crate::chart::{Drawing, Figure, Target};
use crate::link;
use crate::present::words;
use crate::session::Session;
use leptos::prelude::*;

/// How many numbers are listed at first and with each further step.
const WINDOW: usize = 60;

/// The numbers of a figure, made when they are asked for.
pub fn values(session: Session, figure: Memo<Figure>) -> AnyView {
    let most = RwSignal::new(WINDOW);
    let values = el("details")
        .class("values")
        .attr(
            "data-take",
            figure.with_untracked(|figure| values_of(&figure.id)),
        )
        .child(el("summary").text_live(move || words::table(session.lang.get()).to_owned()));
    lazily(values, move || table(session, &figure.read(), most)).into()
}

/// The numbers of a figure, each a link to what its mark leads to; what is not simply stated says so.
fn table(session: Session, figure: &Figure, most: RwSignal<usize>) -> AnyView {
    let here = session.address.get();
    let lang = here.lang;
    let parts = figure.parts.iter().any(|part| !part.is_empty());
    let rows = figure.marks.iter().take(most.get()).map(|mark| {
        let href = link::format(&follow(&here, &mark.target));
        let part = parts.then(|| el("td").text(figure.parts[mark.part].clone()));
        let name = figure.rows[mark.row].clone();
        let name = match &mark.target {
            Target::Filter(none) if none.is_empty() => el("span").text(name),
            _ => anchor(href, name),
        };
        let drawing = match mark.drawing {
            Drawing::Stated => "",
            drawing => words::drawing(lang, drawing),
        };
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .children(part)
            .child(el("td").class("number").text(mark.shown.clone()))
            .child(el("td").children(statement::note(drawing)))
    });
    let table = el("table").child(el("tbody").children(rows));
    let more = cards::more(session, figure.marks.len(), most, WINDOW);
    row([table.into(), more])
}
