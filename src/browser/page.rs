//! The page around the application: address, scripts, theme, language, focus.
use super::place::frame;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

pub(super) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The fragment of the address.
pub fn fragment() -> String {
    let location = window().map(|w| w.location());
    location.and_then(|l| l.hash().ok()).unwrap_or_default()
}

/// The whole address of the page, with another fragment.
pub fn address_with(fragment: &str) -> String {
    let location = window().map(|w| w.location());
    let href = location.and_then(|l| l.href().ok()).unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    [base, fragment].concat()
}

/// Goes to a fragment; `replace` makes no entry in the history.
pub fn go(fragment: &str, replace: bool) {
    let Some(window) = window() else { return };
    // A refusal leaves the reader where he is, which is the best that can be done.
    let _ = if replace {
        window.location().replace(fragment)
    } else {
        window.location().set_hash(fragment)
    };
}

/// Calls back whenever the fragment changes, for the life of the page.
pub fn on_fragment(mut changed: impl FnMut(String) + 'static) {
    let handler = Closure::<dyn FnMut()>::new(move || changed(fragment()));
    if let Some(window) = window() {
        window.set_onhashchange(Some(handler.as_ref().unchecked_ref()));
    }
    handler.forget();
}

/// Loads a script once; whether it came.
pub async fn load_script(path: &str, module: bool) -> bool {
    let promise = js_sys::Promise::new(&mut |well, ill| {
        let document = window().and_then(|w| w.document());
        let script = document.as_ref().and_then(|d| {
            let script = d.create_element("script").ok()?;
            script.dyn_into::<web_sys::HtmlScriptElement>().ok()
        });
        let head = document.and_then(|d| d.head());
        let (Some(script), Some(head)) = (script, head) else {
            let _ = ill.call0(&JsValue::NULL);
            return;
        };
        if module {
            script.set_type("module");
        }
        script.set_src(path);
        script.set_onload(Some(&well));
        script.set_onerror(Some(&ill));
        let _ = head.append_child(&script);
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
}

/// A text kept on this device; none where storage is blocked or empty.
pub fn stored(key: &str) -> Option<String> {
    let storage = window()?.local_storage().ok()??;
    storage.get_item(key).ok()?
}

/// Keeps a text on this device; whether that worked, for storage may be blocked.
pub fn store(key: &str, text: &str) -> bool {
    let storage = window().and_then(|w| w.local_storage().ok().flatten());
    storage.is_some_and(|s| s.set_item(key, text).is_ok())
}

/// Calls back whenever another tab changes what is kept on this device, for the life of the page.
pub fn on_stored(changed: impl FnMut() + 'static) {
    let handler = Closure::<dyn FnMut()>::new(changed);
    if let Some(window) = window() {
        window.set_onstorage(Some(handler.as_ref().unchecked_ref()));
    }
    handler.forget();
}

const THEME: &str = "zhilan.theme";

/// Whether the page is dark: the reader's choice, else the system's.
pub fn is_dark() -> bool {
    match stored(THEME) {
        Some(theme) => theme == "dark",
        None => window()
            .and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok())
            .flatten()
            .is_some_and(|m| m.matches()),
    }
}

/// Sets the theme of the page; `keep` remembers it on this device.
pub fn set_dark(dark: bool, keep: bool) {
    let theme = if dark { "dark" } else { "light" };
    if let Some(root) = root() {
        let _ = root.set_attribute("data-theme", theme);
    }
    if keep {
        // Without storage the choice lasts as long as the page.
        store(THEME, theme);
    }
}

pub(super) fn root() -> Option<web_sys::Element> {
    window()?.document()?.document_element()
}

/// Sets the language and the title of the page.
pub fn set_page(lang: &str, title: &str) {
    if let Some(document) = window().and_then(|w| w.document()) {
        document.set_title(title);
    }
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", lang);
    }
}

/// Says on the page whether both languages are shown, for its style.
pub fn set_both(both: bool) {
    if let Some(root) = root() {
        let _ = root.toggle_attribute_with_force("data-both", both);
    }
}

/// Puts the focus on an element.
pub fn focus(id: &str) {
    let element = window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The element that has a name in `data-take`.
fn marked(name: &str) -> Option<web_sys::Element> {
    let selector = ["[data-take=\"", name, "\"]"].concat();
    window()?.document()?.query_selector(&selector).ok()?
}

/// Opens the `details` element of a name, shows it and puts the focus on it.
pub fn open_marked(name: &str) {
    if let Some(details) = marked(name) {
        let _ = details.set_attribute("open", "");
        centre(&details);
        if let Ok(Some(summary)) = details.query_selector("summary") {
            let _ = summary.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    }
}

/// Marks the definition around the element of a name as the one meant, and shows it with its source.
pub fn point_at(name: &str) {
    let Some(found) = marked(name) else { return };
    if found.class_name() == "origin" {
        let _ = found.set_attribute("open", "");
    }
    if let Ok(Some(definition)) = found.closest("dd") {
        let _ = definition.set_attribute("aria-current", "true");
        centre(&definition);
    }
}

fn centre(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Closes the `details` element that a selector finds when the reader clicks outside it or presses Escape,
/// for the life of the page.
pub fn close_outside(selector: &'static str) {
    let Some(document) = window().and_then(|w| w.document()) else {
        return;
    };
    let page = document.clone();
    let handler = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let key: Option<&web_sys::KeyboardEvent> = event.dyn_ref();
        let escape = key.is_some_and(|key| key.key() == "Escape");
        let target: Option<web_sys::Node> = event.target().and_then(|t| t.dyn_into().ok());
        // Such elements close one another, so one is open at most.
        let Ok(Some(open)) = page.query_selector(selector) else {
            return;
        };
        let inside = open.contains(target.as_ref());
        if escape || (key.is_none() && !inside) {
            let _ = open.remove_attribute("open");
        }
        if let (true, Ok(Some(summary))) = (escape && inside, open.query_selector("summary")) {
            let _ = summary.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    });
    for event in ["click", "keydown"] {
        let handler = handler.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback(event, handler);
    }
    handler.forget();
}

/// Whether Shift was held in a click.
pub fn with_shift(event: &web_sys::Event) -> bool {
    js_sys::Reflect::get(event, &"shiftKey".into()).is_ok_and(|held| held.is_truthy())
}

/// Shows the top of the page.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Waits until what is on the page now has been painted.
pub async fn painted() {
    for _ in 0..2 {
        // A hidden page paints nothing; then there is nothing to wait for.
        if window()
            .and_then(|w| w.document())
            .is_some_and(|d| d.hidden())
        {
            return;
        }
        frame().await;
    }
}
