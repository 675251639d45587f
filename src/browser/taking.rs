//! The taking module: a WebAssembly file of its own that writes files, citations and sentences.
use super::page::load_script;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The module's functions.
    #[derive(Clone)]
    pub type Taking;
    #[wasm_bindgen(method, js_name = text, catch)]
    fn try_text(this: &Taking, kind: &str, parcel: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(method, js_name = save, catch)]
    fn try_save(this: &Taking, kind: &str, parcel: &str) -> Result<js_sys::Promise, JsValue>;
    /// What the module leaves behind: a promise of its functions.
    #[wasm_bindgen(thread_local_v2, js_name = zhilanTaking)]
    static TAKING: JsValue;
}

thread_local! {
    static LOADED: RefCell<Option<Taking>> = const { RefCell::new(None) };
}

impl Taking {
    /// The module, loaded when it is first asked for; none where it cannot be had.
    pub async fn load() -> Option<Self> {
        if let Some(loaded) = LOADED.with(|loaded| loaded.borrow().clone()) {
            return Some(loaded);
        }
        if !load_script("./vendor/taking.js", true).await {
            return None;
        }
        let promise = TAKING.with(|promise| promise.clone());
        let promise: js_sys::Promise = promise.dyn_into().ok()?;
        let functions: Taking = JsFuture::from(promise).await.ok()?.unchecked_into();
        LOADED.with(|loaded| *loaded.borrow_mut() = Some(functions.clone()));
        Some(functions)
    }

    /// A parcel, given as JSON, as a text of a kind.
    pub fn text(&self, kind: &str, parcel: &str) -> Option<String> {
        self.try_text(kind, parcel).ok()?
    }

    /// Offers a parcel as a file of a kind; whether that worked.
    pub async fn save(&self, kind: &str, parcel: &str) -> bool {
        let Ok(promise) = self.try_save(kind, parcel) else {
            return false;
        };
        JsFuture::from(promise)
            .await
            .is_ok_and(|well| well.is_truthy())
    }
}
