//! The drawing module: a second WebAssembly file that turns a figure into ECharts options with `charming`.
//! It is apart because the first view has no use for it: it comes with ECharts, after the first cards.
use wasm_bindgen::prelude::*;
use zhilan::chart::{option, Figure, DARK, LIGHT};

/// The options of a figure, JSON in and out; null for a figure that cannot be read.
#[wasm_bindgen]
pub fn draw(figure: &str, dark: bool) -> Option<String> {
    let figure: Figure = serde_json::from_str(figure).ok()?;
    let palette = if dark { &DARK } else { &LIGHT };
    serde_json::to_string(&option(&figure, palette)).ok()
}

fn main() {}
