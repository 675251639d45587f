//! A table as a spreadsheet takes it from the clipboard: numbers plain, unit and qualifier in columns of their own.
use super::order::stated;
use super::table::{columns, lines, plain};
use super::{words, Line};
use crate::lens;
use crate::link::Address;
use crate::report::{Edition, Entity};

/// The same table twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clip {
    /// Cells parted by tabs, rows by line ends.
    pub text: String,
    /// An HTML table.
    pub html: String,
}

impl Clip {
    fn cell(&mut self, text: &str, number: bool) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\t');
        }
        for c in text.chars() {
            self.text.push(if c.is_control() { ' ' } else { c });
        }
        // Without a format of its own, `2024-06` would become the first of June.
        self.html.push_str(match number {
            true => "<td>",
            false => "<td style='mso-number-format:\"\\@\"'>",
        });
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                c => self.html.push(c),
            }
        }
        self.html.push_str("</td>");
    }

    fn row(&mut self, cells: &[(String, bool)]) {
        self.html.push_str("<tr>");
        for (text, number) in cells {
            self.cell(text, *number);
        }
        self.html.push_str("</tr>");
        self.text.push('\n');
    }
}

/// The columns that are shown over all hits of a view.
pub fn clip(edition: &Edition, collection: usize, address: &Address, hits: &[u32]) -> Clip {
    let lang = address.lang;
    let columns = columns(edition, collection, address, &[]);
    let entities = &edition.entities[collection];
    let hits = hits.iter().filter_map(|&hit| entities.get(hit as usize));
    let hits: Vec<&Entity> = hits.collect();
    let mut rows: Vec<Vec<(String, bool)>> = vec![Vec::new(); hits.len() + 1];
    for (at, column) in columns.iter().enumerate() {
        if at == 0 {
            rows[0].push((column.name.clone(), false));
            for (row, entity) in rows[1..].iter_mut().zip(&hits) {
                row.push((lang.of(&entity.name).to_owned(), false));
            }
            continue;
        }
        let lines = |entity: &&Entity| lines(edition, entity, &column.field, address);
        let cells: Vec<Vec<Line>> = hits.iter().map(lines).collect();
        if !column.number {
            rows[0].push((column.name.clone(), false));
            for (row, cell) in rows[1..].iter_mut().zip(&cells) {
                row.push((joined(cell, lang), false));
            }
            continue;
        }
        let numbers = hits.iter().map(|entity| {
            let all = stated(edition, entity, &column.field, address.context);
            all.filter_map(|s| plain(edition, s, lang)).collect()
        });
        number_columns(
            &column.name,
            &cells,
            &numbers.collect::<Vec<_>>(),
            lang,
            &mut rows,
        );
    }
    let mut clip = Clip::default();
    clip.html.push_str("<meta charset=\"utf-8\"><table>");
    rows.iter().for_each(|row| clip.row(row));
    clip.html.push_str("</table>");
    clip
}

/// A column for each number that an entity may state, and beside it what belongs to it.
fn number_columns(
    name: &str,
    cells: &[Vec<Line>],
    numbers: &[Vec<String>],
    lang: lens::Lang,
    rows: &mut [Vec<(String, bool)>],
) {
    let most = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    for nth in 0..most {
        let mut name = name.to_owned();
        if nth > 0 {
            name.push_str(&[" ", &(nth + 1).to_string()].concat());
        }
        rows[0].push((name.clone(), false));
        for (row, number) in rows[1..].iter_mut().zip(numbers) {
            row.push(match number.get(nth) {
                Some(number) => (number.clone(), true),
                // An empty cell would count as zero in a formula.
                None if nth == 0 => (lens::not_stated(lang).to_owned(), false),
                None => Default::default(),
            });
        }
        for (part, label) in [
            words::unit(lang),
            words::qualifier(lang),
            words::remark(lang),
        ]
        .into_iter()
        .enumerate()
        {
            let of = |cell: &Vec<Line>| {
                let line = cell.get(nth);
                line.map_or("", |line| match part {
                    0 => line.value.unit_name(),
                    1 => line.value.qualifier.as_str(),
                    _ => line.note.as_str(),
                })
                .to_owned()
            };
            if cells.iter().all(|cell| of(cell).is_empty()) {
                continue;
            }
            rows[0].push(([&name, lang.pick("：", ": "), label].concat(), false));
            for (row, cell) in rows[1..].iter_mut().zip(cells) {
                row.push((of(cell), false));
            }
        }
    }
}

/// A cell of texts.
fn joined(cell: &[Line], lang: lens::Lang) -> String {
    if cell.is_empty() {
        return lens::not_stated(lang).to_owned();
    }
    let lines = cell.iter().map(|line| match line.note.is_empty() {
        true => line.value.line(),
        false => {
            let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
            [&line.value.line(), open, &line.note, close].concat()
        }
    });
    let lines: Vec<String> = lines.collect();
    lines.join(lang.pick("；", "; "))
}
