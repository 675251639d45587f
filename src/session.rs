//! What every component may know, and the only ways to change it.
use crate::browser;
use crate::chart::Spec;
use crate::lens::Lang;
use crate::link::{self, Address};
use crate::present::catalogue::Catalogue;
use crate::report::{Edition, Problem};
use leptos::prelude::*;

const PACK: &str = "./pack/caict-2024/";

/// A data file of the edition.
///
/// # Errors
/// What the network or the host said, with the file's name.
pub async fn fetched(file: String) -> Result<String, Problem> {
    let answer = browser::text(&[PACK, &file].concat()).await;
    answer.map_err(|what| Problem::of_file(&file, what))
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

/// The library, the address, the theme. One signal comes in (the fragment), everything else is derived.
#[derive(Clone, Copy)]
pub struct Session {
    /// What was loaded.
    pub library: RwSignal<Library>,
    /// Where the reader is.
    pub address: Memo<Address>,
    /// The reader's language.
    pub lang: Memo<Lang>,
    /// The parts of the address that mean nothing.
    pub ignored: Memo<Vec<String>>,
    /// Dark or light.
    pub dark: RwSignal<bool>,
    /// Whether pictures can be drawn; none while that is not known yet.
    pub drawing: RwSignal<Option<bool>>,
}

impl Session {
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
