//! What every component may know, and the only ways to change it.
use crate::browser;
use crate::chart::{Figure, Spec};
use crate::lens::Lang;
use crate::link::{self, Address, Page, View};
use crate::present::catalogue::Catalogue;
use crate::present::Line;
use crate::query::Outcome;
use crate::report::{Edition, Problem};
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

const PACK: &str = "./pack/caict-2024/";

/// A data file of the edition.
///
/// # Errors
/// What the network or the host said, with the file's name.
pub async fn fetched(file: String) -> Result<String, Problem> {
    let answer = browser::text(&[PACK, &file].concat()).await;
    answer.map_err(|what| Problem::of_file(&file, what))
}

/// Texts that are on their way.
type Files = Pin<Box<dyn Future<Output = Vec<Result<String, Problem>>>>>;

/// Data files of the edition, asked for at once, in the order of their names.
///
/// Behind a box: one copy of the code that waits, however many places wait.
pub fn fetched_all(files: Vec<String>) -> Files {
    Box::pin(futures_util::future::join_all(
        files.into_iter().map(fetched),
    ))
}

/// A value that follows what it reads. Behind a box: one copy of the code for each type of value.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    read: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let read: Box<dyn Fn() -> T + Send + Sync> = Box::new(read);
    Memo::new(move |_| read())
}

/// Something that is done outside the graph of values whenever what it reads changes. Behind a box, likewise.
pub fn effect(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(move |_| run());
}

/// The library behind its signal. Each read is one call, not a copy of all that reading a signal takes.
#[derive(Clone, Copy)]
pub struct Shelf(RwSignal<Library>);

impl Shelf {
    /// A library that can be read and added to.
    pub fn new(library: Library) -> Self {
        Self(RwSignal::new(library))
    }

    /// Something read from the library; follows it.
    pub fn with<T>(self, read: impl FnOnce(&Library) -> T) -> T {
        once(read, |visit| self.visit(visit))
    }

    /// Something read from the library as it is now.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Library) -> T) -> T {
        once(read, |visit| {
            self.0.with_untracked(|library| visit(library))
        })
    }

    /// Adds to the library.
    pub fn update(self, mut add: impl FnMut(&mut Library)) {
        self.change(&mut add);
    }

    #[inline(never)]
    fn visit(self, visit: &mut dyn FnMut(&Library)) {
        self.0.with(|library| visit(library));
    }

    #[inline(never)]
    fn change(self, add: &mut dyn FnMut(&mut Library)) {
        self.0.update(|library| add(library));
    }
}

/// What a reader that is called exactly once brings back.
fn once<T>(read: impl FnOnce(&Library) -> T, go: impl FnOnce(&mut dyn FnMut(&Library))) -> T {
    let (mut read, mut found) = (Some(read), None);
    go(&mut |library| found = read.take().map(|read| read(library)));
    found.expect("a signal is read once")
}

/// Everything that has been loaded; it only grows.
pub struct Library {
    /// The report.
    pub edition: Edition,
    /// Its collections, ready for questions.
    pub catalogues: Vec<Catalogue>,
    /// The charts of charts.json.
    pub charts: Vec<Spec>,
    /// What was wrong with the files.
    pub problems: Vec<Problem>,
    /// Whether all files have been asked for and answered.
    pub complete: bool,
}

/// What the reader has pinned, what was last said of it, and where the tour stands.
#[derive(Clone, Copy)]
pub struct Kept {
    /// What is pinned.
    pub pins: RwSignal<Vec<link::Pin>>,
    /// Whether it is kept on this device; storage may be blocked.
    pub here: RwSignal<bool>,
    /// What was last done, for those who cannot see it happen.
    pub said: RwSignal<String>,
    /// Which of the tour's notes is shown.
    pub step: RwSignal<Option<usize>>,
}

/// Something that can be taken away.
#[derive(Clone)]
pub enum Away {
    /// The hits of a collection.
    View(usize, Memo<Outcome>),
    /// A chart, with its picture.
    Figure(Memo<Figure>, Drawn),
    /// An entity.
    Entity(String),
    /// A statement of an entity: its id, the statement's name.
    Statement(String, String),
    /// The pinned things.
    Pins,
}

/// The picture of a chart on the page, with the language it was made in.
pub type Drawn = StoredValue<Option<(browser::Picture, Lang)>, LocalStorage>;

/// What the first view does without: functions that only the whole application names, so that the program
/// of the first view does not hold them. Where one is asked for and missing, the whole application takes over.
pub struct More {
    /// The further pages; none where a page is not among them.
    pub page: fn(Session, &Page) -> Option<AnyView>,
    /// The further ways of showing a collection.
    pub view: fn(Session, usize, Memo<Outcome>, View) -> AnyView,
    /// The range below a chart of a number field.
    pub brush: fn(Session, usize, String) -> AnyView,
    /// The box of the search, with its dialog.
    pub search: fn(Session) -> AnyView,
    /// What floats over every page.
    pub tray: fn(Session) -> AnyView,
    /// What the reader has pinned.
    pub kept: fn() -> Kept,
    /// The numbers of a chart.
    pub values: fn(Session, Memo<Figure>) -> AnyView,
    /// How values are drawn.
    pub legend: fn(&Address) -> AnyView,
    /// Opens the list of keys.
    pub help: fn(),
    /// Begins the tour.
    pub tour: fn(Session),
    /// What is wrong with the drawings of entities' pages.
    pub drawings: fn(&Edition) -> Vec<Problem>,
    /// What can be taken away of something.
    pub away: fn(Session, Away) -> AnyView,
    /// Where a statement stands, with what can be taken away of it.
    pub source: fn(Session, &Line, Away) -> AnyView,
    /// The button that pins an entity of an id and a name, with its word or without.
    pub star: fn(Session, String, &str, bool) -> AnyView,
    /// Adds the glossary.
    pub glossary: fn(&mut Edition, &str) -> Vec<Problem>,
}

/// The library, the address, the theme. One signal comes in (the fragment), everything else is derived.
#[derive(Clone, Copy)]
pub struct Session {
    /// What is there beyond the first view; none in the program that shows it.
    pub more: Option<&'static More>,
    /// What was loaded.
    pub library: Shelf,
    /// Where the reader is.
    pub address: Memo<Address>,
    /// The reader's language.
    pub lang: Memo<Lang>,
    /// The address with the parts of it that mean nothing.
    pub parsed: Memo<(Address, Vec<String>)>,
    /// Dark or light.
    pub dark: RwSignal<bool>,
    /// Whether pictures can be drawn; none while that is not known yet.
    pub drawing: RwSignal<Option<bool>>,
    /// What the reader has pinned and was told; none in the first view.
    pub kept: Option<Kept>,
    /// The entities that the reader has picked for a comparison; kept on this device.
    pub compared: RwSignal<Vec<String>>,
}

/// Where the picked entities are kept.
const COMPARED: &str = "zhilan.compared";

/// The entities that were picked for a comparison on an earlier visit.
pub fn kept_compared() -> Vec<String> {
    let kept = browser::stored(COMPARED).unwrap_or_default();
    let ids = kept.split(',').filter(|id| !id.is_empty());
    ids.map(str::to_owned).collect()
}

/// Where the pins are kept.
pub const PINS: &str = "zhilan.pins";

impl Session {
    /// Picks other entities for a comparison; where the comparison is on the page, it follows.
    pub fn compare(self, ids: Vec<String>) {
        // Without storage the choice lasts as long as the page.
        browser::store(COMPARED, &ids.join(","));
        self.compared.set(ids);
    }

    /// Goes to another address, with an entry in the history.
    pub fn go(self, next: &Address) {
        browser::go(&link::format(next), false);
    }

    /// Goes to another address in place of this one: for typing, where each letter is a step.
    pub fn refine(self, next: &Address) {
        browser::go(&link::format(next), true);
    }

    /// The address as it is now, outside of tracking.
    pub fn now(self) -> Address {
        self.address.get_untracked()
    }

    /// A link that follows the address.
    pub fn link(
        self,
        next: impl Fn(&Address) -> Address + Send + Sync + 'static,
    ) -> impl Fn() -> String + Send + Sync + Clone + 'static {
        let next = std::sync::Arc::new(next);
        move || link::format(&next(&self.address.read()))
    }

    /// Something read from the edition; follows the library.
    pub fn edition<T>(self, read: impl FnOnce(&Edition) -> T) -> T {
        self.library.with(|library| read(&library.edition))
    }
}
