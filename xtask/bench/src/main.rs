//! `engine-bench <records>`: one size, natively; prints one line of JSON.

use engine_bench::measure::measure;
use std::time::Instant;

fn main() {
    let records = std::env::args().nth(1).and_then(|n| n.parse().ok());
    let records = records.expect("usage: engine-bench <records>");
    let start = Instant::now();
    let measured = measure(records, || start.elapsed().as_secs_f64() * 1000.0, memory);
    println!(
        "{}",
        serde_json::to_string(&measured).expect("plain numbers")
    );
}

/// Megabytes resident, where the system tells.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = resident.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    kilobytes.map_or(f64::NAN, |kilobytes: f64| kilobytes * 1024.0 / 1e6)
}
