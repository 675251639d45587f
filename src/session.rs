//! What every component may know, and the only ways to change it.
use crate::browser;
use crate::chart::Spec;
use crate::lens::Lang;
use crate::link::{self, Address, Pin};
use crate::present::catalogue::Catalogue;
use crate::report::{Edition, Problem};
use crate::take::pins::{self, Change};
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
    /// What the reader has pinned.
    pub pins: RwSignal<Vec<Pin>>,
    /// Whether the pins are kept on this device; storage may be blocked.
    pub kept: RwSignal<bool>,
    /// What was last done, for those who cannot see it happen.
    pub said: RwSignal<String>,
}

const PINS: &str = "zhilan.pins";

/// The pins kept on this device, and whether new ones can be kept: not over a list that cannot be read.
pub fn kept_pins() -> (Vec<Pin>, bool) {
    match browser::stored(PINS) {
        Some(json) => match pins::read(&json) {
            Ok(pins) => (pins, true),
            Err(_) => (Vec::new(), false),
        },
        None => (Vec::new(), true),
    }
}

impl Session {
    /// Changes the list of pins, here and on the device.
    pub fn change_pins(self, change: &Change) {
        // Another tab may have changed the list since.
        let now = match (self.kept.get_untracked(), kept_pins()) {
            (true, (pins, true)) => pins,
            _ => self.pins.get_untracked(),
        };
        let next = pins::changed(now, change);
        if self.kept.get_untracked() {
            let json = pins::write(&next);
            // A list that could not be read again is not written.
            let fits = json.len() <= pins::LARGEST;
            self.kept.set(fits && browser::store(PINS, &json));
        }
        self.pins.set(next);
    }

    /// Says what was done, politely, for a few seconds.
    pub fn say(self, what: &str) {
        let mut what = what.to_owned();
        // The same words twice are two events; a screen reader hears only what changes.
        if self.said.with_untracked(|said| *said == what) {
            what.push('\u{200b}');
        }
        self.said.set(what.clone());
        let over = move || {
            if self.said.with_untracked(|said| *said == what) {
                self.said.set(String::new());
            }
        };
        set_timeout(over, std::time::Duration::from_secs(6));
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
