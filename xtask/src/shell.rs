//! Running commands: shown before they run, errors that name them.

use crate::place;
use anyhow::{bail, Context, Result};
use std::process::{Command, Stdio};

/// A command that runs in the project folder.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root());
    command
}

/// `cargo`, the one that started us where there is one.
pub fn cargo() -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
}

/// npm, which is a batch file on Windows.
pub fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// The command as a person would type it.
pub fn spelled(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut line = name.to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}

/// Shows and runs a command; an error if it does not end well.
pub fn run(command: &mut Command) -> Result<()> {
    let line = spelled(command);
    println!("$ {line}");
    let status = command
        .status()
        .with_context(|| format!("could not start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// What a command prints, if it runs and ends well.
pub fn output(command: &mut Command) -> Option<String> {
    let out = command.stdin(Stdio::null()).output().ok()?;
    out.status
        .success()
        .then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// Whether a command runs and ends well, without showing what it prints.
pub fn succeeds(command: &mut Command) -> bool {
    output(command).is_some()
}
