//! Numbers as they are printed or typed: 6233亿, US$623.3 billion, 21.5%, 1,070万.
use crate::query::fold;

/// A number that something states.
pub(super) struct Number {
    pub item: usize,
    /// Which statement of it.
    pub at: usize,
    pub value: f64,
    /// The value in the base unit.
    pub base: f64,
    /// Which unit.
    pub unit: Option<usize>,
}

/// A number as typed.
pub(super) struct Typed {
    value: f64,
    digits: String,
    /// What stands after it, without spaces.
    unit: String,
    /// The same with its magnitude taken into the value.
    scaled: f64,
    rest: String,
}

/// Words and letters for magnitudes, longer ones before those they begin with.
const MAGNITUDES: &[(&str, f64)] = &[
    ("万亿", 1e12),
    ("trillion", 1e12),
    ("billion", 1e9),
    ("million", 1e6),
    ("thousand", 1e3),
    ("bn", 1e9),
    ("亿", 1e8),
    ("万", 1e4),
    ("千", 1e3),
    ("k", 1e3),
    ("m", 1e6),
    ("b", 1e9),
    ("t", 1e12),
];

/// Whether a word is a magnitude, so that the number before it belongs to it.
pub(super) fn is_magnitude(word: &str) -> bool {
    MAGNITUDES.iter().any(|(name, _)| *name == word)
}

/// Reads a number; what may stand before it is given.
pub(super) fn typed(text: &str, qualifiers: &[String]) -> Option<Typed> {
    let text: String = fold(text).split(' ').collect();
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (before, text) = text.split_at(start);
    let before = before.trim_end_matches(['$', '¥']).trim_end_matches("us");
    if !before.is_empty() && !qualifiers.iter().any(|q| q == before) {
        return None;
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let (digits, unit) = text.split_at(end.unwrap_or(text.len()));
    let digits = digits.replace(',', "");
    let digits = digits.trim_end_matches('.');
    let value: f64 = digits.parse().ok()?;
    let magnitude = MAGNITUDES.iter().find(|(name, _)| unit.starts_with(name));
    let (rest, factor) =
        magnitude.map_or((unit, 1.0), |(name, factor)| (&unit[name.len()..], *factor));
    Some(Typed {
        value,
        digits: digits.to_owned(),
        unit: unit.to_owned(),
        scaled: value * factor,
        rest: rest.to_owned(),
    })
}

impl Typed {
    /// How well a stated number is the one that was typed; 0 if it is not.
    pub fn fits(&self, number: &Number, units: &[Vec<String>]) -> u32 {
        let names = number.unit.and_then(|unit| units.get(unit));
        let names = names.map_or(&[][..], Vec::as_slice);
        let named = |typed: &str| {
            names
                .iter()
                .any(|name| !name.is_empty() && name.starts_with(typed))
        };
        if number.value == self.value {
            if self.unit.is_empty() {
                return 890;
            }
            // 28国: a plain number may be typed with the word it counts.
            if named(&self.unit) || names.is_empty() && !self.unit.is_ascii() {
                return 970;
            }
        }
        let near = (number.base - self.scaled).abs() <= self.scaled.abs() * 1e-6;
        if near && (self.rest.is_empty() || named(&self.rest)) {
            return 965;
        }
        let begins = self.unit.is_empty() && self.digits.len() > 1;
        if begins && number.value.to_string().starts_with(&self.digits) {
            return 600;
        }
        0
    }
}
