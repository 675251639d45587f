//! The vocabulary of a report and its data files: types, loading, validation.
pub mod edition;
pub mod wire;

pub use edition::{Edition, Problem};
pub use wire::*;
