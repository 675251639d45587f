//! What a reader takes away: tables, data, pictures, citations, sentences, a list of pinned things.
//!
//! ```text
//! Edition + address → Parcel ─┬→ Sheet → CSV, XLSX
//!                             ├→ JSON
//!                             ├→ Work → GB/T 7714, APA, BibTeX, RIS, CSL-JSON
//!                             └→ sentence, picture
//! ```
mod bibliography;
mod cite;
mod csv;
mod fact;
mod gather;
mod json;
mod parcel;
mod picture;
pub mod pins;
mod sentence;
mod sheet;
mod work;
mod xlsx;
mod zip;

pub use bibliography::{bibtex, csl, ris};
pub use cite::{apa, gbt};
pub use csv::csv;
pub use gather::{pointed, pointer};
pub use json::json;
pub use parcel::{Fact, Item, Parcel, Report, Spot, Subject};
pub use picture::{compose, wrapped};
pub use sentence::sentence;
pub use sheet::{sheet, Cell, Sheet};
pub use work::{works, Form, Work};
pub use xlsx::xlsx;

use crate::lens::Lang;
use crate::link::Pin;

/// A file as it is put on the reader's device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A parcel as a file of a kind: `csv`, `xlsx`, `json`, `svg`, `gbt`, `apa`, `bibtex`, `ris`, `csl`,
/// and `pins` for the list of pins itself, as this program reads it.
/// None for a kind that does not exist.
pub fn file(kind: &str, parcel: &Parcel) -> Option<File> {
    let (ending, media) = match kind {
        "csv" => ("csv", "text/csv;charset=utf-8"),
        "xlsx" => (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        "json" | "pins" => ("json", "application/json"),
        "svg" => ("svg", "image/svg+xml"),
        "gbt" | "apa" => ("txt", "text/plain;charset=utf-8"),
        "bibtex" => ("bib", "application/x-bibtex"),
        "ris" => ("ris", "application/x-research-info-systems"),
        "csl" => ("csl.json", "application/vnd.citationstyles.csl+json"),
        _ => return None,
    };
    let bytes = match kind {
        "xlsx" => xlsx(&sheet(parcel)),
        _ => text(kind, parcel)?.into_bytes(),
    };
    Some(File {
        name: [&parcel.file_name(), ".", ending].concat(),
        media,
        bytes,
    })
}

/// A parcel as a text: the kinds of [`file`] that are texts, and `zh` and `en` for its first statement as a sentence.
pub fn text(kind: &str, parcel: &Parcel) -> Option<String> {
    let spoken = |lang: Lang| {
        let item = parcel.items.first()?;
        Some(sentence(&parcel.report, item, item.facts.first()?, lang))
    };
    Some(match kind {
        "csv" => csv(&sheet(parcel)),
        "json" => json(parcel),
        "svg" => compose(parcel),
        "pins" => pins::write(&listed(parcel)),
        "gbt" => cite::list(&works(parcel), gbt),
        "apa" => cite::list(&works(parcel), apa),
        "bibtex" => bibliography::all(&works(parcel), bibtex),
        "ris" => bibliography::all(&works(parcel), ris),
        "csl" => csl(&works(parcel)),
        "zh" => spoken(Lang::Zh)?,
        "en" => spoken(Lang::En)?,
        _ => return None,
    })
}

/// The list that a parcel of pinned things was made from.
fn listed(parcel: &Parcel) -> Vec<Pin> {
    let pins = parcel.items.iter().map(|item| Pin {
        id: item.id.clone(),
        note: item.note.clone(),
    });
    pins.collect()
}
