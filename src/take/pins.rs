//! The list of pinned things: read, written, changed.
use crate::lens::Lang;
use crate::link::Pin;
use serde::{Deserialize, Serialize};

/// The version of the list's format.
const FORMAT: u32 = 1;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 1_000_000;

/// The longest note that is kept, in characters.
const LONGEST: usize = 4_000;

/// A list as it is kept and exported.
#[derive(Serialize, Deserialize)]
struct Written {
    format: u32,
    pins: Vec<Pin>,
}

/// Why a file is not a list of pins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It is something else.
    NotPins,
    /// It comes from a newer version of this program.
    Newer,
}

impl Refusal {
    /// The refusal as a sentence.
    pub fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::TooLarge => lang.pick(
                "文件超过1MB，没有读入。",
                "The file is larger than 1 MB and was not read.",
            ),
            Self::NotPins => lang.pick(
                "这个文件不是收藏清单，没有读入。请选择从本页导出的JSON文件。",
                "This file is not a list of pins and was not read. Choose a JSON file exported from this page.",
            ),
            Self::Newer => lang.pick(
                "这份清单来自较新的版本，这里读不懂。",
                "This list comes from a newer version and cannot be read here.",
            ),
        }
    }
}

/// Reads a list. Ids that the data does not know are kept: another edition may know them.
///
/// # Errors
/// Why the text is not a list of pins.
pub fn read(json: &str) -> Result<Vec<Pin>, Refusal> {
    if json.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let json = json.trim_start_matches('\u{feff}');
    let written: Written = serde_json::from_str(json).map_err(|_| Refusal::NotPins)?;
    if written.format != FORMAT {
        return Err(Refusal::Newer);
    }
    let fits = |pin: &Pin| !pin.id.is_empty() && pin.id.len() <= 200;
    if !written.pins.iter().all(fits) {
        return Err(Refusal::NotPins);
    }
    Ok(merged(Vec::new(), written.pins))
}

/// A list as JSON.
pub fn write(pins: &[Pin]) -> String {
    let written = Written {
        format: FORMAT,
        pins: pins.to_vec(),
    };
    serde_json::to_string_pretty(&written).unwrap_or_default()
}

/// Whether an entity is pinned.
pub fn has(pins: &[Pin], id: &str) -> bool {
    pins.iter().any(|pin| pin.id == id)
}

/// A step that changes a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Pins an entity at the end of the list, or takes it out with its note.
    Toggle(String),
    /// Writes the note of an entity.
    Note(String, String),
    /// Moves an entity one place up.
    Up(String),
    /// Moves an entity one place down.
    Down(String),
    /// Adds the pins of another list that are not in this one; an empty note is filled from there.
    Add(Vec<Pin>),
}

/// The list after a change.
pub fn changed(mut pins: Vec<Pin>, change: &Change) -> Vec<Pin> {
    let at = |pins: &[Pin], id: &str| pins.iter().position(|pin| pin.id == id);
    match change {
        Change::Toggle(id) => match at(&pins, id) {
            Some(place) => drop(pins.remove(place)),
            None => pins.push(Pin {
                id: id.clone(),
                note: String::new(),
            }),
        },
        Change::Note(id, note) => {
            if let Some(place) = at(&pins, id) {
                pins[place].note = note.chars().take(LONGEST).collect();
            }
        }
        Change::Up(id) => {
            if let Some(place @ 1..) = at(&pins, id) {
                pins.swap(place - 1, place);
            }
        }
        Change::Down(id) => {
            if let Some(place) = at(&pins, id).filter(|place| place + 1 < pins.len()) {
                pins.swap(place, place + 1);
            }
        }
        Change::Add(others) => pins = merged(pins, others.clone()),
    }
    pins
}

fn merged(mut pins: Vec<Pin>, others: Vec<Pin>) -> Vec<Pin> {
    for mut other in others {
        // Cut by characters, so that no character is broken.
        if let Some((end, _)) = other.note.char_indices().nth(LONGEST) {
            other.note.truncate(end);
        }
        match pins.iter().position(|pin| pin.id == other.id) {
            Some(place) if pins[place].note.is_empty() => pins[place].note = other.note,
            Some(_) => {}
            None => pins.push(other),
        }
    }
    pins
}
