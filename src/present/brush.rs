//! A range control with two ends: places on its track and the values they stand for.

/// How many steps the track has.
pub const STEPS: u32 = 200;

/// A track over the values of a field, in base units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Track {
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
    /// Whether equal steps are equal ratios, where values span magnitudes.
    log: bool,
}

impl Track {
    /// A track; none where all values are the same.
    pub fn new(low: f64, high: f64) -> Option<Self> {
        let log = low > 0.0 && high / low > 100.0;
        (low < high).then_some(Self { low, high, log })
    }

    /// The place of a value.
    pub fn place(&self, value: f64) -> u32 {
        let share = match self.log {
            true => (value.max(self.low) / self.low).ln() / (self.high / self.low).ln(),
            false => (value - self.low) / (self.high - self.low),
        };
        (share.clamp(0.0, 1.0) * f64::from(STEPS)).round() as u32
    }

    /// The value of a place, with three digits that a reader can quote; the ends are exact.
    pub fn value(&self, place: u32) -> f64 {
        let share = f64::from(place) / f64::from(STEPS);
        match place {
            0 => self.low,
            STEPS.. => self.high,
            _ if self.log => rounded(self.low * (self.high / self.low).powf(share)),
            _ => rounded(self.low + (self.high - self.low) * share),
        }
    }

    /// The range between two places; an end of the track lets everything through.
    pub fn range(&self, from: u32, to: u32) -> (Option<f64>, Option<f64>) {
        let (from, to) = (from.min(to), from.max(to));
        (
            (from > 0).then(|| self.value(from)),
            (to < STEPS).then(|| self.value(to)),
        )
    }
}

fn rounded(value: f64) -> f64 {
    if value == 0.0 {
        return value;
    }
    let scale = 10f64.powf(2.0 - value.abs().log10().floor());
    (value * scale).round() / scale
}
