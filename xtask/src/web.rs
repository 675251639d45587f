//! Serving and building the page with trunk.

use crate::place::{self, TRUNK};
use crate::target::{self, Route, WASM};
use crate::{seal, setup, shell};
use anyhow::{bail, Context, Result};
use std::process::Command;

/// `serve [--port N]`
pub fn serve(args: &[String]) -> Result<()> {
    let port = port(args)?;
    let route = setup::run()?;
    let mut trunk = trunk(route)?;
    println!(
        "http://127.0.0.1:{port}/ once the first build is done (1 to 3 minutes, then seconds)"
    );
    // An absolute address here: the live reload needs one.
    trunk.args(["serve", "--address", "127.0.0.1", "--public-url", "/"]);
    shell::run(trunk.arg("--port").arg(port.to_string()))
}

/// `build [--release]`
pub fn build(args: &[String]) -> Result<()> {
    let release = match args {
        [] => false,
        [flag] if flag == "--release" => true,
        _ => bail!("usage: cargo xtask build [--release]"),
    };
    let route = setup::run()?;
    bundle(route, release)
}

/// Builds into `dist/`; setup has been done.
pub fn bundle(route: Route, release: bool) -> Result<()> {
    let mut trunk = trunk(route)?;
    trunk.arg("build");
    if release {
        println!("release build (about 3 minutes on a quiet machine, then 1)");
        trunk.arg("--release");
        if route == Route::Debian || target::has_std_source() {
            route.rebuild_std(&mut trunk);
        }
    }
    shell::run(&mut trunk)?;
    match release {
        true => minify_glue().and_then(|()| seal::run(&[])),
        false => Ok(()),
    }
}

/// Minifies what wasm-bindgen wrote, which trunk's own minifier cannot read.
fn minify_glue() -> Result<()> {
    let dist = place::root().join("dist");
    let files = std::fs::read_dir(&dist).context("there is no dist/")?;
    let names = files.filter_map(|file| Some(file.ok()?.path()));
    let glue = names.filter(|path| path.extension().is_some_and(|e| e == "js"));
    for file in glue {
        let esbuild = place::root().join("node_modules/.bin/esbuild");
        let mut command = shell::command(&esbuild.to_string_lossy());
        command
            .arg(&file)
            .args(["--minify", "--log-level=warning", "--allow-overwrite"]);
        shell::run(command.arg(format!("--outfile={}", file.display())))?;
    }
    Ok(())
}

/// trunk with the tools in PATH, and the crates downloaded: it runs offline.
fn trunk(route: Route) -> Result<Command> {
    shell::run(route.cargo()?.args(["fetch", "--target", WASM]))
        .context("by hand: cargo fetch, with a connection to crates.io")?;
    let program = place::tool_root("trunk", TRUNK)?
        .join("bin")
        .join(place::exe("trunk"));
    let mut trunk = shell::command(&program.to_string_lossy());
    route.apply(&mut trunk)?;
    // trunk takes NO_COLOR only as true or false and dies of the usual 1.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    } else {
        trunk.env_remove("NO_COLOR");
    }
    Ok(trunk)
}

fn port(args: &[String]) -> Result<u16> {
    match args {
        [] => Ok(8080),
        [flag, port] if flag == "--port" => port
            .parse()
            .with_context(|| format!("`{port}` is no port number")),
        _ => bail!("usage: cargo xtask serve [--port N]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_has_a_default_and_is_checked() {
        let args = |words: &[&str]| words.iter().map(|w| w.to_string()).collect::<Vec<_>>();
        assert_eq!(port(&args(&[])).unwrap(), 8080);
        assert_eq!(port(&args(&["--port", "9000"])).unwrap(), 9000);
        assert!(port(&args(&["--port", "90000"])).is_err());
        assert!(port(&args(&["9000"])).is_err());
    }
}
