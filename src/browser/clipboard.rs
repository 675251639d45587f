//! The clipboard, with a table in the two forms that spreadsheets and editors ask for.
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDocument};

/// Puts a table on the clipboard, as text and as HTML; whether the browser took it.
///
/// By the old copy command: it works without a permission and on pages without TLS.
pub fn copy_table(text: &str, html: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let document = document.and_then(|d| d.dyn_into::<HtmlDocument>().ok());
    let Some(document) = document else {
        return false;
    };
    let forms = [
        ("text/plain", text.to_owned()),
        ("text/html", html.to_owned()),
    ];
    let given = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            for (kind, content) in &forms {
                // A form that is refused leaves the other.
                let _ = data.set_data(kind, content);
            }
            event.prevent_default();
        }
    });
    let listener = given.as_ref().unchecked_ref();
    let added = document.add_event_listener_with_callback("copy", listener);
    let copied = added.is_ok() && document.exec_command("copy").unwrap_or(false);
    let _ = document.remove_event_listener_with_callback("copy", listener);
    copied
}
