//! One chart: headline, picture, caveat, table. The picture is the only thing that ECharts draws.
use super::away::{ask, away};
use super::html::{el, maybe, Html};
use crate::browser::Picture;
use crate::chart::{Figure, Target};
use crate::link::Address;
use crate::present::words;
use crate::session::{effect, Away, Drawn, Session};
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

/// The name by which the numbers of a figure are found on the page again.
pub fn values_of(id: &str) -> String {
    ["values/", id].concat()
}

/// A figure of the current view; a click on a mark filters or opens what it stands for.
pub fn figure(session: Session, figure: Memo<Figure>) -> Html {
    let lang = session.lang;
    let measure = move || {
        let figure = figure.read();
        let lang = lang.get();
        let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
        match figure.log {
            true => [&figure.name, open, words::log(lang), close].concat(),
            false => figure.name.clone(),
        }
    };
    let source = move || {
        let lang = lang.get();
        let figure = figure.read();
        let sign = if figure.place.is_empty() {
            ""
        } else {
            lang.pick("，", "; ")
        };
        [words::attribution(lang), sign, &figure.place].concat()
    };
    let caption = el("figcaption")
        .child(el("h2").text_live(move || figure.read().headline.clone()))
        .child(el("p").class("measure").text_live(measure));
    let failed = move || {
        let failed = session.drawing.get() == Some(false);
        let notice = || el("p").class("caveat").attr("role", "status");
        maybe(failed.then(|| notice().text(words::no_picture(lang.get()))))
    };
    // In the first view a button brings the numbers; a picture and a sentence are there already.
    let values = match session.more {
        Some(more) => (more.values)(session, figure),
        None => {
            let name = figure.with_untracked(|figure| values_of(&figure.id));
            ask(session, words::table, &name).into()
        }
    };
    let drawn: Drawn = StoredValue::new_local(None);
    let foot = el("div")
        .class("foot")
        .child(el("p").class("sourced").text_live(source))
        .child(values)
        .child(away(session, Away::Figure(figure, drawn)));
    el("figure")
        .child(caption)
        .child(
            el("p")
                .class("visually-hidden")
                .text_live(move || figure.read().sentence(lang.get())),
        )
        .child(picture(session, figure, drawn))
        .live(failed)
        .child(
            el("p")
                .class("caveat")
                .text_live(move || figure.read().caveat(lang.get())),
        )
        .child(foot)
}

/// The picture of a figure: drawn once the library is there, drawn anew when the figure or the theme changes.
fn picture(session: Session, figure: Memo<Figure>, drawn: Drawn) -> Html {
    let host: RwSignal<Option<Element>, LocalStorage> = RwSignal::new_local(None);
    let clicked = move |series: usize, index: usize| {
        let next = figure.with_untracked(|f| {
            let mark = f.mark(series, index)?;
            Some(follow(&session.now(), &mark.target))
        });
        if let Some(next) = next {
            session.go(&next);
        }
    };
    effect(move || {
        let host = host
            .get()
            .and_then(|host| host.dyn_into::<HtmlElement>().ok());
        let (Some(host), Some(true)) = (host, session.drawing.get()) else {
            return;
        };
        let lang = session.lang.get();
        let dark = session.dark.get();
        let Ok(json) = serde_json::to_string(&*figure.read()) else {
            return;
        };
        // The locale of a picture is fixed when it is made.
        let kept = drawn.with_value(|d| d.as_ref().is_some_and(|(_, l)| *l == lang));
        if !kept {
            drawn.set_value(None);
            // Without a picture the table below still has every number.
            let made = Picture::new(&host, lang.tag(), clicked);
            drawn.set_value(made.ok().map(|picture| (picture, lang)));
        }
        drawn.with_value(|d| {
            if let Some((picture, _)) = d {
                picture.draw(&json, dark);
            }
        });
    });
    on_cleanup(move || {
        drawn.try_update_value(|drawn| *drawn = None);
    });
    let height = move || {
        let height = figure.read().height().to_string();
        Some(["height:", &height, "px"].concat())
    };
    el("div")
        .class("picture")
        .attr("aria-hidden", "true")
        .attr_live("style", height)
        .ready(move |element| host.set(Some(element)))
}

/// The address that a mark leads to.
pub fn follow(here: &Address, target: &Target) -> Address {
    match target {
        Target::Entity(id) => here.to_entity(id),
        Target::Filter(chosen) => {
            let all = chosen.iter().all(|(field, value)| here.has(field, value));
            chosen.iter().fold(here.clone(), |next, (field, value)| {
                // A mark of two values takes both back only when both are chosen.
                match next.has(field, value) == all {
                    true => next.toggled(field, value),
                    false => next,
                }
            })
        }
    }
}
