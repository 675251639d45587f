//! The built site in a browser, used as a reader would: by roles and names, without sleeps.
//!
//! [`site`] serves `dist/` (and spoils files on request), [`reader`] is the person at the browser;
//! the tests stand in files by what they are about.

mod accessible;
mod compare;
mod exhibits;
mod explorer;
mod faults;
mod help;
mod hosts;
mod language;
mod offline;
mod own;
mod pages;
#[allow(dead_code)]
#[path = "../../src/place.rs"]
mod place;
mod reader;
mod reference;
mod relations;
#[allow(dead_code)]
#[path = "../../src/seal.rs"]
mod seal;
mod search;
mod site;
mod take;
mod timeline;
mod views;
mod without;
