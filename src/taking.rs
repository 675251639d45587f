//! The taking module: a third WebAssembly file that writes what a reader takes away.
//! It is apart because most readers never ask for it: it is loaded when a menu is opened.
use wasm_bindgen::prelude::*;
use zhilan::browser;
use zhilan::take::{self, Parcel};

/// A parcel, dated today; none if it cannot be read.
fn opened(parcel: &str) -> Option<Parcel> {
    let mut parcel: Parcel = serde_json::from_str(parcel).ok()?;
    parcel.accessed = browser::today();
    Some(parcel)
}

/// A parcel, given as JSON, as a text of a kind; null for what cannot be read.
#[wasm_bindgen]
pub fn text(kind: &str, parcel: &str) -> Option<String> {
    take::text(kind, &opened(parcel)?)
}

/// Offers a parcel as a file of a kind; whether that worked.
#[wasm_bindgen]
pub async fn save(kind: String, parcel: String) -> bool {
    let Some(parcel) = opened(&parcel) else {
        return false;
    };
    if kind == "png" {
        let name = [&parcel.file_name(), ".png"].concat();
        return browser::save_png(&name, &take::compose(&parcel)).await;
    }
    match take::file(&kind, &parcel) {
        Some(file) => browser::save(&file.name, file.media, &file.bytes),
        None => false,
    }
}

fn main() {}
