//! The built site in a browser, used as a reader would: by roles and names, without sleeps.
//!
//! [`site`] serves `dist/` (and spoils files on request), [`reader`] is the person at the browser;
//! the tests stand in files by what they are about.

mod accessible;
mod explorer;
mod faults;
mod help;
mod language;
mod pages;
mod reader;
mod reference;
mod site;
mod take;
