//! The rail: facets with live counts, ranges; and above the cards what is active.
use super::html::{el, link as anchor, maybe, row, Html};
use super::statement::second;
use crate::lens;
use crate::link;
use crate::present::{facets, words};
use crate::query::Outcome;
use crate::session::{memo, Session};
use leptos::prelude::*;

/// How many values of a facet are listed before the reader asks for all.
const FIRST: usize = 8;

/// Facets and ranges of a collection.
pub fn filters(session: Session, collection: usize, outcome: Memo<Outcome>) -> Html {
    // Labels change with language and data only; counts are written into them in place.
    // What arrives later changes few of them, and an unchanged rail keeps its focus.
    let views = memo(move || {
        let here = link::Address {
            lang: session.lang.get(),
            ..Default::default()
        };
        session.library.with(|l| {
            let catalogue = &l.catalogues[collection];
            let at = |view: &facets::FacetView| {
                let mut facets = catalogue.facets.iter();
                facets.position(|f| f.field == view.field)
            };
            let views = facets::facets(&l.edition, catalogue, &here).into_iter();
            let views = views.filter_map(|view| Some((at(&view)?, view)));
            let ranges = facets::ranges(&l.edition, collection, catalogue, here.lang);
            (views.collect::<Vec<_>>(), ranges)
        })
    });
    let list = move || {
        let (facets, ranges) = views.get();
        let facets = facets
            .into_iter()
            .map(|(at, view)| facet(session, at, view, outcome));
        let lang = session.lang.get_untracked();
        let ranges = ranges.into_iter().map(|view| range(session, view, lang));
        row(facets.chain(ranges))
    };
    // On a narrow page the rail is a sheet that a button opens; on a wide one the button is not shown.
    let open = RwSignal::new(false);
    let label = move || {
        let chosen = session.address.read();
        let facets = chosen.facets.iter().map(|(_, values)| values.len());
        let chosen = facets.sum::<usize>() + chosen.ranges.len();
        let word = words::filters(session.lang.get());
        match chosen {
            0 => word.to_owned(),
            n => [word, " (", &n.to_string(), ")"].concat(),
        }
    };
    let button = el("button")
        .attr("type", "button")
        .class("opener")
        .attr_live("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .text_live(label);
    let class = move || Some(if open.get() { "rail open" } else { "rail" }.to_owned());
    let rail = el("div").attr_live("class", class).live(list);
    el("aside")
        .class("filters")
        .attr_live("aria-label", move || {
            Some(words::filters(session.lang.get()).to_owned())
        })
        .child(button)
        .child(rail)
}

fn facet(session: Session, at: usize, view: facets::FacetView, outcome: Memo<Outcome>) -> Html {
    let total = view.values.len();
    let all = RwSignal::new(false);
    let lang = session.lang.get_untracked();
    let originals = view.originals;
    let field: std::sync::Arc<str> = view.field.into();
    let values = view.values.into_iter().enumerate().map(|(n, (id, label))| {
        let id: std::sync::Arc<str> = id.into();
        let count = move || {
            let outcome = outcome.read();
            outcome
                .counts
                .get(at)
                .and_then(|c| c.get(n))
                .copied()
                .unwrap_or(0)
        };
        let (f, i) = (field.clone(), id.clone());
        let chosen = move || session.address.read().has(&f, &i);
        let (shown, f) = (chosen.clone(), field.clone());
        let hidden = move || n >= FIRST && !all.get() && !shown();
        el("li")
            .attr_live("class", move || (count() == 0).then(|| "none".to_owned()))
            .attr_live("hidden", move || hidden().then(String::new))
            .child(
                el("a")
                    .attr("role", "checkbox")
                    .attr_live("aria-checked", move || Some(chosen().to_string()))
                    .href(session.link(move |here| here.toggled(&f, &id)))
                    .child(translated(&label, &originals[n], lang))
                    .text(" ")
                    .child(el("span").class("n").text_live(move || count().to_string())),
            )
    });
    let values: Vec<Html> = values.collect();
    let more = (total > FIRST).then(|| {
        let label = move || {
            let lang = session.lang.get();
            match all.get() {
                true => words::fewer(lang).to_owned(),
                false => [words::all_values(lang), " ", &total.to_string()].concat(),
            }
        };
        el("button")
            .attr("type", "button")
            .class("quiet")
            .attr_live("aria-expanded", move || Some(all.get().to_string()))
            .on("click", move |_| all.update(|all| *all = !*all))
            .text_live(label)
    });
    el("details")
        .class("facet")
        .flag("open")
        .child(el("summary").child(translated(&view.name, &view.original, lang)))
        .child(el("ul").children(values))
        .children(more)
}

/// A label that shows its other language when pointed at, and beside it where both languages are shown.
fn translated(label: &str, original: &str, lang: lens::Lang) -> Html {
    let label = el("span").title(original).said(label, lang);
    match original {
        "" => label,
        original => label.child(second(original, lang)),
    }
}

fn range(session: Session, view: facets::RangeView, lang: lens::Lang) -> Html {
    let field: std::sync::Arc<str> = view.field.into();
    let end = |upper: bool| {
        let (shown, changed) = (field.clone(), field.clone());
        let set = move |here: &link::Address, field: &str| {
            let set = here.ranges.iter().find(|r| &*r.field == field);
            (set.and_then(|r| r.from), set.and_then(|r| r.to))
        };
        let value = move || {
            let (from, to) = set(&session.address.read(), &shown);
            let end = if upper { to } else { from };
            end.map_or_else(String::new, lens::number)
        };
        let change = move |event| {
            let typed = facets::typed(&event_target_value(&event));
            let here = session.now();
            let (from, to) = set(&here, &changed);
            session.go(&match upper {
                true => here.ranged(&changed, from, typed),
                false => here.ranged(&changed, typed, to),
            });
        };
        let hint = facets::amount(if upper { view.high } else { view.low }, lang);
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("placeholder", hint)
            .value(value)
            .on("change", change);
        let label = if upper {
            words::to(lang)
        } else {
            words::from(lang)
        };
        el("label").text(label).text(" ").child(input)
    };
    el("fieldset")
        .class("range")
        .child(el("legend").text(view.name))
        .child(end(false))
        .child(end(true))
}

/// What is active, each removable, and one action that clears all.
pub fn active(session: Session) -> AnyView {
    let here = session.address.get();
    let lang = here.lang;
    let active = session.edition(|e| facets::active(e, &here));
    let chips = active.into_iter().map(|(label, without)| {
        let name = [words::remove(lang), " ", &label].concat();
        let chip = anchor(link::format(&without), [&label, " ×"].concat());
        el("li").child(chip.class("choice").attr("aria-label", name))
    });
    let chips: Vec<Html> = chips.collect();
    let shown = (!chips.is_empty()).then(|| {
        let clear = anchor(link::format(&here.cleared()), words::clear(lang));
        el("ul")
            .class("active")
            .attr("aria-label", words::chosen(lang))
            .children(chips)
            .child(el("li").child(clear))
    });
    maybe(shown)
}
