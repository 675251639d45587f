//! Entities side by side: the page, the button that picks one, and the tray that says what is picked.
use super::html::{el, link as anchor, live, maybe, nothing, Html};
use super::statement;
use crate::lens::{self, Lang};
use crate::link::{self, Address, Page};
use crate::present::compare::{self, Comparison, Head, Row, MOST};
use crate::present::words;
use crate::report::Edition;
use crate::session::{effect, Session};
use leptos::prelude::*;

/// Puts an entity into the comparison, or takes it out.
pub fn toggle(session: Session, id: &str) -> Html {
    let id: std::sync::Arc<str> = id.into();
    let of_state = id.clone();
    let chosen = move || session.compared.read().iter().any(|c| **c == *of_state);
    let full = {
        let chosen = chosen.clone();
        move || !chosen() && session.compared.read().len() >= MOST
    };
    let word = {
        let (chosen, full) = (chosen.clone(), full.clone());
        move || {
            let lang = session.lang.get();
            match (chosen(), full()) {
                (true, _) => words::remove_compare(lang).to_owned(),
                (_, true) => words::full_compare(lang).to_owned(),
                _ => words::add_compare(lang).to_owned(),
            }
        }
    };
    el("button")
        .attr("type", "button")
        .class("quiet compare-toggle")
        .attr_live("aria-pressed", move || Some(chosen().to_string()))
        .attr_live("aria-disabled", move || full().then(|| "true".to_owned()))
        .on("click", move |_| {
            let mut ids = session.compared.get_untracked();
            let room = ids.len() < MOST || ids.iter().any(|c| **c == *id);
            if room {
                link::toggle(&mut ids, &id);
                session.compare(ids);
            }
        })
        .text_live(word)
}

/// What is picked, at the foot of every page but the comparison itself.
pub fn tray(session: Session) -> AnyView {
    live(move || {
        let ids = session.compared.get();
        let here = session.address.read();
        if ids.is_empty() || matches!(here.page, Page::Compare(_)) {
            return nothing();
        }
        let lang = here.lang;
        let names = session.edition(|e| {
            let names = ids
                .iter()
                .map(|id| e.name(id).map_or(id.as_str(), |n| lang.of(n)));
            names.collect::<Vec<_>>().join(lang.pick("、", ", "))
        });
        let page = link::format(&here.at(Page::Compare(ids.clone())));
        el("aside")
            .class("tray")
            .attr("aria-label", words::compare(lang))
            .child(
                el("b")
                    .attr("role", "status")
                    .text(words::selected(lang, ids.len(), MOST)),
            )
            .child(el("span").class("names").text(names))
            .child(anchor(page, words::compare(lang)).class("choice"))
            .child(
                el("button")
                    .attr("type", "button")
                    .class("quiet")
                    .on("click", move |_| session.compare(Vec::new()))
                    .text(words::clear_compare(lang)),
            )
            .into()
    })
}

/// The comparison page; what it shows is what is picked from then on.
pub fn page(session: Session) -> AnyView {
    effect(move || {
        if let Page::Compare(ids) = &session.address.read().page {
            let mut ids = ids.clone();
            ids.truncate(MOST);
            if !ids.is_empty() && *session.compared.read_untracked() != ids {
                session.compare(ids);
            }
        }
    });
    super::whole(session, move |edition, here| {
        let Page::Compare(ids) = &here.page else {
            return None;
        };
        let complete = session.library.with(|l| l.complete);
        Some(made(edition, here, ids, complete))
    })
}

fn made(edition: &Edition, here: &Address, ids: &[String], complete: bool) -> AnyView {
    let lang = here.lang;
    let compared = compare::comparison(edition, here, ids);
    // What is still on its way is not missing.
    let left_out = (complete && !compared.left_out.is_empty()).then(|| {
        let ids = compared.left_out.join(lang.pick("、", ", "));
        el("p")
            .class("notice")
            .attr("role", "status")
            .text(words::compare_left_out(lang))
            .text(" ")
            .child(el("code").text(ids))
    });
    let several = compared
        .several
        .then(|| el("p").class("caveat").text(words::compare_several(lang)));
    let guide = match compared.heads.len() {
        0 => Some(words::compare_empty(lang)),
        1 => Some(words::compare_one(lang)),
        _ => None,
    };
    let guide = guide.map(|guide| el("p").class("lead").text(guide));
    let ways = (compared.heads.len() < 2).then(|| {
        let collections = edition.schema.collections.iter().map(|c| {
            let page = link::format(&here.at(Page::Collection(c.id.clone())));
            el("li").child(anchor(page, lang.of(&c.name).to_owned()))
        });
        el("ul").class("links").children(collections)
    });
    let more = compare::suggestions(edition, here, ids);
    let more = (!more.is_empty()).then(|| {
        let links = more
            .into_iter()
            .map(|(name, href)| el("li").child(anchor(href, ["+ ", &name].concat())));
        el("section")
            .class("suggested")
            .child(el("h2").text(words::compare_more(lang)))
            .child(el("ul").class("links").children(links))
    });
    let shown = !compared.heads.is_empty();
    let several_columns = compared.heads.len() > 1;
    el("article")
        .class("compare")
        .child(el("h1").text(words::compare(lang)))
        .children(guide)
        .children(left_out)
        .children(several)
        .children(several_columns.then(|| rows_choice(here, &compared)))
        .child(maybe(shown.then(|| matrix(&compared, lang))))
        .children(more)
        .children(ways)
        .into()
}

/// All rows or only those that differ.
fn rows_choice(here: &Address, compared: &Comparison) -> Html {
    let lang = here.lang;
    let choice = |differences: bool, word: &'static str| {
        let next = Address {
            differences,
            ..here.clone()
        };
        let current = (here.differences == differences).then_some("true");
        anchor(link::format(&next), word).attr_if("aria-current", current)
    };
    let count = words::rows_different(lang, compared.different, compared.rows);
    el("p")
        .class("switch")
        .attr("role", "group")
        .child(choice(false, words::all_rows(lang)))
        .child(choice(true, words::different_rows(lang)))
        .child(el("span").class("n").attr("role", "status").text(count))
}

fn matrix(compared: &Comparison, lang: Lang) -> Html {
    let columns = compared.heads.len();
    let heads = compared
        .heads
        .iter()
        .map(|head| column_head(head, compared.several, lang));
    let head = el("tr").child(el("td")).children(heads);
    let mut body: Vec<Html> = Vec::new();
    for group in &compared.groups {
        if !group.name.is_empty() {
            let name = el("th")
                .attr("scope", "rowgroup")
                .attr("colspan", (columns + 1).to_string())
                .text(group.name.clone());
            body.push(el("tr").class("group").child(name));
        }
        for row in &group.rows {
            body.push(field_row(row, columns, lang));
            body.extend(guard(row, columns));
        }
    }
    let none = body.is_empty().then(|| {
        let cell = el("td").attr("colspan", (columns + 1).to_string());
        el("tr").child(cell.text(words::all_same(lang)))
    });
    let table = el("table")
        .class("matrix")
        .child(el("thead").child(head))
        .child(el("tbody").children(body).children(none));
    el("div")
        .class("sheet-table")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", words::compare(lang))
        .child(table)
}

fn column_head(head: &Head, several: bool, lang: Lang) -> Html {
    let other = head.other.clone();
    let other = other.map(|other| el("span").class("other").lang(lang.other()).text(other));
    let collection = several.then(|| el("span").class("kicker").text(head.collection.clone()));
    let label = [
        words::remove_compare(lang),
        lang.pick("：", ": "),
        &head.name,
    ]
    .concat();
    let remove = anchor(head.without.clone(), "×")
        .class("remove")
        .attr("aria-label", label);
    el("th")
        .attr("scope", "col")
        .children(collection)
        .child(anchor(head.link.clone(), head.name.clone()))
        .text(" ")
        .child(remove)
        .children(other)
}

fn field_row(made: &Row, columns: usize, lang: Lang) -> Html {
    let differs = (made.differs && columns > 1)
        .then(|| el("span").class("differs").text(words::differs(lang)));
    let cells = made.cells.iter().map(|cell| {
        let lines = cell.iter().map(|line| {
            let field = made
                .named
                .then(|| el("span").class("field").text(line.name.clone()));
            let printed = line.value.printed.clone().map(|printed| {
                el("span")
                    .class("printed")
                    .text([words::printed(lang), lang.pick("", " "), &printed].concat())
            });
            let other = line.other.clone();
            let other =
                other.map(|other| el("span").class("second").lang(lang.other()).text(other));
            el("div")
                .class(statement::class_of(line.drawing))
                .children(field)
                .child(statement::value(&line.value, line.link.clone()))
                .text(" ")
                .children(statement::check_sign(line, lang))
                .children(statement::note(&line.note))
                .children(printed)
                .children(other)
                .child(statement::origin(
                    &line.origin,
                    line.formula.as_deref(),
                    lang,
                ))
        });
        let none = cell
            .is_empty()
            .then(|| el("span").class("unstated").text(lens::not_stated(lang)));
        el("td").children(lines).children(none)
    });
    let cells: Vec<Html> = cells.collect();
    el("tr")
        .class(if made.warnings.is_empty() {
            "plain"
        } else {
            "guarded"
        })
        .child(
            el("th")
                .attr("scope", "row")
                .text(made.name.clone())
                .children(differs),
        )
        .children(cells)
}

/// Why the values of a row are not of one kind.
fn guard(row: &Row, columns: usize) -> Option<Html> {
    let sentences = row.warnings.iter().map(|w| el("p").text(w.text.clone()));
    let sentences: Vec<Html> = sentences.collect();
    (!sentences.is_empty()).then(|| {
        let cell = el("td")
            .attr("colspan", columns.to_string())
            .children(sentences);
        el("tr").class("guard").child(el("td")).child(cell)
    })
}
