//! Which years are shown, and where a key leads.
use super::{Event, YEAR};

/// The first and the last year of a stretch of time.
pub type Years = (u16, u16);

/// The years from the first event to the last.
pub fn extent(events: &[Event]) -> Option<Years> {
    let from = events.iter().map(|e| e.start / YEAR).min()?;
    let to = events.iter().map(|e| (e.end - 1) / YEAR).max()?;
    Some((u16::try_from(from).ok()?, u16::try_from(to).ok()?))
}

/// The years shown: those asked for as far as there is something in them, else all.
pub fn clamp(asked: Option<Years>, full: Years) -> Years {
    let (from, to) = asked.unwrap_or(full);
    let shown = (from.max(full.0), to.min(full.1));
    if shown.0 <= shown.1 {
        shown
    } else {
        full
    }
}

/// Whether an event lies in the years shown, wholly or in part.
pub fn inside(event: &Event, shown: Years) -> bool {
    let (from, to) = steps(shown);
    event.start < to && event.end > from
}

/// Years as steps of the axis, end exclusive.
pub(super) fn steps(shown: Years) -> (u32, u32) {
    (u32::from(shown.0) * YEAR, (u32::from(shown.1) + 1) * YEAR)
}

/// The years of a length that begin at a year, moved into the full stretch.
fn fitted(from: u16, length: u16, full: Years) -> Years {
    let length = length.clamp(1, full.1 - full.0 + 1);
    let from = from.clamp(full.0, full.1 + 1 - length);
    (from, from + length - 1)
}

/// Half as many years, around one of them.
pub fn nearer(shown: Years, around: u16) -> Years {
    let length = (shown.1 - shown.0 + 1).div_ceil(2);
    fitted(around.saturating_sub(length / 2), length, shown)
}

/// Twice as many years.
pub fn farther(shown: Years, full: Years) -> Years {
    let length = shown.1 - shown.0 + 1;
    fitted(
        shown.0.saturating_sub(length / 2),
        length.saturating_mul(2),
        full,
    )
}

/// As many years, earlier or later.
pub fn shifted(shown: Years, later: bool, full: Years) -> Years {
    let length = shown.1 - shown.0 + 1;
    let by = length.div_ceil(2);
    let from = match later {
        true => shown.0.saturating_add(by),
        false => shown.0.saturating_sub(by),
    };
    fitted(from, length, full)
}

/// As many years, moved no further than it takes to show an event.
pub fn holding(shown: Years, event: &Event, full: Years) -> Years {
    if inside(event, shown) {
        return shown;
    }
    let length = shown.1 - shown.0 + 1;
    let year = |at: u32| u16::try_from(at / YEAR).unwrap_or(full.0);
    match event.start < steps(shown).0 {
        true => fitted(year(event.end - 1), length, full),
        false => fitted(year(event.start).saturating_sub(length - 1), length, full),
    }
}

/// Where a key leads from an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The event before.
    Back,
    /// The next event.
    On,
    /// The nearest event that begins a year or more before.
    YearBack,
    /// The nearest event that begins a year or more after.
    YearOn,
    /// The first event of all.
    First,
    /// The last event of all.
    Last,
}

impl Step {
    /// The step of a key by its name.
    pub fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" | "ArrowUp" => Self::Back,
            "ArrowRight" | "ArrowDown" => Self::On,
            "PageUp" => Self::YearBack,
            "PageDown" => Self::YearOn,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// The event that a step leads to; a step beyond an end stays at that end.
/// Without a current event the first step leads into the years shown. None only without events.
pub fn neighbour(
    events: &[Event],
    shown: Years,
    current: Option<usize>,
    step: Step,
) -> Option<usize> {
    let last = events.len().checked_sub(1)?;
    let Some(now) = current.filter(|&now| now <= last) else {
        let mut places = 0..events.len();
        let is_inside = |&at: &usize| inside(&events[at], shown);
        return Some(match step {
            Step::First => 0,
            Step::Last => last,
            Step::Back | Step::YearBack => places.rev().find(is_inside).unwrap_or(last),
            Step::On | Step::YearOn => places.find(is_inside).unwrap_or(0),
        });
    };
    let start = events[now].start;
    Some(match step {
        Step::First => 0,
        Step::Last => last,
        Step::Back => now.saturating_sub(1),
        Step::On => (now + 1).min(last),
        Step::YearBack => {
            let before = events.iter().rposition(|e| e.start + YEAR <= start);
            before.unwrap_or(0)
        }
        Step::YearOn => {
            let after = events.iter().position(|e| e.start >= start + YEAR);
            after.unwrap_or(last)
        }
    })
}
