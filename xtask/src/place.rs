//! Where things are: the project, the tool cache, and the PATH builds run with.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// `trunk` of this version is installed; newer ones want a newer rustc.
pub const TRUNK: &str = "0.21.14";
/// Must equal the `wasm-bindgen` crate in Cargo.lock.
pub const WASM_BINDGEN: &str = "0.2.130";

/// The project folder (the one that holds `xtask/`).
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        // Cargo says where it runs from; what was compiled in is wrong once a checkout shares or moves its `target`.
        let xtask = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let xtask = xtask.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = xtask.parent().expect("xtask is a folder of the project");
        root.to_owned()
    })
}

/// Where installed tools are kept, outside the project so that clones share them.
pub fn cache() -> Result<PathBuf> {
    if let Some(dir) = env::var_os("ZHILAN_CACHE").filter(|dir| !dir.is_empty()) {
        return Ok(PathBuf::from(dir));
    }
    let home = env::var_os("HOME")
        .or_else(|| env::var_os("USERPROFILE"))
        .context("neither ZHILAN_CACHE nor HOME is set; set ZHILAN_CACHE to a folder")?;
    Ok(PathBuf::from(home).join(".cache").join("zhilan"))
}

/// The folder one tool version is installed under.
pub fn tool_root(name: &str, version: &str) -> Result<PathBuf> {
    Ok(cache()?.join(format!("{name}-{version}")))
}

/// A host for tests: the one in PATH, else the one that setup unpacked.
pub fn host(name: &str) -> Option<PathBuf> {
    let mut dirs: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let unpacked = cache().ok()?.join("hosts/usr");
    dirs.extend([
        "/usr/sbin".into(),
        unpacked.join("sbin"),
        unpacked.join("bin"),
    ]);
    dirs.iter()
        .map(|dir| dir.join(name))
        .find(|file| file.exists())
}

/// PATH with our own tools and npm's first, after `before` (most important first).
pub fn path(before: &[PathBuf]) -> Result<OsString> {
    let mut dirs = vec![
        tool_root("wasm-bindgen-cli", WASM_BINDGEN)?.join("bin"),
        tool_root("trunk", TRUNK)?.join("bin"),
        root().join("node_modules").join(".bin"),
    ];
    dirs.extend(before.iter().cloned());
    if let Some(old) = env::var_os("PATH") {
        dirs.extend(env::split_paths(&old));
    }
    env::join_paths(dirs).context("a folder in PATH has a separator in its name")
}

/// An executable's file name on this system.
pub fn exe(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}
