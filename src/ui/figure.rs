//! One chart: headline, picture, caveat, table. The picture is the only thing that ECharts draws.
use crate::browser::Picture;
use crate::chart::{Figure, Target};
use crate::link::{self, Address};
use crate::present::words;
use crate::session::Session;
use leptos::html::Div;
use leptos::prelude::*;

/// A figure of the current view; a click on a mark filters or opens what it stands for.
#[component]
pub fn FigureView(
    /// The figure; it follows the view.
    #[prop(into)]
    figure: Memo<Figure>,
) -> impl IntoView {
    let session = Session::here();
    let lang = session.lang;
    let host = NodeRef::<Div>::new();
    picture(session, host, figure);
    let height = move || [&figure.read().height().to_string(), "px"].concat();
    let measure = move || {
        let figure = figure.read();
        let lang = lang.get();
        match figure.log {
            true => [&figure.name, lang.pick("（", " ("), words::log(lang), lang.pick("）", ")")].concat(),
            false => figure.name.clone(),
        }
    };
    let source = move || {
        let lang = lang.get();
        let figure = figure.read();
        let place = (!figure.place.is_empty()).then(|| [lang.pick("，", "; "), &figure.place].concat());
        [words::attribution(lang), place.as_deref().unwrap_or("")].concat()
    };
    view! {
        <figure>
            <figcaption>
                <h2>{move || figure.read().headline.clone()}</h2>
                <p class="measure">{measure}</p>
            </figcaption>
            <p class="visually-hidden">{move || figure.read().sentence(lang.get())}</p>
            <div class="picture" aria-hidden="true" node_ref=host style:height=height></div>
            {move || (session.drawing.get() == Some(false)).then(|| view! {
                <p class="caveat" role="status">{words::no_picture(lang.get())}</p>
            })}
            <p class="caveat">{move || figure.read().caveat(lang.get())}</p>
            <div class="foot">
                <p class="sourced">{source}</p>
                <details class="numbers">
                    <summary>{move || words::table(lang.get())}</summary>
                    {move || table(session, &figure.read())}
                </details>
            </div>
        </figure>
    }
}

/// Keeps the picture like the figure: drawn once the library is there, drawn anew when the figure or the theme changes.
fn picture(session: Session, host: NodeRef<Div>, figure: Memo<Figure>) {
    let drawn: StoredValue<Option<(Picture, crate::lens::Lang)>, LocalStorage> =
        StoredValue::new_local(None);
    let clicked = move |series: usize, index: usize| {
        let Some(next) = figure.with_untracked(|f| {
            let mark = f.mark(series, index)?;
            Some(follow(&session.now(), &mark.target))
        }) else {
            return;
        };
        session.go(&next);
    };
    Effect::new(move |_| {
        let (Some(host), Some(true)) = (host.get(), session.drawing.get()) else {
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
}

/// The address that a mark leads to.
fn follow(here: &Address, target: &Target) -> Address {
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

fn table(session: Session, figure: &Figure) -> AnyView {
    let here = session.address.get();
    let parts = figure.parts.iter().any(|part| !part.is_empty());
    let rows: Vec<_> = figure
        .marks
        .iter()
        .map(|mark| {
            let href = link::format(&follow(&here, &mark.target));
            let part = parts.then(|| view! { <td>{figure.parts[mark.part].clone()}</td> });
            let row = figure.rows[mark.row].clone();
            view! { <tr><th scope="row"><a href=href>{row}</a></th>{part}<td class="number">{mark.shown.clone()}</td></tr> }
        })
        .collect();
    view! { <table><tbody>{rows}</tbody></table> }.into_any()
}
