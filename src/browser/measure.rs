//! What only the page knows of an element: how wide it is, which key was pressed in it.
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

/// Tells the width of an element, at once and after every change, as long as it is kept.
pub struct Width {
    observer: web_sys::ResizeObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Width {
    /// Calls back with the width in whole pixels. None where the browser cannot observe sizes.
    pub fn new(element: &web_sys::Element, mut told: impl FnMut(usize) + 'static) -> Option<Self> {
        let observed = element.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            told(usize::try_from(observed.client_width()).unwrap_or_default());
        });
        let observer = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _changed: changed,
        })
    }
}

impl Drop for Width {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The key of a keyboard event, unless it belongs to the browser, the system or an input method.
pub fn key(event: &web_sys::Event) -> Option<String> {
    let event: &web_sys::KeyboardEvent = event.dyn_ref()?;
    let held = event.ctrl_key() || event.alt_key() || event.meta_key();
    (!held && !event.is_composing()).then(|| event.key())
}
