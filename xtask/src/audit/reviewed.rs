//! What the audit reports and a person has found right: `xtask/reviewed.json`.
//!
//! An entry repeats the line that the audit prints and says why it stands. One that
//! excuses nothing any more is itself a failure, so that the list cannot go stale.

use super::data::{list, read, text};
use super::Failure;
use anyhow::{bail, Result};
use std::path::Path;

/// The lines that are excused.
#[derive(Default)]
pub struct Reviewed(pub Vec<String>);

impl Reviewed {
    /// Reads the list; every entry needs a reason.
    pub fn load(path: &Path) -> Result<Self> {
        let mut lines = Vec::new();
        for entry in list(&read(path)?) {
            let (failure, why) = (text(&entry["failure"]), text(&entry["why"]));
            if failure.is_empty() || why.is_empty() {
                bail!("{}: an entry needs `failure` and `why`", path.display());
            }
            lines.push(failure.to_owned());
        }
        Ok(Self(lines))
    }

    /// The failures that are left, with those of the list itself; `complete` says
    /// whether all checks were made, so that an unused entry means something.
    pub fn excuse(&self, failures: Vec<Failure>, complete: bool) -> Vec<Failure> {
        let mut used = vec![false; self.0.len()];
        let mut left = Vec::new();
        for failure in failures {
            let line = failure.to_string();
            match self.0.iter().position(|excused| *excused == line) {
                Some(at) => used[at] = true,
                None => left.push(failure),
            }
        }
        let unused = self
            .0
            .iter()
            .zip(used)
            .filter(|(_, used)| complete && !used);
        left.extend(unused.map(|(line, _)| {
            Failure::new(
                "xtask/reviewed.json",
                "-",
                "failure",
                format!("excuses nothing: {line}"),
            )
        }));
        left
    }
}
