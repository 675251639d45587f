//! The measurement as a page's script calls it.

use crate::measure;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Measures one size; a line of JSON.
#[wasm_bindgen]
pub fn measure_in_browser(records: usize) -> String {
    let measured = measure::measure(records, now, memory);
    serde_json::to_string(&measured).expect("plain numbers")
}

/// Megabytes of the module's memory, which grows and never shrinks.
fn memory() -> f64 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
    f64::from(buffer.byte_length()) / 1e6
}
