//! The rim: the only room that touches JavaScript. Knows no other room of ours.
mod carry;
mod keys;
mod measure;
mod offline;
mod page;
mod picture;
mod place;
mod whole;

pub use carry::*;
pub use keys::*;
mod clipboard;

pub use clipboard::copy_table;
pub use measure::{key, Width};
pub use offline::*;
pub use page::*;
pub use picture::Picture;
pub use place::*;
pub use whole::*;

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
