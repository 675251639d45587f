//! The ECharts bundle: `echarts/entry.js` through esbuild, as one classic script.

use crate::{place, shell};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Where the bundle goes; the page loads it as `./vendor/echarts.js`.
pub fn bundle() -> PathBuf {
    place::root().join("public/vendor/echarts.js")
}

/// Bundles, unless the bundle is newer than what it is made of.
pub fn ensure() -> Result<()> {
    let bundle = bundle();
    let inputs = ["echarts/entry.js", "package-lock.json"].map(|file| place::root().join(file));
    if let Some(folder) = bundle.parent() {
        fs::create_dir_all(folder).context("could not make public/vendor")?;
        // What starts the further WebAssembly files.
        for name in ["drawing.js", "whole.js"] {
            let module = place::root().join("echarts").join(name);
            let copy = folder.join(name);
            if !fresh(&copy, std::slice::from_ref(&module)) {
                fs::copy(&module, &copy).with_context(|| format!("could not copy {name}"))?;
            }
        }
    }
    if fresh(&bundle, &inputs) {
        return Ok(());
    }
    println!("bundling ECharts into public/vendor/echarts.js (1 second)");
    let script = if cfg!(windows) {
        "esbuild.cmd"
    } else {
        "esbuild"
    };
    let esbuild = place::root().join("node_modules/.bin").join(script);
    shell::run(
        shell::command(&esbuild.to_string_lossy())
            .arg("echarts/entry.js")
            .args(["--bundle", "--minify", "--format=iife", "--target=es2020"])
            .args(["--legal-comments=inline", "--log-level=warning"])
            .arg("--outfile=public/vendor/echarts.js"),
    )
    .context("by hand: npm ci, then `npx esbuild echarts/entry.js --bundle --minify --format=iife --outfile=public/vendor/echarts.js`")
}

fn fresh(made: &Path, inputs: &[PathBuf]) -> bool {
    let time = |path: &Path| -> Option<SystemTime> { path.metadata().ok()?.modified().ok() };
    time(made).is_some_and(|made| {
        inputs
            .iter()
            .all(|input| time(input).is_some_and(|input| input <= made))
    })
}
