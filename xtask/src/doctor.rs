//! What is found and what is missing, without changing anything.

use crate::place::{self, TRUNK, WASM_BINDGEN};
use crate::{debian_route, echarts, python, setup, shell, target};
use anyhow::Result;

/// Prints one line per thing.
pub fn run() -> Result<()> {
    println!("project  {}", place::root().display());
    println!("tools    {}", place::cache()?.display());
    println!(
        "system   {} {}",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    println!();
    for (program, advice) in [
        ("rustc", "install Rust from https://rustup.rs"),
        ("cargo", "install Rust from https://rustup.rs"),
        ("rustup", "optional; without it, Debian's packages are used"),
        ("node", "install Node.js 20 or newer"),
        (
            if cfg!(windows) { "npm.cmd" } else { "npm" },
            "comes with Node.js",
        ),
        (
            "chromium",
            "for test, bench --page, screenshots; they install it where apt is",
        ),
        (
            "chromedriver",
            "likewise (chromium-driver, of chromium's version)",
        ),
        (
            "python3",
            "for test and python, with venv; package needs none",
        ),
        ("gzip", "for the size gate of test"),
    ] {
        let said = shell::output(shell::command(program).arg("--version"));
        line(program, said.as_deref(), advice);
    }
    let yes = |there: bool| there.then_some("installed");
    let bindgen = setup::has_tool("wasm-bindgen-cli", "wasm-bindgen", WASM_BINDGEN)?;
    line(
        &format!("wasm-bindgen {WASM_BINDGEN}"),
        yes(bindgen),
        "cargo xtask setup",
    );
    let trunk = setup::has_tool("trunk", "trunk", TRUNK)?;
    line(&format!("trunk {TRUNK}"), yes(trunk), "cargo xtask setup");
    line("npm packages", yes(setup::npm_fresh()), "cargo xtask setup");
    line(
        "ECharts bundle",
        yes(echarts::bundle().exists()),
        "cargo xtask setup",
    );
    line(
        "Python packages",
        yes(python::present()?),
        "cargo xtask python",
    );
    let lock = setup::check_lock();
    let said = lock.as_ref().err().map(|error| error.to_string());
    line(
        "Cargo.lock",
        lock.is_ok().then_some(WASM_BINDGEN),
        said.as_deref().unwrap_or(""),
    );
    line(
        "source of std",
        yes(target::has_std_source()),
        "for the smallest release build: rustup component add rust-src",
    );
    line("Debian route", yes(debian_route::present()), "optional");
    println!();
    match target::found()? {
        Some(route) => println!("{}: {route:?} route", target::WASM),
        None => println!("{}: missing; cargo xtask setup", target::WASM),
    }
    Ok(())
}

fn line(name: &str, found: Option<&str>, advice: &str) {
    match found {
        Some(found) => {
            println!("found    {name:<22} {}", found.lines().next().unwrap_or(""));
        }
        None => println!("missing  {name:<22} {advice}"),
    }
}
