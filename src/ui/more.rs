//! What the first view does without, as functions that only the whole application names.
use super::{
    about, brush, checks, compare, dictionary, entity, help, kept, legend, menu, offline, outline,
    own, pinned, relations, search, star, table, timeline, tour, values,
};
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
    tray,
    values: values::values,
    legend: legend::both,
    help: help::open,
    tour: tour::begin,
    drawings: Edition::drawings,
    kept: kept::kept,
    away: menu::away,
    source: menu::source,
    star: star::star,
    glossary: Edition::add_concepts,
};

fn page(session: Session, page: &Page) -> Option<AnyView> {
    Some(match page {
        Page::Entity(id) => entity::page(session, id.clone()),
        Page::Outline(id) => outline::page(session, id.clone()),
        Page::Compare(_) => compare::page(session),
        Page::Timeline => timeline::page(session),
        Page::Relations(from, to) => relations::page(session, from.clone(), to.clone()),
        Page::Checks => checks::page(session),
        Page::Dictionary => dictionary::page(session),
        Page::About => about::page(session),
        Page::Pinned => pinned::page(session),
        _ => return None,
    })
}

fn tray(session: Session) -> AnyView {
    help::listen(session);
    let parts = [
        menu::begin(session),
        help::dialog(session),
        tour::tour(session),
        offline::notice(session),
    ];
    super::row(parts)
}

fn view(session: Session, collection: usize, outcome: Memo<Outcome>, view: View) -> AnyView {
    match view {
        View::Table => table::table(session, collection, outcome),
        View::Timeline => timeline::of_collection(session, collection, outcome),
        View::Chart => own::own(session, collection, outcome),
        View::Cards => super::empty(),
    }
}
