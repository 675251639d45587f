//! Everything a change has to pass, cheapest first.

use crate::target::{Route, WASM};
use crate::{place, python, schemas, setup, shell, sizes, web};
use anyhow::{bail, Context, Result};

/// `test`
pub fn run() -> Result<()> {
    let route = setup::run()?;
    python::ensure()?;
    cargo(&["fmt", "--all", "--check"]).context("by hand: cargo fmt --all")?;
    clippy(route)?;
    cargo(&["test", "-p", "zhilan", "--no-default-features"])?;
    cargo(&["test", "-p", "xtask"])?;
    cargo(&["test", "-p", "engine-bench"])?;
    wall()?;
    schemas::run(&["--check".to_owned()])?;
    docs()?;
    web::bundle(route, true)?;
    sizes::check(&place::root().join("dist"))?;
    end_to_end()?;
    println!("test: all passed");
    Ok(())
}

/// The documentation builds without a warning, private items included.
fn docs() -> Result<()> {
    let doc = [
        "doc",
        "--quiet",
        "-p",
        "zhilan",
        "--no-default-features",
        "--no-deps",
    ];
    let doc = doc.into_iter().chain(["--document-private-items"]);
    shell::run(shell::cargo().env("RUSTDOCFLAGS", "-D warnings").args(doc))
}

fn cargo(args: &[&str]) -> Result<()> {
    shell::run(shell::cargo().args(args))
}

fn clippy(route: Route) -> Result<()> {
    let strict = ["--", "-D", "warnings"];
    let pure = [
        "clippy",
        "-p",
        "zhilan",
        "--no-default-features",
        "--all-targets",
    ];
    shell::run(shell::cargo().args(pure).args(strict))?;
    let own = [
        "clippy",
        "-p",
        "xtask",
        "-p",
        "engine-bench",
        "--all-targets",
    ];
    shell::run(shell::cargo().args(own).args(strict))?;
    let browser = ["clippy", "-p", "zhilan", "--target", WASM];
    if has_clippy(route)? {
        return shell::run(route.cargo()?.args(browser).args(strict));
    }
    // Debian's rustc-web may have no clippy; the compiler's own warnings still count.
    println!("no clippy for the {route:?} route: checking with rustc alone");
    let mut check = route.cargo()?;
    check.env("RUSTFLAGS", "-D warnings");
    shell::run(check.args(["check", "-p", "zhilan", "--target", WASM]))
}

fn has_clippy(route: Route) -> Result<bool> {
    Ok(shell::succeeds(
        route.cargo()?.args(["clippy", "--version"]),
    ))
}

/// The pure half must not be able to see Leptos: cargo finds no such package.
fn wall() -> Result<()> {
    let tree = [
        "tree",
        "-p",
        "zhilan",
        "--no-default-features",
        "-e",
        "normal",
    ];
    // First that the question is a valid one, so that the refusal below means something.
    if !shell::succeeds(shell::cargo().args(tree)) {
        bail!("`cargo {}` does not run", tree.join(" "));
    }
    if shell::succeeds(shell::cargo().args(tree).args(["-i", "leptos"])) {
        bail!(
            "the pure half depends on leptos; see: cargo {} -i leptos",
            tree.join(" ")
        );
    }
    println!("wall: the pure half does not depend on leptos");
    Ok(())
}

fn end_to_end() -> Result<()> {
    setup::browser()?;
    setup::hosts()?;
    cargo(&["test", "-p", "xtask", "--features", "e2e", "--test", "e2e"])
}
