//! `bench --page`: what a first visit and a facet click cost on the built site, in headless Chromium,
//! plain and as on a slow phone (4× CPU, 1.6 Mbit/s, 150 ms).

use crate::visit::reader;
use anyhow::Result;
use serde_json::{json, Value};

/// Visits per setting; the median counts.
const VISITS: usize = 5;
/// Facet clicks per setting.
const CLICKS: usize = 40;
/// Switches of the language per setting.
const SWITCHES: usize = 10;

/// Noted in the page from its first moment: when the first card and the first picture are there, and long tasks.
const WATCH: &str = r#"
window.seen = { long: 0 };
new PerformanceObserver((l) => { for (const e of l.getEntries()) seen.long += e.duration - 50; }).observe({ type: 'longtask', buffered: true });
new MutationObserver(() => {
  if (!seen.card && document.querySelector('.card h3')) requestAnimationFrame(() => { seen.card ??= performance.now(); });
  if (!seen.chart && document.querySelector('figure svg path')) requestAnimationFrame(() => { seen.chart ??= performance.now(); });
}).observe(document, { childList: true, subtree: true });
"#;

/// A click on a facet value until cards, counts and charts are painted.
const CLICK: &str = r#"
const done = arguments[0];
const boxes = [...document.querySelectorAll('.facet [role=checkbox]')].filter((e) => e.checkVisibility());
const box = boxes[(window.turn = (window.turn ?? -1) + 1, window.turn >> 1) % boxes.length];
const before = location.hash, start = performance.now();
addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))), { once: true });
box.click();
"#;

/// A switch of the language until the page has changed and is painted.
const SWITCH: &str = r#"
const done = arguments[0];
const other = [...document.querySelectorAll('.languages a')].find((e) => e.lang && !e.getAttribute('aria-current'));
const start = performance.now();
addEventListener('hashchange', () => {
  const ask = () => document.documentElement.lang === other.lang
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))) : setTimeout(ask);
  ask();
}, { once: true });
other.click();
"#;

/// Measures and prints a table.
pub fn run() -> Result<()> {
    println!("| setting | first card | first chart | long tasks beyond 50 ms | bytes | facet click p50 | p95 | language switch p50 | heap |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (name, slow) in [("plain", false), ("4× CPU, 1.6 Mbit/s, 150 ms", true)] {
        let mut visits = Vec::new();
        let mut clicks = Vec::new();
        let mut switches = Vec::new();
        for visit in 0..VISITS {
            let (seen, [clicked, switched]) = measure(slow, visit == 0);
            visits.push(seen);
            clicks.extend(clicked);
            switches.extend(switched);
        }
        let median = |key: &str| {
            let values = visits.iter().filter_map(|v| v[key].as_f64());
            quantile(values.collect(), 0.5)
        };
        println!(
            "| {name} | {:.0} ms | {:.0} ms | {:.0} ms | {:.1} kB | {:.0} ms | {:.0} ms | {:.0} ms | {:.1} MB |",
            median("card"),
            median("chart"),
            median("long"),
            median("bytes") / 1e3,
            quantile(clicks.clone(), 0.5),
            quantile(clicks, 0.95),
            quantile(switches, 0.5),
            median("heap") / 1e6,
        );
    }
    Ok(())
}

/// One visit; where asked for, with clicks and switches of the language afterwards, each in milliseconds.
fn measure(slow: bool, stays: bool) -> (Value, [Vec<f64>; 2]) {
    let (send, receive) = std::sync::mpsc::channel();
    reader::read(&[], |reader| async move {
        let cdp = reader.driver.cdp();
        let ask = |method: &'static str, params: Value| {
            let cdp = cdp.clone();
            async move {
                cdp.send_raw(method, params)
                    .await
                    .expect("Chromium does as it is told")
            }
        };
        ask(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": WATCH}),
        )
        .await;
        ask("Network.enable", json!({})).await;
        if slow {
            ask("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await;
            let bytes_per_second = 1.6e6 / 8.0;
            let line = json!({"offline": false, "latency": 150, "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second});
            ask("Network.emulateNetworkConditions", line).await;
        }
        reader.goto("#/models").await;
        reader.until("seen.card && seen.chart").await;
        reader
            .until("document.querySelectorAll('.card').length >= 30")
            .await;
        let seen = reader.run("return { ...seen, bytes: performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((n, e) => n + e.encodedBodySize, 0), heap: performance.memory.usedJSHeapSize }").await;
        let mut times = [Vec::new(), Vec::new()];
        for (at, script, often) in [(0, CLICK, CLICKS), (1, SWITCH, SWITCHES)] {
            for _ in 0..if stays { often } else { 0 } {
                let time = reader.driver.execute_async(script, vec![]).await;
                let time = time.expect("what is there can be clicked");
                times[at].extend(time.json().as_f64());
            }
        }
        send.send((seen, times)).expect("somebody waits for it");
        reader
    });
    receive.recv().expect("measured above")
}

fn quantile(mut values: Vec<f64>, q: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len().saturating_sub(1)) as f64 * q;
    values.get(at.round() as usize).copied().unwrap_or(f64::NAN)
}
