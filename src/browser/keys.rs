//! Keys that work wherever the reader is, and dialogs over the page.
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};

use super::page::{store, stored};
use super::whole::has_left;

/// A key as a shortcut sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What it types or is called: `/`, `k`, `Escape`.
    pub name: String,
    /// Whether Ctrl or ⌘ is held.
    pub command: bool,
    /// Whether it goes into a field: then a letter is a letter and no shortcut.
    pub typing: bool,
}

/// Calls back for every key, for the life of the page; where the answer is yes, the key does nothing else.
pub fn on_key(pressed: impl Fn(&Key) -> bool + 'static) {
    let handler = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        // A key that chooses a character of an input method is none of ours, nor one with Alt.
        if event.is_composing() || event.alt_key() || event.default_prevented() || has_left() {
            return;
        }
        let key = Key {
            name: event.key(),
            command: event.ctrl_key() || event.meta_key(),
            typing: event.target().is_some_and(|target| is_field(&target)),
        };
        if pressed(&key) {
            event.prevent_default();
        }
    });
    if let Some(window) = web_sys::window() {
        let listener = handler.as_ref().unchecked_ref();
        // Without the listener the page works by pointer, which is the best that can be done.
        let _ = window.add_event_listener_with_callback("keydown", listener);
    }
    handler.forget();
}

fn is_field(target: &web_sys::EventTarget) -> bool {
    target.dyn_ref::<HtmlElement>().is_some_and(|element| {
        let tag = element.tag_name();
        element.is_content_editable() || ["INPUT", "TEXTAREA", "SELECT"].contains(&tag.as_str())
    })
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens a dialog over the page: the rest cannot be reached until it closes, then the focus returns.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        if !dialog.open() && dialog.show_modal().is_err() {
            // A browser without modal dialogs shows it in the page.
            dialog.set_open(true);
        }
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

/// Scrolls just so far that an element can be seen.
pub fn reveal(id: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    if let Some(element) = document.and_then(|d| d.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

const SINGLE: &str = "zhilan.keys";

/// Whether keys of a single letter do something; a reader can switch them off.
pub fn single_keys() -> bool {
    stored(SINGLE).as_deref() != Some("off")
}

/// Switches keys of a single letter on or off, for this device.
pub fn set_single_keys(on: bool) {
    // Without storage they stay on, as the box then shows.
    store(SINGLE, if on { "on" } else { "off" });
}

/// Whether a dialog is open above the page.
pub fn in_dialog() -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let open = document.and_then(|d| d.query_selector("dialog[open]").ok().flatten());
    open.is_some()
}
