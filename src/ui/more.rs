//! What the first view does without, as functions that only the whole application names.
use super::{brush, compare, own, pinned, relations, search, star, table, take, timeline};
use crate::link::{Page, View};
use crate::query::Outcome;
use crate::report::Edition;
use crate::session::{More, Session};
use leptos::prelude::*;

/// Everything beyond the first view.
pub static WHOLE: More = More {
    page,
    view,
    brush: brush::brush,
    search: search::search,
    tray: take::begin,
    away: take::away,
    star: star::star,
    glossary: Edition::add_concepts,
};

fn page(session: Session, page: &Page) -> Option<AnyView> {
    Some(match page {
        Page::Compare(_) => compare::page(session),
        Page::Timeline => timeline::page(session),
        Page::Relations(from, to) => relations::page(session, from.clone(), to.clone()),
        Page::Pinned => pinned::page(session),
        _ => return None,
    })
}

fn view(session: Session, collection: usize, outcome: Memo<Outcome>, view: View) -> AnyView {
    match view {
        View::Table => table::table(session, collection, outcome),
        View::Timeline => timeline::of_collection(session, collection, outcome),
        View::Chart => own::own(session, collection, outcome),
        View::Cards => super::empty(),
    }
}
