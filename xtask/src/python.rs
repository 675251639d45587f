//! The Python that tests use: a virtual environment of pinned packages in the tool cache.

use crate::{place, shell};
use anyhow::{bail, Context, Result};
use std::path::PathBuf;

/// A validator that is not ours, and what most readers of the tables use.
const PACKAGES: [&str; 2] = ["frictionless==5.18.1", "pandas==2.3.3"];

/// Where it is made.
fn folder() -> Result<PathBuf> {
    Ok(place::cache()?.join(PACKAGES.join("-").replace("==", "-")))
}

/// Whether it is there.
pub fn present() -> Result<bool> {
    Ok(folder()?.join("complete").exists())
}

/// Its interpreter; made first where it is missing (about 40 seconds).
pub fn ensure() -> Result<PathBuf> {
    let folder = folder()?;
    let bin = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = folder.join(bin).join(place::exe("python"));
    let stamp = folder.join("complete");
    if stamp.exists() {
        return Ok(python);
    }
    eprintln!(
        "installing {} into {}",
        PACKAGES.join(", "),
        folder.display()
    );
    let by_hand = || {
        format!(
            "by hand: install Python 3.9 or newer with venv (apt-get install python3-venv), then \
             `python3 -m venv {0}` and `{1} -m pip install {2}`, and make the empty file {3}",
            folder.display(),
            python.display(),
            PACKAGES.join(" "),
            stamp.display()
        )
    };
    let mut venv = shell::command("python3");
    quietly(venv.args(["-m", "venv", "--clear"]).arg(&folder)).with_context(by_hand)?;
    let mut pip = shell::command(&python.to_string_lossy());
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    quietly(pip.args(PACKAGES)).with_context(by_hand)?;
    std::fs::write(stamp, "")?;
    Ok(python)
}

/// Runs a command; what it says goes to standard error, since the path goes to standard output.
fn quietly(command: &mut std::process::Command) -> Result<()> {
    let line = shell::spelled(command);
    let out = command
        .output()
        .with_context(|| format!("could not start `{line}`"))?;
    eprint!("{}", String::from_utf8_lossy(&out.stderr));
    if !out.status.success() {
        bail!("`{line}` failed ({})", out.status);
    }
    Ok(())
}
