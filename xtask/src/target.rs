//! The browser target of the compiler, by whichever route is possible here.

use crate::{debian_route, shell};
use anyhow::{bail, Context, Result};
use std::process::Command;

/// The target's name.
pub const WASM: &str = "wasm32-unknown-unknown";

/// How WebAssembly gets compiled on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The toolchain in use has the target's standard library.
    Rustup,
    /// Debian's `rustc-web` builds the standard library from source.
    Debian,
}

impl Route {
    /// Prepares a command so that what it compiles for the browser takes this route.
    pub fn apply(self, command: &mut Command) -> Result<()> {
        match self {
            Route::Rustup => {
                command.env("PATH", crate::place::path(&[])?);
            }
            Route::Debian => debian_route::apply(command)?,
        }
        Ok(())
    }

    /// Prepares a command so that std is rebuilt small: without messages for panics, optimised for size.
    /// It saves a seventh of the wasm; the page itself says what happened when the program stops.
    pub fn rebuild_std(self, command: &mut Command) {
        command
            // Only a nightly compiler takes these without being told to.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env(
                "RUSTFLAGS",
                "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
            );
    }

    /// A `cargo` command for this route.
    pub fn cargo(self) -> Result<Command> {
        let mut cargo = match self {
            Route::Rustup => shell::cargo(),
            Route::Debian => shell::command(debian_route::CARGO),
        };
        self.apply(&mut cargo)?;
        Ok(cargo)
    }
}

/// The route asked for by ZHILAN_WASM_ROUTE, if any.
fn wanted() -> Result<Option<Route>> {
    parse(std::env::var("ZHILAN_WASM_ROUTE").ok().as_deref())
}

fn parse(name: Option<&str>) -> Result<Option<Route>> {
    match name {
        None | Some("") => Ok(None),
        Some("rustup") => Ok(Some(Route::Rustup)),
        Some("debian") => Ok(Some(Route::Debian)),
        Some(other) => bail!("ZHILAN_WASM_ROUTE is `{other}`; it can be `rustup` or `debian`"),
    }
}

/// Whether the toolchain in use already has the target, however it came there.
fn present() -> bool {
    let mut rustc = shell::command("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    shell::output(&mut rustc)
        .and_then(|dir| std::fs::read_dir(dir).ok())
        .is_some_and(|mut files| files.any(|f| f.is_ok_and(|f| is_std(&f.path()))))
}

/// Whether the source of std is there, so that release builds can rebuild it.
pub fn has_std_source() -> bool {
    let sysroot = shell::output(shell::command("rustc").args(["--print", "sysroot"]));
    let source = "lib/rustlib/src/rust/library/std/Cargo.toml";
    sysroot.is_some_and(|root| std::path::Path::new(&root).join(source).exists())
}

/// Fetches the source of std; without it a release build works but is larger than the gate allows.
fn std_source() {
    if has_std_source() {
        return;
    }
    println!("adding the source of std with rustup (a few seconds)");
    if let Err(error) = shell::run(shell::command("rustup").args(["component", "add", "rust-src"]))
    {
        println!("that did not work ({error:#}); release builds will be a sixth larger.\nby hand: rustup component add rust-src");
    }
}

fn is_std(path: &std::path::Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with("libstd-"))
}

/// The route that would work now, without installing anything.
pub fn found() -> Result<Option<Route>> {
    Ok(match wanted()? {
        Some(Route::Debian) => debian_route::present().then_some(Route::Debian),
        Some(Route::Rustup) => present().then_some(Route::Rustup),
        None if present() => Some(Route::Rustup),
        None => debian_route::present().then_some(Route::Debian),
    })
}

/// Finds or installs a route.
pub fn ensure() -> Result<Route> {
    if let Some(route) = found()? {
        if route == Route::Rustup {
            std_source();
        }
        return Ok(route);
    }
    let wanted = wanted()?;
    if wanted != Some(Route::Debian) {
        println!("adding the {WASM} target with rustup (a few seconds)");
        let added = shell::run(shell::command("rustup").args(["target", "add", WASM]));
        match added {
            Ok(()) => {
                std_source();
                return Ok(Route::Rustup);
            }
            Err(error) if wanted == Some(Route::Rustup) => {
                return Err(error).context(format!("by hand: rustup target add {WASM}"));
            }
            Err(error) => println!("that did not work ({error:#}); trying Debian's packages"),
        }
    }
    debian_route::install().with_context(|| {
        format!("no way to the {WASM} target worked.\nby hand: `rustup target add {WASM}` where rustup can download, or on Debian `apt-get install {}`", debian_route::PACKAGES.join(" "))
    })?;
    Ok(Route::Debian)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_named_or_left_open() {
        assert_eq!(parse(None).unwrap(), None);
        assert_eq!(parse(Some("")).unwrap(), None);
        assert_eq!(parse(Some("debian")).unwrap(), Some(Route::Debian));
        assert_eq!(parse(Some("rustup")).unwrap(), Some(Route::Rustup));
        assert!(parse(Some("nix")).is_err());
    }
}
