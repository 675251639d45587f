//! The vocabulary of a report and its data files: types, loading, validation.
pub mod display;
pub mod edition;
pub mod load;
pub mod value;
pub mod wire;

pub use display::{DiagramBox, Display, Drawn, Group};
pub use edition::Edition;
pub use load::Problem;
pub use value::{Place, Reference, Source, Value};
pub use wire::*;
