//! What the reader has pinned: kept on this device, the same in every tab.
use crate::browser;
use crate::link::Pin;
use crate::session::{Kept, Session, PINS};
use crate::take::pins::{self, Change};
use leptos::prelude::*;

/// The pins of an earlier visit.
pub fn kept() -> Kept {
    let kept = Kept {
        pins: RwSignal::new(Vec::new()),
        here: RwSignal::new(true),
        said: RwSignal::new(String::new()),
        step: RwSignal::new(None),
    };
    recall(kept);
    browser::on_stored(move || recall(kept));
    kept
}

fn recall(kept: Kept) {
    match stored() {
        Some(pins) => kept.pins.set(pins),
        None => kept.here.set(false),
    }
}

/// The list on the device; none where there is one that cannot be read, which is then left alone.
fn stored() -> Option<Vec<Pin>> {
    match browser::stored(PINS) {
        Some(json) => pins::read(&json).ok(),
        None => Some(Vec::new()),
    }
}

/// The pins, followed.
pub fn all(session: Session) -> Vec<Pin> {
    session.kept.map_or_else(Vec::new, |kept| kept.pins.get())
}

/// Changes the list of pins, here and on the device.
pub fn change(session: Session, change: &Change) {
    let Some(kept) = session.kept else { return };
    // Another tab may have changed the list since.
    let now = match (kept.here.get_untracked(), stored()) {
        (true, Some(pins)) => pins,
        _ => kept.pins.get_untracked(),
    };
    let next = pins::changed(now, change);
    if kept.here.get_untracked() {
        let json = pins::write(&next);
        // A list that could not be read again is not written.
        let fits = json.len() <= pins::LARGEST;
        kept.here.set(fits && browser::store(PINS, &json));
    }
    kept.pins.set(next);
}

/// Says what was done, politely, for a few seconds.
pub fn say(session: Session, what: &str) {
    let Some(Kept { said, .. }) = session.kept else {
        return;
    };
    let mut what = what.to_owned();
    // The same words twice are two events; a screen reader hears only what changes.
    if said.with_untracked(|said| *said == what) {
        what.push('\u{200b}');
    }
    said.set(what.clone());
    let over = move || {
        if said.with_untracked(|said| *said == what) {
            said.set(String::new());
        }
    };
    set_timeout(over, std::time::Duration::from_secs(6));
}
