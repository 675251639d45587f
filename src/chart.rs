//! Charts as values: view → figure (headline, marks, what is left out) → typed ECharts options.
//!
//! [`Spec`] says what to draw, [`figure()`] makes the [`Figure`] that picture, table, sentence and
//! export all come from, [`option()`] turns it into a [`charming::Chart`].
mod build;
mod multiples;
mod offer;
mod option;
mod series;
mod spec;
mod words;

pub use build::figure;
pub use multiples::{multiple, parts, Part, MULTIPLES};
pub use offer::{fields, offers, refusal, Offer};
pub use option::{option, Palette, DARK, LIGHT, MOST};
pub use series::series;
pub use spec::{facet_value, Drawing, Figure, Form, Mark, Spec, Target, UNSTATED};
