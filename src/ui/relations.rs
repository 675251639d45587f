//! Relations: an entity with its neighbours around it, or the shortest way from one entity to another.
use super::explorer::layers;
use super::html::{el, link as anchor, live, row, Html};
use super::lookup::Lookup;
use super::statement;
use crate::browser;
use crate::lens::Lang;
use crate::link::{self, Address, Page};
use crate::present::relations::{self, Around, Graph, Group, Neighbour, Node};
use crate::present::{words, Line};
use crate::session::Session;
use leptos::prelude::*;

/// How many neighbours are shown at first and with each further step.
const WINDOW: usize = 24;
/// How many names are suggested.
const NAMES: usize = 12;
/// How many hits of a search, which are not all entities, these are taken from.
const HITS: usize = 40;

/// The page: of no entity yet, of one, of the way between two.
pub fn page(session: Session, from: Option<String>, to: Option<String>) -> AnyView {
    super::whole(session, move |edition, here| {
        let graph = Graph::new(edition, here.context);
        let Some(from) = &from else {
            return Some(start(session, &graph, here));
        };
        let middle = graph.find(from)?;
        match &to {
            None => Some(of_one(session, &graph, middle, here)),
            Some(to) => Some(of_two(session, &graph, middle, graph.find(to)?, here)),
        }
    })
}

fn start(session: Session, graph: &Graph, here: &Address) -> AnyView {
    let lang = here.lang;
    let hubs = graph.hubs(WINDOW).into_iter();
    let hubs = hubs
        .filter(|(_, degree)| *degree > 0)
        .map(|(node, degree)| {
            let node = graph.node(node, here);
            let count = el("span").class("n").text(degree.to_string());
            el("li")
                .child(anchor(node.link, node.name))
                .text(" ")
                .child(count)
        });
    row([
        el("h1").text(words::relations(lang)),
        el("p").class("lead").text(words::relations_about(lang)),
        finder(session, None, words::relations_find(lang)),
        el("h2").text(words::relations_hubs(lang)),
        el("ol").class("links").children(hubs),
    ])
}

/// The way back to all relations, and the entity's own page.
fn crumb(node: &Node, here: &Address) -> Html {
    let lang = here.lang;
    let all = link::format(&here.at(Page::Relations(None, None)));
    let own = link::format(&here.to_entity(&node.id));
    el("p")
        .class("crumb")
        .child(anchor(all, words::relations(lang)))
        .text(" · ")
        .child(anchor(own, words::entity_page(lang)))
}

fn of_one(session: Session, graph: &Graph, middle: usize, here: &Address) -> AnyView {
    let lang = here.lang;
    let around = relations::around(graph, middle, WINDOW, here);
    let node = around.node;
    let count = match around.statements {
        0 => words::relations_none(lang).to_owned(),
        n => words::relations_count(lang, n, around.neighbours),
    };
    let most = RwSignal::new(WINDOW);
    let read = move || {
        let here = session.address.get();
        session.edition(|edition| {
            let graph = Graph::new(edition, here.context);
            relations::around(&graph, middle, most.get(), &here)
        })
    };
    let shown = move || {
        let around = read();
        match around.groups.is_empty() {
            true => super::html::nothing(),
            false => row([picture(&around), list(&around, session.lang.get())]),
        }
    };
    let more = el("button")
        .attr("type", "button")
        .class("more")
        .attr_live("hidden", move || (read().more == 0).then(String::new))
        .on("click", move |_| most.update(|most| *most += WINDOW))
        .text(words::more(lang));
    row([
        crumb(&node, here),
        el("h1").text(node.name),
        el("p").class("lead").text(count),
        finder(session, Some(node.id), words::relations_to(lang)),
        el("div").live(shown),
        more,
    ])
}

/// The picture: relations as branches to both sides of the entity. The list below says the same.
fn picture(around: &Around) -> Html {
    let (left, right) = around.groups.split_at(around.left);
    let middle = el("div")
        .class("middle")
        .child(el("b").text(around.node.name.clone()))
        .child(el("span").class("n").text(around.node.kind.clone()));
    el("div")
        .class("web")
        .attr("aria-hidden", "true")
        .child(branches("left", left))
        .child(middle)
        .child(branches("right", right))
}

fn branches(class: &'static str, groups: &[Group]) -> Html {
    let groups = groups.iter().map(|group| {
        let leaves = group.neighbours.iter().map(|neighbour| {
            let node = &neighbour.node;
            let class = neighbour.lines.first().map_or("", drawn);
            let name = anchor(node.link.clone(), node.name.clone())
                .attr("tabindex", "-1")
                .attr("title", node.kind.clone());
            el("li").class(class).child(name)
        });
        let leaves = el("ul").children(leaves);
        el("li")
            .child(el("span").class("relation").text(group.name.clone()))
            .child(leaves)
    });
    el("ul").class(class).children(groups)
}

/// How a connection is drawn.
fn drawn(line: &Line) -> &'static str {
    statement::class_of(line.drawing)
}

/// The same as a list, each relation with its statements.
fn list(around: &Around, lang: Lang) -> Html {
    let groups = around.groups.iter().flat_map(|group| {
        let more = (group.more > 0).then(|| {
            el("p")
                .class("caveat")
                .text(words::n_more(lang, group.more))
        });
        let items = group.neighbours.iter().map(|n| neighbour(n, lang));
        [
            el("dt").text(group.name.clone()),
            el("dd").child(el("ul").children(items)).children(more),
        ]
    });
    el("section")
        .class("entity relations")
        .child(el("h2").text(words::relations_list(lang)))
        .child(el("dl").children(groups))
}

fn neighbour(neighbour: &Neighbour, lang: Lang) -> Html {
    let node = &neighbour.node;
    let lines = neighbour.lines.iter().map(|line| said(line, lang));
    let who = el("div")
        .child(anchor(node.link.clone(), node.name.clone()))
        .text(" ")
        .child(el("span").class("n").text(node.kind.clone()));
    el("li").child(who).child(el("div").children(lines))
}

/// The statement of a connection: what it says beside naming the entity, and where it stands.
fn said(line: &Line, lang: Lang) -> Html {
    let value = line.link.is_none().then(|| {
        let name = [&line.name, lang.pick("：", ": ")].concat();
        el("span")
            .text(name)
            .child(statement::value(&line.value, None))
    });
    el("div")
        .class(drawn(line))
        .children(value)
        .children(statement::note(&line.note))
        .children(statement::check(line, lang))
        .child(statement::origin(
            &line.origin,
            line.formula.as_deref(),
            lang,
        ))
}

fn of_two(session: Session, graph: &Graph, from: usize, to: usize, here: &Address) -> AnyView {
    let lang = here.lang;
    let (first, last) = (graph.node(from, here), graph.node(to, here));
    let steps = relations::connection(graph, from, to, here);
    let found = words::connection(lang, &first.name, &last.name, steps.as_ref().map(Vec::len));
    let place = |node: Node| {
        let kind = el("span").class("n").text(node.kind);
        el("li")
            .class("stop")
            .child(anchor(node.link, node.name))
            .text(" ")
            .child(kind)
    };
    let chain = steps.unwrap_or_default().into_iter().flat_map(|step| {
        let relation = el("b").class("relation").text(step.relation);
        let way = el("li")
            .class("way")
            .child(relation)
            .child(said(&step.line, lang));
        [way, place(step.node)]
    });
    let chain: Vec<Html> = chain.collect();
    let chain = (!chain.is_empty()).then(|| {
        el("ol")
            .class("chain")
            .child(place(first.clone()))
            .children(chain)
    });
    let back = Page::Relations(Some(last.id), Some(first.id.clone()));
    let back = anchor(link::format(&here.at(back)), words::relations_back(lang));
    let name = [&first.name, " — ", &last.name].concat();
    row([
        crumb(&first, here),
        el("h1").text(name),
        el("p").class("lead").text(found),
        finder(session, Some(first.id), words::relations_to(lang)),
        el("div").children(chain),
        el("p").child(back),
    ])
}

/// A box for whatever a search understands, with links to the entities found: their relations, or the way there
/// from an entity.
fn finder(session: Session, from: Option<String>, label: &'static str) -> Html {
    let typed = RwSignal::new(String::new());
    let lookup = Lookup::new(session);
    let found = move || {
        let typed = typed.read();
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let lang = session.lang.get();
        let groups = lookup.find(&typed, HITS);
        session.edition(|e| relations::suggestions(e, &groups, lang, NAMES))
    };
    let next = move |here: &Address, id: String| {
        here.at(match &from {
            None => Page::Relations(Some(id), None),
            Some(from) => Page::Relations(Some(from.clone()), Some(id)),
        })
    };
    let taken = next.clone();
    let take = move |event: leptos::ev::Event| {
        if browser::key(&event).as_deref() == Some("Enter") {
            if let Some(first) = untrack(found).into_iter().next() {
                session.go(&taken(&session.now(), first.id));
            }
        }
    };
    let names = move || {
        let here = session.address.get();
        let items = found().into_iter().map(|one| {
            let href = link::format(&next(&here, one.id));
            let reason = el("span").class("n").text(one.reason);
            el("li")
                .child(anchor(href, one.name))
                .text(" ")
                .child(reason)
        });
        el("ul").class("links").children(items).into()
    };
    let count = move || match typed.read().trim().is_empty() {
        true => String::new(),
        false => words::suggested(session.lang.get(), found().len()),
    };
    let input = el("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .on("focus", move |_| lookup.prepare())
        .on("input", move |event| typed.set(event_target_value(&event)))
        .on("keydown", take);
    let label = el("label")
        .child(el("span").text(label))
        .text(" ")
        .child(input);
    el("div")
        .class("finder")
        .child(
            el("div")
                .class("chosen")
                .child(label)
                .child(layers(session)),
        )
        .child(
            el("p")
                .class("caveat")
                .attr("role", "status")
                .text_live(count),
        )
        .child(live(names))
}
