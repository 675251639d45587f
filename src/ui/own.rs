//! The reader's own chart: choices that make sense, the chart or its small multiples, and why the rest is not offered.
use super::html::{el, keyed, maybe, nothing, row, Html};
use super::{brush, figure};
use crate::browser;
use crate::chart::{self, Figure, Part, Spec, MULTIPLES};
use crate::lens::Lang;
use crate::link::Address;
use crate::present::own::{self, Chooser, Pick};
use crate::present::words;
use crate::query::Outcome;
use crate::report::Entity;
use crate::session::{memo, Library, Session};
use leptos::prelude::*;

/// Chooser and chart of a collection.
pub fn own(session: Session, collection: usize, outcome: Memo<Outcome>) -> AnyView {
    let chooser = memo(move || {
        let here = session.address.read();
        session.edition(|e| own::chooser(e, collection, &here))
    });
    let view = Own {
        session,
        collection,
        outcome,
        chooser,
    };
    let single = memo(move || {
        view.read(|l, hits, here| {
            let spec = chooser.read().spec.clone().unwrap_or_default();
            chart::figure(&l.edition, &spec, hits, here.lang, here.context)
        })
    });
    // Charts are made anew only when their number changes: none, one, or so many small ones.
    let keys = move || {
        let made = chooser.read();
        match (&made.spec, made.multiples) {
            (None, _) => Vec::new(),
            (Some(_), false) => vec![0],
            (Some(_), true) => (1..=view.parts().0.len().min(MULTIPLES) as u64).collect(),
        }
    };
    let made = move |key: u64| match (key as usize).checked_sub(1) {
        None => figure::figure(session, single).into(),
        Some(nth) => figure::figure(session, view.small(nth)).into(),
    };
    // A key is a field of the schema.
    let axes = move || {
        let fields = chooser.read().spec.as_ref().map_or_else(Vec::new, numbers);
        session.edition(|e| {
            let place = |id: &String| e.schema.fields.iter().position(|f| f.id == *id);
            let places = fields.iter().filter_map(place);
            places.map(|at| at as u64).collect()
        })
    };
    let axis = move |key: u64| {
        let id = session.library.with_untracked(|l| {
            let field = l.edition.schema.fields.get(key as usize);
            field.map(|f| f.id.clone())
        });
        maybe(id.map(|id| brush::brush(session, collection, id)))
    };
    row([
        choices(session, chooser).into(),
        el("div")
            .class("own")
            .attr_live("data-layout", move || {
                let several = chooser.read().multiples;
                several.then(|| "several".to_owned())
            })
            .child(keyed(keys, made))
            .into(),
        super::live(move || view.rest()),
        keyed(axes, axis),
    ])
}

/// A collection seen through a chooser.
#[derive(Clone, Copy)]
struct Own {
    session: Session,
    collection: usize,
    outcome: Memo<Outcome>,
    chooser: Memo<Chooser>,
}

impl Own {
    /// Something made of the library, the entities of the view and the address.
    fn read<T>(self, read: impl FnOnce(&Library, &[&Entity], &Address) -> T) -> T {
        let here = self.session.address.read();
        self.session.library.with(|l| {
            let outcome = self.outcome.read();
            let all = &l.edition.entities[self.collection];
            let hits = outcome.hits.iter().filter_map(|&hit| all.get(hit as usize));
            read(l, &hits.collect::<Vec<_>>(), &here)
        })
    }

    fn parts(self) -> (Vec<Part>, usize) {
        let chooser = self.chooser.read();
        self.read(|l, hits, here| match &chooser.spec {
            Some(spec) => chart::parts(&l.edition, spec, hits, here.lang, here.context),
            None => Default::default(),
        })
    }

    /// One of the small charts.
    fn small(self, nth: usize) -> Memo<Figure> {
        memo(move || {
            let (parts, _) = self.parts();
            let chooser = self.chooser.read();
            let (Some(spec), Some(part)) = (&chooser.spec, parts.get(nth)) else {
                return Figure::default();
            };
            self.read(|l, hits, here| {
                chart::multiple(&l.edition, spec, hits, part, here.lang, here.context)
            })
        })
    }

    /// The values beyond the last small chart, by name.
    fn rest(self) -> AnyView {
        let lang = self.session.lang.get();
        if !self.chooser.read().multiples {
            return nothing();
        }
        let (parts, none) = self.parts();
        let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
        let beyond = parts.iter().skip(MULTIPLES);
        let names = beyond.map(|p| [&p.label, open, &p.count.to_string(), close].concat());
        let mut names: Vec<String> = names.collect();
        if none > 0 {
            names.push(words::state_none(lang, none));
        }
        let names = names.join(lang.pick("、", ", "));
        let text = [words::not_drawn(lang), &names, lang.pick("。", ".")].concat();
        maybe((!names.is_empty()).then(|| el("p").class("caveat").text(text)))
    }
}

/// The fields that are on a chart's number axes.
pub fn numbers(spec: &Spec) -> Vec<String> {
    let second = (spec.form == chart::Form::Scatter).then(|| spec.split.clone());
    spec.measure
        .iter()
        .cloned()
        .chain(second.flatten())
        .collect()
}

fn choices(session: Session, chooser: Memo<Chooser>) -> Html {
    let lang = session.lang;
    let instead = move || {
        let made = chooser.read();
        let lang = lang.get();
        let sentence = match made.spec {
            None => words::no_chart(lang),
            Some(_) => words::instead(lang),
        };
        let notice = |reason: &'static str| {
            let notice = el("p").class("notice").attr("role", "status");
            notice.text(sentence).text(reason)
        };
        maybe(made.instead.map(notice))
    };
    let refused = move || {
        let lang = lang.get();
        let made = chooser.read();
        let items = made.refused.iter().map(|(label, reason)| {
            let reason = [label, lang.pick("：", ": "), reason].concat();
            el("li").text(reason)
        });
        let items: Vec<Html> = items.collect();
        row(items)
    };
    el("div")
        .class("chooser")
        .child(select(session, words::measure, chooser, |c| &c.measures))
        .child(select(session, words::group, chooser, |c| &c.groups))
        .child(select(session, words::split, chooser, |c| &c.splits))
        .child(group(session, words::drawn_as, chooser, |c| &c.forms))
        .child(group(session, words::scale, chooser, |c| &c.scales))
        .child(group(session, words::layout, chooser, |c| &c.layouts))
        .child(
            el("details")
                .class("refused")
                .child(el("summary").text_live(move || words::not_offered(lang.get()).to_owned()))
                .child(el("ul").live(refused)),
        )
        .live(instead)
}

type Word = fn(Lang) -> &'static str;
type Picks = fn(&Chooser) -> &Vec<Pick>;

/// Many choices: each option's value is the address that it leads to.
fn select(session: Session, label: Word, chooser: Memo<Chooser>, picks: Picks) -> Html {
    let options = move || {
        let made = chooser.read();
        let options = picks(&made).iter().map(|pick| {
            el("option")
                .attr("value", pick.link.clone())
                .selected(pick.chosen)
                .text(pick.label.clone())
        });
        row(options.collect::<Vec<Html>>())
    };
    let select = el("select")
        .on("change", |event| {
            browser::go(&event_target_value(&event), false)
        })
        .live(options);
    el("label")
        .text_live(move || label(session.lang.get()).to_owned())
        .text(" ")
        .child(select)
}

/// Few choices: links side by side, which stay in place when one is chosen.
fn group(session: Session, label: Word, chooser: Memo<Chooser>, picks: Picks) -> Html {
    let keys = move || (0..picks(&chooser.read()).len() as u64).collect();
    let pick = move |at: u64, read: fn(&Pick) -> String| {
        let made = chooser.read();
        picks(&made).get(at as usize).map_or_else(String::new, read)
    };
    let made = move |at: u64| {
        el("a")
            .href(move || pick(at, |p| p.link.clone()))
            .attr_live("aria-current", move || {
                Some(pick(at, |p| p.chosen.to_string()))
            })
            .text_live(move || pick(at, |p| p.label.clone()))
            .into()
    };
    let name = move || label(session.lang.get()).to_owned();
    el("p")
        .class("switch")
        .attr("role", "group")
        .attr_live("aria-label", move || Some(name()))
        .attr_live("hidden", move || {
            (picks(&chooser.read()).len() < 2).then(String::new)
        })
        .child(el("span").text_live(name))
        .child(keyed(keys, made))
}
