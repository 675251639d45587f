//! The size gate: what a first visit downloads, as gzip -9 sends it.

use anyhow::{bail, Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the first view loads, as paths in `dist/`; `*` is any run of characters
/// but `/`. Every pattern has to find something, so none goes stale unseen.
/// Of the collections a reader may open first, the largest main one stands for all.
const FIRST_VIEW: &[&str] = &[
    "index.html",
    "style*.css",
    "boot.js",
    "zhilan-app*.js",
    "zhilan-app*.wasm",
    "pack/caict-2024/schema.json",
    "pack/caict-2024/outline.json",
    "pack/caict-2024/charts/regulations.json",
    "pack/caict-2024/names/regulations.json",
    "pack/caict-2024/regulations.json",
];
const ECHARTS: &[&str] = &["vendor/echarts.js"];

/// In bytes; a kB is 1000.
const FIRST_VIEW_LIMIT: usize = 260_000;
const ECHARTS_LIMIT: usize = 260_000;

/// Prints the sizes and fails if one is over its limit.
pub fn check(dist: &Path) -> Result<()> {
    let mut over = Vec::new();
    for (name, patterns, limit) in [
        ("first view", FIRST_VIEW, FIRST_VIEW_LIMIT),
        ("ECharts", ECHARTS, ECHARTS_LIMIT),
    ] {
        let total = measure(dist, patterns)?;
        println!("size: {name} {} of {} kB gzip", kb(total), kb(limit));
        if total > limit {
            over.push(format!(
                "{name} is {} kB gzip, the limit is {}",
                kb(total),
                kb(limit)
            ));
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        bail!("size gate: {}", over.join("; "))
    }
}

fn kb(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

fn measure(dist: &Path, patterns: &[&str]) -> Result<usize> {
    let mut total = 0;
    for pattern in patterns {
        let (folder, name) = pattern.rsplit_once('/').unwrap_or(("", pattern));
        let folder = dist.join(folder);
        let mut found = 0;
        let files = fs::read_dir(&folder)
            .with_context(|| format!("could not look into {}", folder.display()))?;
        for file in files {
            let file = file?;
            let file_name = file.file_name().to_string_lossy().into_owned();
            if file.file_type()?.is_file() && matches(name, &file_name) {
                let size = gzip(&file.path())?;
                println!("  {:>7} kB {file_name}", kb(size));
                total += size;
                found += 1;
            }
        }
        if found == 0 {
            bail!("size gate: nothing in {} is `{pattern}`", dist.display());
        }
    }
    Ok(total)
}

/// What `gzip -9` makes of a file: the measure that the limits are given in; libraries differ from it by 2 %.
fn gzip(file: &Path) -> Result<usize> {
    let made = Command::new("gzip").args(["-9", "-c"]).arg(file).output();
    let made = made.context("could not run gzip; by hand: apt-get install gzip")?;
    if !made.status.success() {
        bail!("gzip could not read {}", file.display());
    }
    Ok(made.stdout.len())
}

/// Whether a name is what a pattern with at most one `*` says.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        assert!(matches("*.js", "app-1f.js"));
        assert!(matches("index.html", "index.html"));
        assert!(!matches("*.js", "app.json"));
        assert!(!matches("index.html", "404.html"));
        assert!(!matches("ab*ba", "aba"));
    }

    #[test]
    fn a_file_is_compressed_and_a_missing_one_is_an_error() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let plain = fs::metadata(&manifest)
            .expect("this crate has a manifest")
            .len();
        assert!(gzip(&manifest).expect("it is compressed") < plain as usize);
        assert!(gzip(Path::new("no such file")).is_err());
    }
}
