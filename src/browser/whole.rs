//! From the program of the first view to the whole application, which is another WebAssembly file.
use super::page::load_script;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

/// What the reader wanted when the whole application was asked for: the search.
pub const SEARCH: &str = "search";

const LEAVE: &str = "zhilan:leave";
const WANTED: &str = "zhilanWanted";

/// The body of the page, which the application fills.
pub fn body() -> web_sys::HtmlElement {
    let body = web_sys::window().and_then(|w| w.document()?.body());
    body.expect("a script runs in a page with a body")
}

/// Starts the whole application, once; `wanted` is what it shall open.
pub fn start_whole(wanted: &str) {
    let global = js_sys::global();
    let started = js_sys::Reflect::has(&global, &WANTED.into()).unwrap_or(false);
    let _ = js_sys::Reflect::set(&global, &WANTED.into(), &wanted.into());
    if !started {
        wasm_bindgen_futures::spawn_local(async {
            if !load_script("./vendor/whole.js", true).await {
                // Without it the first view goes on; the next try asks again.
                let _ = js_sys::Reflect::delete_property(&js_sys::global(), &WANTED.into());
            }
        });
    }
}

/// Whether the reader wanted this; asked for once.
pub fn wanted(what: &str) -> bool {
    taken(|wanted| (wanted == what).then_some(())).is_some()
}

/// What follows a prefix in what the reader wanted; asked for once.
pub fn wanted_of(prefix: &str) -> Option<String> {
    taken(|wanted| wanted.strip_prefix(prefix).map(str::to_owned))
}

/// What is found in what the reader wanted; once found, nothing is wanted any more.
fn taken<T>(find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let global = js_sys::global();
    let wanted = js_sys::Reflect::get(&global, &WANTED.into()).ok()?;
    let found = find(&wanted.as_string()?)?;
    let _ = js_sys::Reflect::set(&global, &WANTED.into(), &"".into());
    Some(found)
}

/// Has the browser fetch the whole application while nothing else is to be done.
pub fn prefetch_whole() {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else {
        return;
    };
    for file in ["./zhilan-whole.js", "./zhilan-whole_bg.wasm"] {
        let (Ok(link), Some(head)) = (document.create_element("link"), document.head()) else {
            return;
        };
        let _ = link.set_attribute("rel", "prefetch");
        let _ = link.set_attribute("href", file);
        let _ = head.append_child(&link);
    }
}

/// Tells the first view that the whole application can show what it shows.
pub fn leave() {
    tell(LEAVE);
}

/// Dispatches an event of a name.
pub(super) fn tell(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(name)) {
        let _ = window.dispatch_event(&event);
    }
}

thread_local! {
    /// Whether this program has left the page to another one; what it still hears is no longer for it.
    static LEFT: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Whether this program has left the page.
pub fn has_left() -> bool {
    LEFT.with(std::cell::Cell::get)
}

/// Calls back when the first view is to leave the page.
pub fn on_leave(left: impl FnOnce() + 'static) {
    let handler = Closure::once_into_js(move || {
        LEFT.with(|flag| flag.set(true));
        left();
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback(LEAVE, handler.unchecked_ref());
    }
}
