//! The reader of the browser tests and the host he visits, for measuring and for pictures.

// Such a visit needs only part of what he can do.
#[allow(dead_code)]
#[path = "../tests/e2e/reader.rs"]
pub mod reader;
#[allow(dead_code)]
#[path = "../tests/e2e/site.rs"]
pub mod site;
