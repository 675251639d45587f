//! `bench`: the query engine over generated records, natively and in headless Chromium;
//! the result goes into BENCHMARKS.md.

use crate::target::{self, Route, WASM};
use crate::{place, setup, shell};
use anyhow::{bail, Context, Result};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;

const SIZES: [usize; 4] = [300, 10_000, 100_000, 1_000_000];
const PROFILE: &str = "bench-engine";
const PAGE: &str = include_str!("../bench/page.html");
/// What others take, as measured once on a machine like the one named above the table.
const PEERS: &str = include_str!("../bench/peers.md");
const START: &str = "<!-- engine: written by cargo xtask bench -->";
const END: &str = "<!-- engine: end -->";

/// Measures and writes down.
pub fn run() -> Result<()> {
    setup::check_lock()?;
    let route = target::ensure()?;
    setup::bindgen()?;
    setup::browser()?;
    let native = SIZES.map(native).into_iter().collect::<Result<Vec<_>>>()?;
    let page = page(route)?;
    let browser = SIZES.map(|size| in_browser(&page, size)).into_iter();
    let browser = browser.collect::<Result<Vec<_>>>()?;
    let text = section(&native, &browser)?;
    println!("\n{text}");
    write(&text)
}

/// One size in a process of its own.
fn native(size: usize) -> Result<Value> {
    let mut cargo = shell::cargo();
    cargo.args([
        "run",
        "--quiet",
        "--profile",
        PROFILE,
        "-p",
        "engine-bench",
        "--",
    ]);
    cargo.arg(size.to_string());
    let line = shell::spelled(&cargo);
    println!("$ {line}");
    let said = shell::output(&mut cargo).with_context(|| format!("`{line}` failed"))?;
    measured(&said)
}

/// What a measurement said, unless an answer was wrong.
fn measured(said: &str) -> Result<Value> {
    let value: Value = serde_json::from_str(said).with_context(|| format!("it said: {said}"))?;
    if value["wrong"] != 0 {
        bail!("answers differ from the reference: {said}");
    }
    println!("{said}");
    Ok(value)
}

/// The measurement as one page without other files.
fn page(route: Route) -> Result<String> {
    let mut cargo = route.cargo()?;
    // Every engine the app runs in has had these instructions since 2023.
    cargo.env("RUSTFLAGS", "-C target-feature=+simd128");
    cargo.args(["build", "--profile", PROFILE, "-p", "engine-bench", "--lib"]);
    shell::run(cargo.args(["--target", WASM]))?;
    let target = target_folder()?;
    let wasm = target.join(WASM).join(PROFILE).join("engine_bench.wasm");
    let out = target.join("engine-bench");
    let bindgen = place::tool_root("wasm-bindgen-cli", place::WASM_BINDGEN)?;
    let bindgen = bindgen.join("bin").join(place::exe("wasm-bindgen"));
    let mut bindgen = shell::command(&bindgen.to_string_lossy());
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]);
    shell::run(bindgen.arg(&out).arg(wasm))?;
    let glue = fs::read_to_string(out.join("engine_bench.js"))?;
    let module = fs::read(out.join("engine_bench_bg.wasm"))?;
    let page = PAGE.replace("/* glue */", &glue);
    Ok(page.replace("/* module */", &format!("{module:?}")))
}

fn target_folder() -> Result<PathBuf> {
    let mut cargo = shell::cargo();
    cargo.args([
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ]);
    let said = shell::output(&mut cargo).context("`cargo metadata` failed")?;
    let said: Value = serde_json::from_str(&said)?;
    let folder = said["target_directory"].as_str();
    Ok(folder.context("no target_directory in it")?.into())
}

/// One size in a browser of its own.
fn in_browser(page: &str, size: usize) -> Result<Value> {
    let address = serve(page.to_owned())?;
    let profile = std::env::temp_dir().join(format!("zhilan-bench-{}-{size}", std::process::id()));
    let mut chromium = shell::command("chromium");
    chromium.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
    ]);
    chromium.args([
        "--disable-background-networking",
        "--disable-component-update",
    ]);
    chromium.arg(format!("--user-data-dir={}", profile.display()));
    chromium.args(["--dump-dom", &format!("{address}?{size}")]);
    println!("$ chromium --headless --dump-dom {address}?{size}");
    let said = shell::output(&mut chromium);
    let _ = fs::remove_dir_all(profile);
    let said = said.context("chromium failed")?;
    let inner = said.split_once("<pre id=\"out\">");
    let inner = inner.and_then(|(_, rest)| rest.split_once("</pre>"));
    measured(inner.context("the page wrote nothing")?.0)
}

/// Serves one page whatever is asked for; says where.
fn serve(page: String) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/", listener.local_addr()?);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // Chromium opens connections that it may never use.
            let page = page.clone();
            std::thread::spawn(move || answer(stream, &page));
        }
    });
    Ok(address)
}

fn answer(stream: TcpStream, page: &str) -> std::io::Result<()> {
    for line in BufReader::new(&stream).lines() {
        if line?.is_empty() {
            break;
        }
    }
    // The last two lines get a page clocks of 5 instead of 100 microseconds.
    write!(
        &stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Connection: close\r\nCross-Origin-Opener-Policy: same-origin\r\n\
         Cross-Origin-Embedder-Policy: require-corp\r\n\r\n{page}",
        page.len()
    )
}

/// What goes into BENCHMARKS.md.
fn section(native: &[Value], browser: &[Value]) -> Result<String> {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown processor", |m| {
        m.trim_start_matches(['\t', ' ', ':'])
    });
    let cores = std::thread::available_parallelism()?;
    let said = |program: &str, args: &[&str]| {
        let said = shell::output(shell::command(program).args(args));
        said.unwrap_or_else(|| format!("unknown {program}"))
    };
    let mut text = format!(
        "{model}, {cores} cores, {}; {}; {}; wasm-bindgen {}.\n\n\
         | records | where | build | memory | full p50 | p95 | facet p50 | p95 | search p50 | p95 |\n\
         |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        said("date", &["-u", "+%Y-%m-%d"]),
        said("rustc", &["--version"]),
        said("chromium", &["--version"]),
        place::WASM_BINDGEN,
    );
    for (native, browser) in native.iter().zip(browser) {
        for (name, measured) in [("native", native), ("wasm", browser)] {
            let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
            text += &format!(
                "| {} | {name} | {:.0} ms | {:.1} MB |",
                measured["records"],
                number(&measured["build"]),
                number(&measured["memory"])
            );
            for mode in measured["modes"].as_array().into_iter().flatten() {
                for time in [&mode[1], &mode[2]] {
                    text += &format!(" {} |", milliseconds(number(time)));
                }
            }
            text.push('\n');
        }
    }
    Ok(text + "\n" + PEERS)
}

/// Three figures, so that short and long times can be compared.
fn milliseconds(time: f64) -> String {
    let digits = (2.0 - time.log10().floor()).clamp(0.0, 5.0) as usize;
    format!("{time:.digits$} ms")
}

/// Puts the section where it was, or at the end.
fn write(section: &str) -> Result<()> {
    let path = place::root().join("BENCHMARKS.md");
    let old =
        fs::read_to_string(&path).unwrap_or_else(|_| "# Benchmarks\n\n## The engine\n\n".into());
    fs::write(&path, placed(&old, section)).context("could not write BENCHMARKS.md")?;
    println!("written into {}", path.display());
    Ok(())
}

fn placed(old: &str, section: &str) -> String {
    let before = old.split_once(START).map_or(old, |(before, _)| before);
    let after = old.split_once(END).map_or("\n", |(_, after)| after);
    format!("{before}{START}\n{section}{END}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_replaces_the_one_before() {
        let once = placed("# Benchmarks\n", "first\n");
        let twice = placed(&(once + "## Pages\n"), "second\n");
        assert!(twice.starts_with("# Benchmarks\n") && twice.ends_with("\n## Pages\n"));
        assert!(twice.contains("second") && !twice.contains("first"));
    }

    #[test]
    fn times_have_three_figures() {
        assert_eq!(milliseconds(0.001_234_5), "0.00123 ms");
        assert_eq!(milliseconds(1.2345), "1.23 ms");
        assert_eq!(milliseconds(12_345.6), "12346 ms");
    }
}
