//! A figure or table of the report, drawn as far as its text gives it.
use super::html::{el, Html};
use super::{figure, legend, statement};
use crate::chart;
use crate::lens::Lang;
use crate::link::Address;
use crate::present::exhibit::{self, Boxes, Cell, Named, Table};
use crate::present::words;
use crate::report::{Display, Drawn, Edition, Entity};
use crate::session::{memo, Session};
use leptos::prelude::*;

/// What an entity's page draws besides its statements.
pub fn drawn(session: Session, edition: &Edition, entity: &Entity, here: &Address) -> AnyView {
    // One that cannot be read is named above the page.
    let Some(Ok(display)) = Display::of(entity) else {
        return super::empty();
    };
    let display = &display;
    let drawing = match display.kind {
        Drawn::Table => vec![table(exhibit::table(edition, entity, display, here), here)],
        Drawn::Series => series(session, edition, display, here),
        Drawn::Diagram => {
            let groups = exhibit::groups(edition, display, here);
            let groups = groups.into_iter().map(|group| boxes(group, here.lang));
            let note = el("p").class("caveat").text(words::from_prose(here.lang));
            vec![el("div").class("diagram").children(groups), note]
        }
        Drawn::Text => Vec::new(),
    };
    let captions = exhibit::captions(edition, entity, display, here);
    let captions = captions
        .into_iter()
        .flat_map(|[name, text]| [el("dt").text(name), el("dd").said(&text, here.lang)]);
    let captions = el("dl").class("captions").children(captions);
    el("div")
        .class("exhibit")
        .children(drawing)
        .child(captions)
        .into()
}

fn named(named: &Named, lang: Lang) -> Html {
    let made = match &named.link {
        Some(href) => el("a").attr("href", href.clone()),
        None => el("span"),
    };
    let other = named.other.as_deref().unwrap_or_default();
    let made = made.title(other).said(&named.name, lang);
    match other {
        "" => made,
        other => made.child(statement::second(other, lang)),
    }
}

fn table(table: Table, here: &Address) -> Html {
    let lang = here.lang;
    let heads = table.heads.iter().map(String::as_str);
    let heads = heads.chain([words::stands_in(lang)]);
    let heads = heads.map(|head| el("th").attr("scope", "col").text(head.to_owned()));
    let head = el("thead").child(el("tr").children(heads));
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().filter(|c| c.span > 0);
        let cells = cells.map(|c| cell(c, lang));
        let source = row.source.iter().map(|s| named(s, lang));
        let source = el("td").class("place").children(source);
        el("tr").children(cells).child(source)
    });
    let body = el("tbody").children(rows);
    // A wide table scrolls inside its own frame, which a keyboard can reach.
    el("div")
        .class("frame")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", words::table(lang))
        .child(el("table").child(head).child(body))
}

fn cell(cell: &Cell, lang: Lang) -> Html {
    let made = match cell.head {
        true => el("th").attr("scope", "row"),
        false => el("td"),
    };
    let made = match cell.span {
        0 | 1 => made,
        rows => made.attr("rowspan", rows.to_string()),
    };
    if cell.items.is_empty() {
        return made.text(crate::lens::not_stated(lang));
    }
    let parted = if cell.head {
        " / "
    } else {
        lang.pick("、", ", ")
    };
    let items = cell.items.iter().enumerate();
    items.fold(made, |made, (at, item)| {
        let made = if at > 0 { made.text(parted) } else { made };
        made.child(named(item, lang))
    })
}

fn series(session: Session, edition: &Edition, display: &Display, here: &Address) -> Vec<Html> {
    let points = exhibit::points(edition, display);
    let made = chart::series(edition, &points, here.lang);
    let made = memo(move || made.clone());
    vec![figure::figure(session, made), legend::drawings(here)]
}

fn boxes(group: Boxes, lang: Lang) -> Html {
    let list = el(if group.steps { "ol" } else { "ul" });
    let boxes = group.boxes.iter().map(|b| el("li").child(named(b, lang)));
    el("section")
        .class(if group.steps { "steps-in-row" } else { "boxes" })
        .child(el("h2").child(named(&group.name, lang)))
        .child(list.children(boxes))
}
