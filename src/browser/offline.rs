//! What offline.js says of the copy on this device, and what it is told.
use super::page::root;
use super::whole::{has_left, tell};
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

/// Whether another version waits for the reader's word.
pub fn update_waits() -> bool {
    root().is_some_and(|root| root.has_attribute("data-update"))
}

/// Calls back whenever offline.js says something else, as long as this program is the page's.
pub fn on_offline(mut changed: impl FnMut() + 'static) {
    let handler = Closure::<dyn FnMut()>::new(move || {
        if !has_left() {
            changed();
        }
    });
    if let Some(window) = web_sys::window() {
        let listener = handler.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("zhilan:offline", listener);
    }
    handler.forget();
}

/// Says that all of the first view is there; the copy for offline use begins.
pub fn complete() {
    tell("zhilan:complete");
}

/// What the reader says to the version that waits: take it, and the page loads again with it; or not now.
pub fn answer_update(take: bool) {
    tell(if take {
        "zhilan:update"
    } else {
        "zhilan:later"
    });
}
