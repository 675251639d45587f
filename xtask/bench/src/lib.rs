//! Measures the query engine over generated records, natively and in a browser.
//!
//! ```text
//! records ─ interactions ─→ measure → Measured (one line of JSON)
//! ```
//! `cargo xtask bench` runs it at several sizes and writes down what came out.

pub mod interactions;
pub mod measure;
pub mod records;

#[cfg(target_arch = "wasm32")]
mod browser;
