//! The composition root: loads the edition, follows the address, shows the page or what went wrong.
use crate::browser;
use crate::chart::Spec;
use crate::link::{self, Address};
use crate::present::catalogue::Catalogue;
use crate::report::{Edition, Problem};
use crate::ui;
use leptos::prelude::*;
use std::sync::Arc;

const DATA: &str = "./data/caict-2024/";

/// Everything that was loaded; it never changes afterwards.
pub struct Library {
    /// The report.
    pub edition: Edition,
    /// Its collections, ready for questions.
    pub catalogues: Vec<Catalogue>,
    /// The charts of charts.json.
    pub charts: Vec<Spec>,
    /// What was wrong with the files.
    pub problems: Vec<Problem>,
}

/// What every component may know: the library, the address, whether the page is dark.
#[derive(Clone, Copy)]
pub struct Session {
    /// What was loaded.
    pub library: StoredValue<Arc<Library>>,
    /// Where the reader is.
    pub address: Memo<Address>,
    /// The parts of the address that mean nothing.
    pub ignored: Memo<Vec<String>>,
    /// Dark or light.
    pub dark: RwSignal<bool>,
    /// Whether the chart library is there; none while it is still loading.
    pub drawing: RwSignal<Option<bool>>,
}

/// Mounts the application and starts loading.
pub fn start() {
    mount_to_body(App);
}

fn problem(file: &str, what: String) -> Problem {
    Problem {
        file: file.to_owned(),
        entity: None,
        field: None,
        what,
    }
}

async fn fetched(file: &str) -> Result<String, Problem> {
    let answer = browser::text(&format!("{DATA}{file}")).await;
    answer.map_err(|what| problem(file, what))
}

/// Adds the files of the collections that are loaded early, or of those that are loaded later.
async fn add(edition: &mut Edition, later: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    for collection in 0..edition.schema.collections.len() {
        let spec = &edition.schema.collections[collection];
        if spec.later == later {
            match fetched(&format!("{}.json", spec.id)).await {
                Ok(json) => problems.extend(edition.add(collection, &json)),
                Err(problem) => problems.push(problem),
            }
        }
    }
    problems
}

fn catalogues(edition: &Edition) -> Vec<Catalogue> {
    (0..edition.schema.collections.len())
        .map(|collection| Catalogue::new(edition, collection))
        .collect()
}

/// What the first view needs.
async fn load() -> Result<Library, Problem> {
    let schema = fetched("schema.json").await?;
    let mut edition = Edition::begin(&schema, &fetched("outline.json").await?)?;
    let mut problems = add(&mut edition, false).await;
    let charts = fetched("charts.json").await.and_then(|json| {
        serde_json::from_str(&json).map_err(|error| problem("charts.json", error.to_string()))
    });
    let charts = charts.unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    Ok(Library {
        catalogues: catalogues(&edition),
        edition,
        charts,
        problems,
    })
}

/// The same library with the rest of the collections.
async fn complete(first: &Library) -> Library {
    let mut edition = first.edition.clone();
    let mut problems = first.problems.clone();
    problems.extend(add(&mut edition, true).await);
    problems.extend(edition.dangling());
    Library {
        catalogues: catalogues(&edition),
        edition,
        charts: first.charts.clone(),
        problems,
    }
}

#[component]
fn App() -> impl IntoView {
    let fragment = RwSignal::new(browser::fragment());
    browser::on_fragment(move |now| fragment.set(now));
    let parsed = Memo::new(move |_| link::parse(&fragment.read()));
    let address = Memo::new(move |_| parsed.get().0);
    let ignored = Memo::new(move |_| parsed.get().1);
    let dark = RwSignal::new(browser::is_dark());
    browser::set_dark(dark.get_untracked(), false);
    let library: RwSignal<Option<Result<Arc<Library>, Problem>>> = RwSignal::new(None);
    let drawing = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let first = load().await.map(Arc::new);
        library.set(Some(first.clone()));
        if let Ok(first) = first {
            library.set(Some(Ok(Arc::new(complete(&first).await))));
        }
        // The chart library is asked for only when the cards are there.
        request_animation_frame(move || {
            browser::load_script("./vendor/echarts.js", move |well| drawing.set(Some(well)));
        });
    });
    move || match library.get() {
        None => ui::Waiting(ui::WaitingProps { address }).into_any(),
        Some(Err(problem)) => ui::Broken(ui::BrokenProps { problem, address }).into_any(),
        Some(Ok(library)) => {
            provide_context(Session {
                library: StoredValue::new(library),
                address,
                ignored,
                dark,
                drawing,
            });
            ui::Shell().into_any()
        }
    }
}
