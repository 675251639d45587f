//! Project chores as one program: `cargo xtask help`.
//!
//! Each idea has its file: [`place`] where things are, [`shell`] running
//! commands, [`setup`] installing, [`web`] trunk, [`checks`] everything `test`
//! does, [`sizes`] the size gate, [`doctor`] the overview, [`audit`] the data
//! against the report's text.

mod audit;
mod characters;
mod checks;
mod debian_route;
mod doctor;
mod echarts;
mod engine_bench;
mod pack;
mod package;
#[cfg(feature = "e2e")]
mod page_bench;
mod place;
mod python;
mod schemas;
#[cfg(feature = "e2e")]
mod screenshots;
mod seal;
mod setup;
mod shell;
mod sizes;
mod target;
#[cfg(feature = "e2e")]
mod visit;
mod web;

use anyhow::{bail, Result};

const HELP: &str = "\
cargo xtask setup              install what a build needs (safe to repeat)
cargo xtask serve [--port N]   setup, then serve a development build (8080)
cargo xtask build [--release]  setup, then build into dist/
cargo xtask test               everything a change has to pass
cargo xtask bench              the query engine at four sizes, into BENCHMARKS.md
cargo xtask bench --page       what a visit and a click cost in headless Chromium
cargo xtask screenshots        the pictures of the README, from a release build in dist/
cargo xtask pack               the data as the page loads it, into public/pack/
cargo xtask package            the data for others: CSV, JSON, datapackage.json
cargo xtask package --site     the built site with .gz and .br beside each file, for hosts that send them
cargo xtask seal [DIR]         after a change by hand in dist/: its files anew into the service worker
cargo xtask schema             JSON Schema of the data files, from the types that read them
cargo xtask audit [report.md]  check the data; with the report's text, against it
cargo xtask python             the Python that tests use: makes it if missing, prints its path
cargo xtask doctor             what is found and what is missing

ZHILAN_CACHE=<dir>             where tools are kept (default ~/.cache/zhilan)
ZHILAN_WASM_ROUTE=rustup|debian  how to get the browser target (default: first that works)";

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args),
    };
    match command {
        "setup" => no_arguments(rest).and_then(|()| setup::run().map(drop)),
        "serve" => web::serve(rest),
        "build" => web::build(rest),
        "test" => no_arguments(rest).and_then(|()| checks::run()),
        "doctor" => no_arguments(rest).and_then(|()| doctor::run()),
        "audit" => audit::run(rest),
        "bench" if rest == ["--page"] => page(),
        "screenshots" => no_arguments(rest).and_then(|()| screenshots()),
        "bench" => no_arguments(rest).and_then(|()| engine_bench::run()),
        "schema" => schemas::run(rest),
        "package" => package::run(rest),
        "python" => no_arguments(rest)
            .and_then(|()| python::ensure())
            .map(|python| println!("{}", python.display())),
        "seal" => seal::run(rest),
        "pack" => no_arguments(rest).and_then(|()| pack::run()),
        "help" | "-h" | "--help" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
}

/// The page benchmark drives a browser, which is a feature of its own: xtask starts itself with it.
fn page() -> Result<()> {
    #[cfg(feature = "e2e")]
    return page_bench::run();
    #[cfg(not(feature = "e2e"))]
    {
        let route = setup::run()?;
        setup::browser()?;
        web::bundle(route, true)?;
        with_browser(&["bench", "--page"])
    }
}

/// The pictures of the README, likewise; of what is in `dist/`, so that they show what was built.
fn screenshots() -> Result<()> {
    #[cfg(feature = "e2e")]
    return screenshots::run();
    #[cfg(not(feature = "e2e"))]
    {
        setup::browser()?;
        with_browser(&["screenshots"])
    }
}

/// Starts xtask once more, with what drives a browser.
#[cfg(not(feature = "e2e"))]
fn with_browser(arguments: &[&str]) -> Result<()> {
    let run = [
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "e2e",
        "--",
    ];
    shell::run(shell::cargo().args(run).args(arguments))
}

fn no_arguments(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(extra) => bail!("unexpected `{extra}`\n\n{HELP}"),
    }
}
