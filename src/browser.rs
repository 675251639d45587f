//! The rim: the only room that touches JavaScript. Knows no other room of ours.
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

#[wasm_bindgen]
extern "C" {
    /// An ECharts instance.
    #[derive(Clone)]
    pub type EChart;
    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init(
        host: &web_sys::HtmlElement,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<EChart, JsValue>;
    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &EChart, option: &JsValue, not_merge: bool) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &EChart, event: &str, handler: &js_sys::Function);
    #[wasm_bindgen(method)]
    fn resize(this: &EChart);
    #[wasm_bindgen(method)]
    fn dispose(this: &EChart);
}

/// A drawn chart; it is disposed of when dropped.
pub struct Picture {
    chart: EChart,
    observer: Option<web_sys::ResizeObserver>,
    _on_click: Closure<dyn FnMut(JsValue)>,
    _on_resize: Closure<dyn FnMut()>,
}

impl Picture {
    /// Draws options given as JSON; a click calls back with the index of the mark.
    ///
    /// # Errors
    /// When the chart library is missing or refuses the options.
    pub fn draw(
        host: &web_sys::HtmlElement,
        option: &str,
        lang: &str,
        mut clicked: impl FnMut(usize) + 'static,
    ) -> Result<Self, JsValue> {
        let settings = js_sys::JSON::parse(&format!(
            r#"{{"renderer":"svg","locale":"{}"}}"#,
            lang.to_uppercase()
        ))?;
        let chart = init(host, &JsValue::NULL, &settings)?;
        chart.set_option(&js_sys::JSON::parse(option)?, true)?;
        let on_click = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let index = js_sys::Reflect::get(&event, &"dataIndex".into());
            if let Some(index) = index.ok().and_then(|v| v.as_f64()) {
                clicked(index as usize);
            }
        });
        chart.on("click", on_click.as_ref().unchecked_ref());
        let again = chart.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || again.resize());
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(host);
        }
        Ok(Self {
            chart,
            observer,
            _on_click: on_click,
            _on_resize: on_resize,
        })
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.chart.dispose();
    }
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The fragment of the address.
pub fn fragment() -> String {
    let location = window().map(|w| w.location());
    location.and_then(|l| l.hash().ok()).unwrap_or_default()
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

/// The text of a data file beside the page.
///
/// # Errors
/// What the network or the host said.
pub async fn text(path: &str) -> Result<String, String> {
    let request = gloo_net::http::Request::get(path);
    let answer = request.send().await.map_err(|e| e.to_string())?;
    if !answer.ok() {
        return Err(format!("HTTP {}", answer.status()));
    }
    answer.text().await.map_err(|e| e.to_string())
}

/// Loads a script once and calls back when it is there, or not.
pub fn load_script(path: &str, done: impl FnOnce(bool) + 'static) {
    let document = window().and_then(|w| w.document());
    let Some((document, script)) = document.and_then(|d| {
        let script = d.create_element("script").ok()?;
        Some((d, script.dyn_into::<web_sys::HtmlScriptElement>().ok()?))
    }) else {
        return done(false);
    };
    script.set_src(path);
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    for (event, well) in [("load", true), ("error", false)] {
        let done = done.clone();
        let handler = Closure::once_into_js(move || {
            if let Some(done) = done.take() {
                done(well);
            }
        });
        let _ = script.add_event_listener_with_callback(event, handler.unchecked_ref());
    }
    if let Some(head) = document.head() {
        let _ = head.append_child(&script);
    }
}

/// Whether the page is dark: the reader's choice, else the system's.
pub fn is_dark() -> bool {
    let Some(window) = window() else { return false };
    let stored = window.local_storage().ok().flatten();
    match stored.and_then(|s| s.get_item("zhilan.theme").ok().flatten()) {
        Some(theme) => theme == "dark",
        None => window
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
            .is_some_and(|m| m.matches()),
    }
}

/// Sets the theme of the page; `keep` remembers it on this device.
pub fn set_dark(dark: bool, keep: bool) {
    let Some(window) = window() else { return };
    let theme = if dark { "dark" } else { "light" };
    if let Some(root) = window.document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-theme", theme);
    }
    if keep {
        // Storage may be blocked; the choice then lasts as long as the page.
        if let Ok(Some(storage)) = window.local_storage() {
            let _ = storage.set_item("zhilan.theme", theme);
        }
    }
}

/// Sets the language and the title of the page.
pub fn set_page(lang: &str, title: &str) {
    if let Some(document) = window().and_then(|w| w.document()) {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", lang);
        }
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
