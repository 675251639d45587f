//! Comma-separated values that Excel, WPS and every script open with the Chinese intact.
use super::sheet::{Cell, Sheet};

/// A table as CSV: a byte order mark for Excel, CRLF, quotes where needed, formulas made harmless.
/// The notes follow after an empty line.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::from("\u{feff}");
    line(&mut out, sheet.columns.iter().map(|name| guarded(name)));
    for row in &sheet.rows {
        line(
            &mut out,
            row.iter().map(|cell| match cell {
                Cell::Text(text) => guarded(text),
                Cell::Number(number) => number.to_string(),
            }),
        );
    }
    out.push_str("\r\n");
    for note in &sheet.notes {
        line(&mut out, note.iter().map(|text| guarded(text)));
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        match cell.contains([',', '"', '\r', '\n']) {
            true => {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            }
            false => out.push_str(&cell),
        }
    }
    out.push_str("\r\n");
}

/// A text that no spreadsheet takes for a formula: those that look like one get an apostrophe in front.
fn guarded(text: &str) -> String {
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match text.starts_with(STARTS) && !is_number(text) {
        true => ["'", text].concat(),
        false => text.to_owned(),
    }
}

/// Whether a text is a plain number: digits with a sign and at most one point.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = |c: char| c.is_ascii_digit() || c == '.';
    digits.chars().all(plain)
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.matches('.').count() <= 1
}
