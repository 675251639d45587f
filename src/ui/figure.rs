//! One chart: headline, picture, caveat, table. The picture is the only thing that ECharts draws.
use crate::app::Session;
use crate::browser;
use crate::chart::{self, Figure};
use crate::link::{self, Page};
use crate::present::words;
use leptos::html::Div;
use leptos::prelude::*;

/// A figure of the current view; a click on a mark filters or opens what it stands for.
#[component]
pub fn FigureView(
    /// The figure; it follows the view.
    #[prop(into)]
    figure: Memo<Figure>,
) -> impl IntoView {
    let session: Session = expect_context();
    let host = NodeRef::<Div>::new();
    let picture: StoredValue<Option<browser::Picture>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let (Some(host), Some(true)) = (host.get(), session.drawing.get()) else {
            return;
        };
        let figure = figure.get();
        let palette = if session.dark.get() {
            chart::DARK
        } else {
            chart::LIGHT
        };
        let lang = session.address.read_untracked().lang;
        picture.set_value(None);
        let Ok(option) = serde_json::to_string(&chart::option(&figure, palette)) else {
            return;
        };
        let clicked = move |index: usize| {
            let Some(mark) = figure.drawn(index) else {
                return;
            };
            let address = session.address.get_untracked();
            let next = if figure.filters {
                address.toggled(&figure.field, &mark.id)
            } else {
                address.at(Page::Entity(mark.id.clone()))
            };
            browser::go(&link::format(&next), false);
        };
        // Without a picture the table below still has every number.
        if let Ok(drawn) = browser::Picture::draw(&host, &option, lang.tag(), clicked) {
            picture.set_value(Some(drawn));
        }
    });
    on_cleanup(move || picture.set_value(None));
    let rows = move || {
        let figure = figure.get();
        let address = session.address.get();
        figure.marks.iter().map(|mark| {
            let href = if figure.filters {
                link::format(&address.toggled(&figure.field, &mark.id))
            } else {
                link::format(&address.at(Page::Entity(mark.id.clone())))
            };
            view! { <tr><th scope="row"><a href=href>{mark.label.clone()}</a></th><td>{mark.shown.clone()}</td></tr> }
        }).collect::<Vec<_>>()
    };
    let lang = move || session.address.read().lang;
    let height = move || {
        format!(
            "{}px",
            figure.read().marks.len().clamp(1, chart::MOST) * 26 + 24
        )
    };
    view! {
        <figure>
            <figcaption>
                <h2>{move || figure.read().headline.clone()}</h2>
                <p class="measure">{move || {
                    let figure = figure.read();
                    let scale = if figure.log { lang().pick("（对数刻度）", " (log scale)") } else { "" };
                    format!("{}{scale}", figure.name)
                }}</p>
            </figcaption>
            <p class="visually-hidden">{move || figure.read().sentence(lang())}</p>
            <div class="picture" aria-hidden="true" node_ref=host style:height=height></div>
            <p class="caveat">{move || figure.read().caveat(lang())}" "{move || words::attribution(lang())}</p>
            <details><summary>{move || words::table(lang())}</summary><table><tbody>{rows}</tbody></table></details>
        </figure>
    }
}
