//! Route 2 to the browser target: Debian's packages.
//!
//! For machines where rustup cannot download. `rustc-web` brings no standard
//! library for the browser, so cargo builds it from `rust-web-src` (about 40 s
//! once per target folder), which a stable compiler allows only with
//! RUSTC_BOOTSTRAP. The linker has to be of the compiler's LLVM version.

use crate::{place, shell};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What has to be installed.
pub const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
/// The packaged cargo, by full path: a rustup one may come first in PATH.
pub const CARGO: &str = "/usr/bin/cargo";

/// What the packages put where.
const FILES: &[&str] = &[
    CARGO,
    "/usr/bin/rustc",
    "/usr/bin/wasm-ld-22",
    "/usr/lib/rustlib/src/rust/library/std/Cargo.toml",
];

/// Whether everything is installed.
pub fn present() -> bool {
    FILES.iter().all(|file| Path::new(file).exists())
}

/// Installs the packages.
pub fn install() -> Result<()> {
    println!("installing {} (about 1 minute)", PACKAGES.join(", "));
    install_packages(PACKAGES)?;
    anyhow::ensure!(
        present(),
        "the packages are installed but one of {} is missing",
        FILES.join(", ")
    );
    Ok(())
}

/// apt-get, through sudo unless we are root.
pub fn install_packages(packages: &[&str]) -> Result<()> {
    let root = shell::output(shell::command("id").arg("-u")).is_some_and(|id| id == "0");
    let apt = |args: &[&str]| {
        let mut command = shell::command(if root { "apt-get" } else { "sudo" });
        if !root {
            command.arg("apt-get");
        }
        command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let by_hand = || {
        format!(
            "by hand, as root: apt-get update && apt-get install {}",
            packages.join(" ")
        )
    };
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    if shell::run(&mut apt(&install)).is_ok() {
        return Ok(());
    }
    println!("refreshing the package lists first");
    shell::run(&mut apt(&["update"])).with_context(by_hand)?;
    shell::run(&mut apt(&install)).with_context(by_hand)
}

/// Points a command's builds at the packaged compiler.
pub fn apply(command: &mut Command) -> Result<()> {
    command
        .env("PATH", place::path(&[PathBuf::from("/usr/bin")])?)
        // Set by the cargo that runs us; trunk would follow it back to rustup's.
        .env("CARGO", CARGO)
        .env("RUSTC", "/usr/bin/rustc")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
    Ok(())
}
