//! The composition root: loads the edition in the order in which a reader needs it, follows the address.
use crate::browser;
use crate::link::{self, Address, Page};
use crate::present::catalogue::Catalogue;
use crate::report::{load, Edition, Problem};
use crate::session::{Library, Session};
use crate::ui;
use leptos::prelude::*;

const PACK: &str = "./pack/caict-2024/";

/// Mounts the application and starts loading.
pub fn start() {
    mount_to_body(app);
    browser::remove("boot");
}

async fn fetched(file: String) -> Result<String, Problem> {
    let answer = browser::text(&[PACK, &file].concat()).await;
    answer.map_err(|what| Problem::of_file(&file, what))
}

/// What the first view needs: schema, outline, charts, names, and the collection that the address asks for.
async fn load(page: &Page) -> Result<Library, Problem> {
    let (schema, outline, charts, names) = futures_util::join!(
        fetched("schema.json".into()),
        fetched("outline.json".into()),
        fetched("charts.json".into()),
        fetched("names.json".into()),
    );
    let mut edition = Edition::begin(&schema?, &outline?)?;
    let mut problems = Vec::new();
    match names {
        Ok(json) => problems.extend(edition.add_names(&json)),
        Err(problem) => problems.push(problem),
    }
    let charts = charts.and_then(|json| load::read("charts.json", &json));
    let charts = charts.unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    let collections = edition.schema.collections.len();
    let wanted = match page {
        Page::Collection(id) => edition.collection(id),
        _ => None,
    };
    let mut library = Library {
        catalogues: (0..collections)
            .map(|c| Catalogue::new(&edition, c))
            .collect(),
        edition,
        charts,
        problems,
        complete: false,
    };
    if let Some(collection) = wanted {
        let file = fetched(collection_file(&library, collection)).await;
        library.add(collection, file);
    }
    Ok(library)
}

fn collection_file(library: &Library, collection: usize) -> String {
    [&library.edition.schema.collections[collection].id, ".json"].concat()
}

impl Library {
    fn take(&mut self, problems: Vec<Problem>) {
        self.problems.extend(problems);
    }

    fn add(&mut self, collection: usize, file: Result<String, Problem>) {
        match file {
            Ok(json) => {
                let problems = self.edition.add(collection, &json);
                self.take(problems);
                self.catalogues[collection] = Catalogue::new(&self.edition, collection);
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    fn add_more(&mut self, collection: usize, file: Result<String, Problem>) {
        match file {
            Ok(json) => {
                let problems = self.edition.add_more(collection, &json);
                self.take(problems);
                self.catalogues[collection] = Catalogue::new(&self.edition, collection);
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    fn add_rest(
        &mut self,
        file: Result<String, Problem>,
        add: impl FnOnce(&mut Edition, &str) -> Vec<Problem>,
    ) {
        match file {
            Ok(json) => {
                let problems = add(&mut self.edition, &json);
                self.take(problems);
            }
            Err(problem) => self.problems.push(problem),
        }
    }
}

/// Everything that the first view could do without, in two steps: the other collections, then all details.
async fn complete(library: RwSignal<Library>) {
    let all = library.with_untracked(|l| l.edition.schema.collections.len());
    let missing: Vec<usize> = library.with_untracked(|l| {
        let empty = |&c: &usize| l.edition.entities[c].is_empty();
        (0..all).filter(empty).collect()
    });
    let name = |c: usize| library.with_untracked(|l| collection_file(l, c));
    let files = missing.iter().map(|&c| fetched(name(c)));
    let files = futures_util::future::join_all(files).await;
    library.update(|library| {
        for (&collection, file) in missing.iter().zip(files) {
            library.add(collection, file);
        }
    });
    let more = (0..all).map(|c| fetched(["more/", &name(c)].concat()));
    let more = futures_util::future::join_all(more).await;
    let (context, checks, concepts) = futures_util::join!(
        fetched("context.json".into()),
        fetched("crosscheck.json".into()),
        fetched("glossary.json".into()),
    );
    library.update(|library| {
        for (collection, file) in more.into_iter().enumerate() {
            library.add_more(collection, file);
        }
        library.add_rest(context, |e, json| e.add_context("context.json", json));
        library.add_rest(checks, Edition::add_checks);
        library.add_rest(concepts, Edition::add_concepts);
        let problems = library.edition.dangling();
        library.take(problems);
        library.complete = true;
    });
}

/// Follows the address. Another language of the same page keeps the reader's place and focus.
fn follow(fragment: RwSignal<String>, now: String) {
    let before = link::parse(&fragment.read_untracked()).0;
    let after = link::parse(&now).0;
    let translated = Address {
        lang: after.lang,
        both: after.both,
        context: after.context,
        ..before.clone()
    };
    let spot = match before != after && translated == after {
        true => browser::Spot::now(),
        false => None,
    };
    fragment.set(now);
    if let Some(spot) = spot {
        leptos::task::spawn_local(async move {
            // Charts above the spot find their height some frames later than text does.
            for _ in 0..6 {
                browser::frame().await;
                spot.restore();
            }
        });
    }
}

fn app() -> AnyView {
    let fragment = RwSignal::new(browser::fragment());
    browser::on_fragment(move |now| follow(fragment, now));
    let parsed = Memo::new(move |_| link::parse(&fragment.read()));
    let address = Memo::new(move |_| parsed.read().0.clone());
    let ignored = Memo::new(move |_| parsed.read().1.clone());
    let lang = Memo::new(move |_| address.read().lang);
    let dark = RwSignal::new(browser::is_dark());
    browser::set_dark(dark.get_untracked(), false);
    let opened: RwSignal<Option<Result<Session, Problem>>> = RwSignal::new(None);
    // The library outlives every page, so it belongs to the root.
    let owner = Owner::current().unwrap_or_default();
    leptos::task::spawn_local(async move {
        let page = address.with_untracked(|a| a.page.clone());
        let library = match load(&page).await {
            Ok(library) => owner.with(|| RwSignal::new(library)),
            Err(problem) => return opened.set(Some(Err(problem))),
        };
        let session = Session {
            library,
            address,
            lang,
            ignored,
            dark,
            drawing: owner.with(|| RwSignal::new(None)),
        };
        opened.set(Some(Ok(session)));
        // The first cards are painted before anything else is asked for.
        browser::painted().await;
        let pictures = async { session.drawing.set(Some(browser::Picture::load().await)) };
        futures_util::join!(complete(library), pictures);
    });
    ui::page(move || match opened.get() {
        None => ui::waiting(lang.get()),
        Some(Err(problem)) => ui::broken(&problem, lang.get()),
        Some(Ok(session)) => ui::shell(session),
    })
}
