//! The composition root: loads the edition in the order in which a reader needs it, follows the address.
use crate::browser;
use crate::link::{self, Address, Page};
use crate::present::catalogue::Catalogue;
use crate::report::{load, Edition, Problem};
use crate::session::{self, fetched_all, memo, Library, More, Session, Shelf};
use crate::ui;
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Mounts the application and starts loading. The whole application takes the place of the first view's.
pub fn start(more: Option<&'static More>) {
    let mounted = mount_to(browser::body(), move || app(more));
    match more {
        None => {
            browser::remove("boot");
            browser::on_leave(move || drop(mounted));
        }
        Some(_) => mounted.forget(),
    }
}

/// What the first view needs: schema, outline, and the collection that the address asks for, with its charts and
/// the names of what it refers to.
async fn load(page: &Page) -> Result<Library, Problem> {
    let files = ["schema.json", "outline.json"].map(str::to_owned);
    let mut files = fetched_all(files.to_vec()).await.into_iter();
    let mut next = || files.next().unwrap_or_else(|| Ok(String::new()));
    let (schema, outline) = (next()?, next()?);
    let edition = Edition::begin(&schema, &outline)?;
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
        charts: Vec::new(),
        problems: Vec::new(),
        complete: false,
    };
    if let Some(collection) = wanted {
        let file = collection_file(&library, collection);
        let [names, charts] = ["names/", "charts/"].map(|folder| [folder, &file].concat());
        let mut files = fetched_all(vec![names, charts, file]).await.into_iter();
        let mut next = || files.next().unwrap_or_else(|| Ok(String::new()));
        library.add_rest(next(), Edition::add_names);
        library.set_charts(next());
        library.add(collection, next());
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

    fn set_charts(&mut self, file: Result<String, Problem>) {
        match file.and_then(|json| load::read("charts.json", &json)) {
            Ok(charts) => self.charts = charts,
            Err(problem) => self.problems.push(problem),
        }
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
        add: fn(&mut Edition, &str) -> Vec<Problem>,
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
async fn complete(library: Shelf, more: Option<&'static More>) {
    let names = library.with_untracked(|l| {
        let all = 0..l.edition.schema.collections.len();
        all.map(|c| collection_file(l, c)).collect::<Vec<_>>()
    });
    let missing = library.with_untracked(|l| {
        let all = 0..names.len();
        let empty = |&c: &usize| l.edition.entities[c].is_empty();
        all.filter(empty).collect::<Vec<_>>()
    });
    let mut files: Vec<String> = missing.iter().map(|&c| names[c].clone()).collect();
    files.push("charts.json".to_owned());
    let mut files = fetched_all(files).await.into_iter();
    library.update(|library| {
        for &collection in &missing {
            if let Some(file) = files.next() {
                library.add(collection, file);
            }
        }
        if let Some(file) = files.next() {
            library.set_charts(file);
        }
    });
    let mut files = ["more/schema.json", "context.json", "crosscheck.json"]
        .map(str::to_owned)
        .to_vec();
    files.extend(more.map(|_| "glossary.json".to_owned()));
    files.extend(names.iter().map(|name| ["more/", name].concat()));
    let mut files = fetched_all(files).await.into_iter();
    in_place(|| {
        library.update(|library| {
            let mut adds: Vec<fn(&mut Edition, &str) -> Vec<Problem>> = vec![
                Edition::add_schema,
                |edition, json| edition.add_context("context.json", json),
                Edition::add_checks,
            ];
            adds.extend(more.map(|more| more.glossary));
            for add in adds {
                if let Some(file) = files.next() {
                    library.add_rest(file, add);
                }
            }
            for (collection, file) in (&mut files).enumerate() {
                library.add_more(collection, file);
            }
            let mut problems = library.edition.dangling();
            problems.extend(
                more.iter()
                    .flat_map(|more| (more.drawings)(&library.edition)),
            );
            library.take(problems);
            library.complete = true;
        })
    });
}

/// Follows the address. Another language of the same page keeps the reader's place and focus.
fn follow(fragment: RwSignal<String>, before: &Address, now: String) {
    let after = link::parse(&now).0;
    let translated = Address {
        lang: after.lang,
        both: after.both,
        context: after.context,
        ..before.clone()
    };
    match *before != after && translated == after {
        true => in_place(move || fragment.set(now)),
        false => fragment.set(now),
    }
}

/// Makes the page anew without moving what the reader sees, and without taking from him what he holds.
fn in_place(change: impl FnOnce()) {
    let spot = browser::Spot::now();
    change();
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

fn app(more: Option<&'static More>) -> AnyView {
    let fragment = RwSignal::new(browser::fragment());
    let parsed = memo(move || link::parse(&fragment.read()));
    let address = memo(move || parsed.read().0.clone());
    browser::on_fragment(move |now| follow(fragment, &address.get_untracked(), now));
    let lang = memo(move || address.read().lang);
    let dark = RwSignal::new(browser::is_dark());
    browser::set_dark(dark.get_untracked(), false);
    let opened: RwSignal<Option<Result<Session, Problem>>> = RwSignal::new(None);
    // The library outlives every page, so it belongs to the root.
    let owner = Owner::current().unwrap_or_default();
    leptos::task::spawn_local(async move {
        let page = address.with_untracked(|a| a.page.clone());
        let library = match load(&page).await {
            Ok(library) => owner.with(|| Shelf::new(library)),
            Err(problem) => return opened.set(Some(Err(problem))),
        };
        let session = Session {
            more,
            library,
            address,
            lang,
            parsed,
            dark,
            drawing: owner.with(|| RwSignal::new(None)),
            kept: more.map(|more| owner.with(more.kept)),
            compared: owner.with(|| RwSignal::new(session::kept_compared())),
        };
        // What the first view shows of all files is not taken back for a moment.
        let all = more.is_some() && browser::settled();
        if all {
            complete(library, more).await;
        }
        match more {
            // The first view goes and the same comes back; the reader's place and focus stay.
            Some(_) => in_place(|| {
                browser::leave();
                opened.set(Some(Ok(session)));
            }),
            None => opened.set(Some(Ok(session))),
        }
        // The first cards are painted before anything else is asked for.
        browser::painted().await;
        let pictures = async { session.drawing.set(Some(browser::Picture::load().await)) };
        let files = async {
            if !all {
                complete(library, more).await;
            }
        };
        futures_util::join!(files, pictures);
        if more.is_none() {
            browser::prefetch_whole();
        }
        browser::complete();
    });
    ui::page(move || match opened.get() {
        // Until the whole application can show the same, the first view stays.
        None if more.is_some() => ui::empty(),
        None => ui::waiting(lang.get()),
        Some(Err(problem)) => ui::broken(&problem, lang.get()),
        Some(Ok(session)) => ui::shell(session),
    })
}
