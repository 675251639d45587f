//! Installing what a build needs. Every step looks first and does nothing when
//! nothing is missing.

use crate::place::{self, TRUNK, WASM_BINDGEN};
use crate::target::{self, Route, WASM};
use crate::{debian_route, echarts, pack, shell};
use anyhow::{bail, Context, Result};
use std::fs;
use std::path::Path;

/// All steps; says which route compiles for the browser.
pub fn run() -> Result<Route> {
    check_lock()?;
    let route = target::ensure()?;
    bindgen()?;
    cargo_tool("trunk", "trunk", TRUNK, true, "4 minutes")?;
    npm()?;
    echarts::ensure()?;
    pack::run()?;
    println!("setup: all there ({route:?} route to {WASM})");
    Ok(route)
}

/// The command that makes a module loadable by a page.
pub fn bindgen() -> Result<()> {
    cargo_tool(
        "wasm-bindgen-cli",
        "wasm-bindgen",
        WASM_BINDGEN,
        false,
        "4 minutes",
    )
}

/// What only the browser tests need.
pub fn browser() -> Result<()> {
    let missing: Vec<&str> = [
        ("chromium", "/usr/bin/chromium"),
        ("chromium-driver", "/usr/bin/chromedriver"),
        (
            "fonts-noto-cjk",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        ),
    ]
    .into_iter()
    .filter(|(_, file)| !Path::new(file).exists())
    .map(|(package, _)| package)
    .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!(
        "installing {} for the browser tests (about 1 minute)",
        missing.join(", ")
    );
    debian_route::install_packages(&missing)
}

/// nginx and Caddy for the tests of hosts (10 MB): unpacked, not installed, so that nothing starts on this machine.
/// Where that is not possible, those tests say so and pass.
pub fn hosts() -> Result<()> {
    let folder = place::cache()?.join("hosts");
    if ["nginx", "caddy"]
        .iter()
        .all(|name| place::host(name).is_some())
    {
        return Ok(());
    }
    println!("unpacking nginx and Caddy for the tests of hosts (a few seconds)");
    let mut get = shell::command("apt-get");
    get.args(["download", "nginx", "nginx-common", "caddy"]);
    let got = shell::run(get.current_dir(make(&folder)?));
    let packages = fs::read_dir(&folder)?.filter_map(|file| Some(file.ok()?.path()));
    let packages: Vec<_> = packages
        .filter(|path| path.extension().is_some_and(|e| e == "deb"))
        .collect();
    let unpacked = packages.iter().try_for_each(|package| {
        let mut unpack = shell::command("dpkg-deb");
        shell::run(unpack.arg("-x").arg(package).arg(&folder))
    });
    if let Err(error) = got.and(unpacked) {
        println!("that did not work ({error:#}); the tests do without.\nby hand: apt-get install nginx caddy");
    }
    Ok(())
}

/// The crate and the command must be of one version, or the page does not start.
pub fn check_lock() -> Result<()> {
    let path = place::root().join("Cargo.lock");
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    match locked(&text, "wasm-bindgen") {
        Some(version) if version == WASM_BINDGEN => Ok(()),
        Some(version) => bail!(
            "Cargo.lock has wasm-bindgen {version}, the tools are {WASM_BINDGEN}.\nby hand: cargo update -p wasm-bindgen --precise {WASM_BINDGEN}, or change the version in Trunk.toml and xtask/src/place.rs"
        ),
        None => bail!("Cargo.lock has no wasm-bindgen; by hand: cargo generate-lockfile"),
    }
}

/// A package's version in the text of a Cargo.lock.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Whether a tool of the cache is there and is of that version.
pub fn has_tool(package: &str, command: &str, version: &str) -> Result<bool> {
    let program = place::tool_root(package, version)?
        .join("bin")
        .join(place::exe(command));
    let mut ask = shell::command(&program.to_string_lossy());
    Ok(shell::output(ask.arg("--version"))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version)))
}

fn cargo_tool(
    package: &str,
    command: &str,
    version: &str,
    locked: bool,
    takes: &str,
) -> Result<()> {
    if has_tool(package, command, version)? {
        return Ok(());
    }
    let cache = place::cache()?;
    let root = place::tool_root(package, version)?;
    println!(
        "installing {package} {version} into {} (about {takes})",
        root.display()
    );
    let mut cargo = shell::cargo();
    cargo
        .args(["install", "--debug", "--force", "--version", version])
        .arg("--root")
        .arg(&root)
        // Outside the project, so that its cargo settings have no say.
        .current_dir(make(&cache)?)
        .env("CARGO_TARGET_DIR", cache.join("build"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    if locked {
        cargo.arg("--locked");
    }
    cargo.arg(package);
    shell::run(&mut cargo).with_context(|| format!("by hand: {}", shell::spelled(&cargo)))
}

fn make(dir: &Path) -> Result<&Path> {
    fs::create_dir_all(dir).with_context(|| {
        format!(
            "could not make {}; set ZHILAN_CACHE to a folder that can be written",
            dir.display()
        )
    })?;
    Ok(dir)
}

/// Whether node_modules was installed from the lock file as it is now.
pub fn npm_fresh() -> bool {
    let stamp = place::root().join("node_modules/.zhilan-lock");
    match (
        fs::read(stamp),
        fs::read(place::root().join("package-lock.json")),
    ) {
        (Ok(installed), Ok(wanted)) => installed == wanted,
        _ => false,
    }
}

fn npm() -> Result<()> {
    if npm_fresh() {
        return Ok(());
    }
    println!("installing esbuild, ECharts and wasm-opt with npm (about 20 seconds)");
    shell::run(shell::npm().args(["ci", "--no-audit", "--no-fund"]))
        .context("by hand: install Node.js 20 or newer with npm, then `npm ci`")?;
    let root = place::root();
    fs::copy(
        root.join("package-lock.json"),
        root.join("node_modules/.zhilan-lock"),
    )
    .context("could not note what npm installed")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";

    #[test]
    fn the_lock_is_read_by_the_whole_name() {
        assert_eq!(locked(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-macro"), Some("0.2.1"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }
}
