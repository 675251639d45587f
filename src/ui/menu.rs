//! Menus of what can be taken away, where they stand on the page.
use super::away::{self, MENU, STAR};
use super::figure::follow;
use super::html::{el, lazily, row, Html};
use super::kept;
use super::statement::origin;
use super::take::{rows, Make, Offer};
use crate::browser;
use crate::link::Page;
use crate::present::{words, Line, Origin};
use crate::session::{effect, Away, Session};
use crate::take::pins::Change;
use crate::take::Parcel;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// What can be taken away of something: a menu that opens over the page; of a statement of the report, rows among
/// what tells its source.
pub fn away(session: Session, what: Away) -> AnyView {
    let name = away::name(&what);
    let offer = match &what {
        Away::Figure(..) => Offer::Chart,
        Away::View(..) | Away::Entity(_) => Offer::Data,
        Away::Statement(..) => Offer::Statement,
        Away::Pins => Offer::Pins,
    };
    let inside = matches!(&what, Away::Statement(_, which) if !which.ends_with("~beside"));
    let make: Make = Arc::new(move || made(session, &what));
    if inside {
        return rows(session, offer, &make).into();
    }
    let menu = el("details")
        .class("take")
        .attr("name", "take")
        .attr("data-take", name)
        .child(el("summary").text_live(move || words::take(session.lang.get()).to_owned()));
    let menu = lazily(menu, move || {
        // Pictures are offered once they can be drawn; an open menu stays open meanwhile.
        let offer = match offer {
            Offer::Chart if session.drawing.get() != Some(true) => Offer::Data,
            offer => offer,
        };
        let sheet = el("div").class("sheet").child(rows(session, offer, &make));
        sheet.into()
    });
    menu.into()
}

/// Where a statement stands, with what can be taken away of it: rows among what tells a place in the report,
/// a menu beside a public source.
pub fn source(session: Session, line: &Line, what: Away) -> AnyView {
    let source = origin(
        &line.origin,
        line.formula.as_deref(),
        session.lang.get_untracked(),
    );
    match line.origin {
        Origin::Report { .. } => {
            let source = source.attr("data-take", away::name(&what));
            lazily(source, move || away(session, what.clone())).into()
        }
        Origin::Public(_) => el("div").child(source).child(away(session, what)).into(),
    }
}

/// The parcel of something, as it is now.
pub fn made(session: Session, what: &Away) -> Option<Parcel> {
    let (here, base) = (session.now(), browser::address_with(""));
    session.library.with_untracked(|l| {
        let edition = &l.edition;
        match what {
            Away::View(collection, outcome) => {
                let hits = outcome.with_untracked(|outcome| outcome.hits.clone());
                Some(Parcel::view(edition, *collection, &hits, &here, &base))
            }
            Away::Figure(figure, drawn) => {
                let mut parcel = figure.with_untracked(|figure| {
                    let lead = |mark: usize| follow(&here, &figure.marks[mark].target);
                    Parcel::chart(edition, figure, &here, &base, lead)
                });
                drawn.with_value(|drawn| {
                    if let Some((picture, _)) = drawn {
                        parcel.picture = picture.svg();
                    }
                });
                parcel.dark = session.dark.get_untracked();
                Some(parcel)
            }
            Away::Entity(id) => Parcel::entity(edition, id, &here, &base),
            Away::Statement(id, which) => Parcel::statement(edition, id, which, &here, &base),
            Away::Pins => {
                let pins = untrack(|| kept::all(session));
                Some(Parcel::pins(edition, &pins, &here, &base))
            }
        }
    })
}

/// What was last done, for all to see for a moment and for screen readers to say.
pub fn said(session: Session) -> Html {
    el("p")
        .class("said")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .text_live(move || {
            session
                .kept
                .map_or_else(String::new, |kept| kept.said.get())
        })
}

/// Takes up what the first view was asked for, and what the address points at; gives what floats over every page.
pub fn begin(session: Session) -> AnyView {
    browser::close_outside("details.take[open]");
    if let Some(id) = browser::wanted_of(STAR) {
        kept::change(session, &Change::Toggle(id));
    }
    let menu = RefCell::new(browser::wanted_of(MENU));
    effect(move || {
        // What a page shows is made anew until all files are in; what is opened before would close.
        if !session.library.with(|l| l.complete) {
            return;
        }
        let here = session.address.read();
        let pointed = matches!(here.page, Page::Entity(_)) && !here.at.is_empty();
        let statement = pointed.then(|| ["at/", &here.at].concat());
        let menu = menu.borrow_mut().take();
        if statement.is_some() || menu.is_some() {
            leptos::task::spawn_local(async move {
                browser::painted().await;
                if let Some(name) = statement {
                    browser::point_at(&name);
                }
                if let Some(name) = menu {
                    browser::open_marked(&name);
                }
            });
        }
    });
    row([super::compare::tray(session), said(session).into()])
}
