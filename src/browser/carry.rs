//! What leaves the page for the reader's device, and what comes from there: clipboard, downloads, files, pixels.
use super::page::window;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Url};

/// Puts a text on the clipboard; whether that worked.
pub async fn copy(text: &str) -> bool {
    match modern_copy(text) {
        Some(promise) => JsFuture::from(promise).await.is_ok() || old_copy(text).is_some(),
        None => old_copy(text).is_some(),
    }
}

/// The clipboard of secure pages; a page opened from a file or over HTTP has none.
fn modern_copy(text: &str) -> Option<Promise> {
    let navigator = window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?;
    let write: js_sys::Function = write.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

/// Selects the text in a field of its own and lets the browser copy the selection.
fn old_copy(text: &str) -> Option<()> {
    let document = window()?.document()?;
    let before = document.active_element();
    let field = document.create_element("textarea").ok()?;
    let field: web_sys::HtmlTextAreaElement = field.dyn_into().ok()?;
    field.set_value(text);
    let body = document.body()?;
    body.append_child(&field).ok()?;
    field.select();
    let page: Option<&web_sys::HtmlDocument> = document.dyn_ref();
    let copied = page.is_some_and(|page| page.exec_command("copy").unwrap_or(false));
    field.remove();
    if let Some(before) = before.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = before.focus();
    }
    copied.then_some(())
}

/// Selects all that stands in a field, so that the reader can copy it by hand.
pub fn select(field: &web_sys::Element) {
    if let Some(field) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        let _ = field.focus();
        field.select();
    }
}

/// Offers a file as a download; whether that worked.
pub fn save(name: &str, media: &str, bytes: &[u8]) -> bool {
    blob(media, bytes)
        .and_then(|blob| save_blob(name, &blob))
        .is_some()
}

fn blob(media: &str, bytes: &[u8]) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()
}

fn save_blob(name: &str, blob: &Blob) -> Option<()> {
    let document = window()?.document()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link = document.create_element("a").ok()?;
    let link: web_sys::HtmlElement = link.dyn_into().ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser may begin to read only after this turn.
    let later = Closure::once_into_js(move || drop(Url::revoke_object_url(&url)));
    let later: js_sys::Function = later.dyn_into().ok()?;
    window()?
        .set_timeout_with_callback_and_timeout_and_arguments_0(&later, 60_000)
        .ok()?;
    Some(())
}

/// Draws an SVG document at twice its size and offers it as a PNG file; whether that worked.
pub async fn save_png(name: &str, svg: &str) -> bool {
    match png(svg).await {
        Some(blob) => save_blob(name, &blob).is_some(),
        None => false,
    }
}

async fn png(svg: &str) -> Option<Blob> {
    let document = window()?.document()?;
    let source = blob("image/svg+xml", svg.as_bytes())?;
    let url = Url::create_object_url_with_blob(&source).ok()?;
    let image = web_sys::HtmlImageElement::new().ok()?;
    image.set_src(&url);
    let read = JsFuture::from(image.decode()).await;
    let _ = Url::revoke_object_url(&url);
    read.ok()?;
    let canvas = document.create_element("canvas").ok()?;
    let canvas: web_sys::HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(image.width() * 2);
    canvas.set_height(image.height() * 2);
    let context = canvas.get_context("2d").ok()??;
    let context: web_sys::CanvasRenderingContext2d = context.dyn_into().ok()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    let made = Promise::new(&mut |well, _| {
        let _ = canvas.to_blob(&well);
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// The day it is for the reader: `2025-01-31`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| {
        let zero = if number < 10 { "-0" } else { "-" };
        [zero, &number.to_string()].concat()
    };
    let year = now.get_full_year().to_string();
    [year, two(now.get_month() + 1), two(now.get_date())].concat()
}

/// The file chosen in a field, emptied so that the same file can be chosen again: its size in bytes, and its text once asked for.
pub fn chosen(event: &web_sys::Event) -> Option<(f64, Promise)> {
    let field: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    let found = (file.size(), file.text());
    field.set_value("");
    Some(found)
}

/// The text of a chosen file.
pub async fn text_of(promise: Promise) -> Option<String> {
    JsFuture::from(promise).await.ok()?.as_string()
}
