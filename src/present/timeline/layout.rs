//! Where events are drawn along a line, on a page wide enough for it.
use super::window::steps;
use super::{inside, Event, Years, MONTH, YEAR};
use crate::lens::{self, Lang};

/// The height of a row, in pixels; also the least that a finger hits.
const ROW: u32 = 28;
/// The height of a lane's heading.
const HEADING: u32 = 36;
/// The size of a day's point.
const POINT: u32 = 12;
/// The least width of a span.
const LEAST: u32 = 5;
/// The most a label takes.
const MOST: u32 = 320;
/// The space between neighbours in a row; a label has its own beside.
const GAP: u32 = 2;

/// Where the label of a mark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On the bar.
    On,
    /// After it.
    After,
    /// Before it, where there is no room after it.
    Before,
}

/// An event in its place, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Which event.
    pub event: usize,
    /// The left end of mark and label.
    pub left: u32,
    /// The width of both.
    pub width: u32,
    /// The width of the mark alone.
    pub bar: u32,
    /// From the top of the plot.
    pub top: u32,
    /// Where the label stands.
    pub side: Side,
}

/// A lane: one collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The number of the collection.
    pub collection: usize,
    /// From the top of the plot.
    pub top: u32,
    /// Its marks, in the order of time.
    pub marks: Vec<Mark>,
}

/// A line across the lanes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// From the left.
    pub left: u32,
    /// What is written at it; may be empty.
    pub name: String,
    /// Whether a year begins there.
    pub year: bool,
}

/// All of a drawing along a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plot {
    /// Its height.
    pub height: u32,
    /// The beginnings of years, and of months where there is room.
    pub ticks: Vec<Tick>,
    /// The lanes that have events in these years.
    pub lanes: Vec<Lane>,
}

/// How wide a text is in the labels' type, in pixels, on the generous side.
fn breadth(text: &str) -> u32 {
    let tenths = text.chars().map(|c| match c {
        ' ' | '.' | ',' | '\'' | 'i' | 'l' | 'j' | 'I' | '-' | ':' | '|' => 45,
        'm' | 'w' | 'M' | 'W' | '%' => 118,
        'A'..='Z' => 92,
        '!'..='~' => 75,
        _ => 131,
    });
    tenths.sum::<u32>() / 10 + 14
}

/// The events of the years shown, along a line of a width in pixels, in rows without collisions.
pub fn plot(events: &[Event], shown: Years, width: u32, lang: Lang) -> Plot {
    let collections = events.iter().map(|e| e.collection + 1).max().unwrap_or(0);
    let mut lanes = Vec::new();
    let mut height = 0;
    for collection in 0..collections {
        let of_it = events.iter().enumerate();
        let of_it = of_it.filter(|(_, e)| e.collection == collection && inside(e, shown));
        let of_it: Vec<(usize, &Event)> = of_it.collect();
        if of_it.is_empty() {
            continue;
        }
        // Labels stand behind their marks unless that takes many more rows.
        let (after, before) = (
            packed(&of_it, shown, width, false),
            packed(&of_it, shown, width, true),
        );
        let (rows, mut marks) = match before.0 * 5 < after.0 * 4 {
            true => before,
            false => after,
        };
        let top = height;
        for mark in &mut marks {
            mark.top = top + HEADING + mark.top * ROW;
        }
        height = top + HEADING + rows * ROW + ROW / 2;
        lanes.push(Lane {
            collection,
            top,
            marks,
        });
    }
    Plot {
        height,
        ticks: ticks(shown, width, lang),
        lanes,
    }
}

/// Events in rows, and how many rows that takes; the tops are rows still.
/// With `turned`, the first label of a row stands before its mark, so that the next mark can follow.
fn packed(events: &[(usize, &Event)], shown: Years, width: u32, turned: bool) -> (u32, Vec<Mark>) {
    let (from, to) = steps(shown);
    let across = |at: u32| (at.clamp(from, to) - from) * width / (to - from);
    let mut rows: Vec<Vec<(u32, u32)>> = Vec::new();
    let marks = events.iter().map(|&(event, it)| {
        let (left, right) = match it.is_day() {
            true => {
                let left = across(it.start).saturating_sub(POINT / 2);
                let left = left.min(width.saturating_sub(POINT));
                (left, left + POINT)
            }
            false => (
                across(it.start),
                across(it.end).max(across(it.start) + LEAST),
            ),
        };
        let label = breadth(&it.label()).min(MOST).min(width / 2);
        let (row, side, ends) = placed(&mut rows, (left, right), label, width, turned);
        Mark {
            event,
            left: ends.0,
            width: ends.1 - ends.0,
            bar: right - left,
            top: row,
            side,
        }
    });
    let marks = marks.collect();
    (rows.len() as u32, marks)
}

/// The first row in which a mark and its label have room, and on which side; takes it.
fn placed(
    rows: &mut Vec<Vec<(u32, u32)>>,
    (left, right): (u32, u32),
    label: u32,
    width: u32,
    turned: bool,
) -> (u32, Side, (u32, u32)) {
    let mut ways = Vec::new();
    if right - left >= label {
        ways.push((Side::On, (left, right)));
    } else {
        if right + label <= width {
            ways.push((Side::After, (left, right + label)));
        }
        if left >= label {
            ways.push((Side::Before, (left - label, right)));
        }
        if ways.is_empty() {
            // Too little room on both sides: the label is cut on the wider one.
            ways.push(match width.saturating_sub(right) >= left {
                true => (Side::After, (left, width.max(right))),
                false => (Side::Before, (0, right)),
            });
        }
    }
    for row in 0.. {
        if row == rows.len() {
            rows.push(Vec::new());
            if turned {
                ways.reverse();
            }
        }
        for &(side, ends) in &ways {
            let free = |taken: &(u32, u32)| ends.1 + GAP <= taken.0 || taken.1 + GAP <= ends.0;
            if rows[row].iter().all(free) {
                rows[row].push(ends);
                return (row as u32, side, ends);
            }
        }
    }
    // An empty row has room for anything, so the loop has returned.
    (0, Side::On, (left, right))
}

fn ticks(shown: Years, width: u32, lang: Lang) -> Vec<Tick> {
    let (from, to) = steps(shown);
    let years = to / YEAR - from / YEAR;
    let room = width / years.max(1);
    let named = [(44, 1), (22, 2), (9, 5)].into_iter();
    let named = { named }
        .find(|(least, _)| room >= *least)
        .map_or(10, |(_, n)| n);
    let months = match room {
        720.. => 1,
        240.. => 3,
        _ => 12,
    };
    let mut ticks = Vec::new();
    for year in from / YEAR..to / YEAR {
        for month in (0..12).step_by(months) {
            let at = (year * YEAR + month * MONTH - from) * width / (to - from);
            let name = match month {
                0 if year % named == 0 => lens::show_date(&year.to_string(), lang),
                0 => String::new(),
                _ => month_name(month + 1, lang),
            };
            ticks.push(Tick {
                left: at,
                name,
                year: month == 0,
            });
        }
    }
    ticks
}

/// A month without its year.
fn month_name(month: u32, lang: Lang) -> String {
    let date = [
        "2000-",
        if month < 10 { "0" } else { "" },
        &month.to_string(),
    ]
    .concat();
    let name = lens::show_date(&date, lang);
    name.replace("2000年", "").replace(" 2000", "")
}
