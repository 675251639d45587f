//! Zhilan reads a report as data.
//!
//! ```text
//! JSON → report::Edition ─┐
//! address ─link::parse────┴→ lens/query → Outcome → present / chart → ui
//! ```
//! The pure half knows no browser and builds with `--no-default-features`;
//! the web half shows what it says.

pub mod report;

pub mod lens;

pub mod query;

pub mod search;

pub mod link;

pub mod present;

pub mod chart;

pub mod take;

#[cfg(feature = "web")]
pub mod browser;

#[cfg(feature = "web")]
pub mod session;

#[cfg(feature = "web")]
pub mod ui;

#[cfg(feature = "web")]
pub mod app;
