//! `screenshots`: the pictures of the README, made of the built site in headless Chromium.
//! Sizes are fixed, the fonts are the tests' own and nothing moves, so that a picture changes only when a page does.

use crate::place;
use crate::visit::{reader, site};
use anyhow::{bail, Context, Result};
use serde_json::{json, Value};
use std::fs;

/// The largest picture in bytes; a kB is 1000.
const LIMIT: usize = 200_000;

/// A picture: its file, its address, its size in CSS pixels, whether on dark paper, and what has to be there.
struct Shot(&'static str, &'static str, u32, u32, bool, &'static str);

const SHOTS: &[Shot] = &[
    Shot("overview", "#/?lang=en", 1440, 900, false, ".key a"),
    Shot("models", "#/models", 1440, 1080, false, DRAWN),
    Shot("chips-dark", "#/chips?lang=en", 1440, 1080, true, DRAWN),
    Shot(
        "entity",
        "#/entity/h100?lang=en&layer=context",
        1440,
        1000,
        false,
        ".context .value",
    ),
    Shot(
        "compare",
        "#/compare/gpt-4,gpt-4-turbo,llama-3-1,o1?lang=en",
        1440,
        1000,
        false,
        ".matrix td",
    ),
    Shot("timeline", "#/timeline", 1440, 1000, false, ".along .event"),
    Shot("phone", "#/regulations", 390, 844, false, DRAWN),
];

/// A chart that has been drawn.
const DRAWN: &str = "figure svg path";

/// Makes all pictures of `dist/` anew.
pub fn run() -> Result<()> {
    if !site::dist().join("index.html").exists() {
        bail!("there is no dist/; by hand: cargo xtask build --release");
    }
    let folder = place::root().join("docs/screenshots");
    fs::create_dir_all(&folder)?;
    for shot in SHOTS {
        let picture = taken(shot);
        let size = picture.len();
        if size > LIMIT {
            bail!(
                "{} has {} kB, the limit is {}",
                shot.0,
                size / 1000,
                LIMIT / 1000
            );
        }
        let file = folder.join(shot.0).with_extension("webp");
        fs::write(&file, picture).with_context(|| format!("could not write {}", file.display()))?;
        println!("{:>4} kB {}", size / 1000, file.display());
    }
    Ok(())
}

/// One picture as a WebP file.
fn taken(shot: &'static Shot) -> Vec<u8> {
    let Shot(_, address, width, height, dark, there) = *shot;
    let (send, receive) = std::sync::mpsc::channel();
    reader::read(&[], |reader| async move {
        let cdp = reader.driver.cdp();
        let ask = |method: &'static str, params: Value| {
            let cdp = cdp.clone();
            async move {
                let answer = cdp.send_raw(method, params).await;
                answer.expect("Chromium does as it is told")
            }
        };
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        ask("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({"features": [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]});
        ask("Emulation.setEmulatedMedia", media).await;
        // The invitation to the tour is for a first visit, not for a picture.
        let settled = json!({"source": "addEventListener('DOMContentLoaded', () => { const s = document.createElement('style'); s.textContent = '.tour { display: none } ::-webkit-scrollbar { display: none }'; document.head.append(s); })"});
        ask("Page.addScriptToEvaluateOnNewDocument", settled).await;
        reader.goto(address).await;
        let there = json!(there);
        reader
            .until(&format!(
                "document.querySelector({there}) && document.fonts.status === 'loaded'"
            ))
            .await;
        // Painted twice the same: what was still on its way is there.
        reader
            .until("(() => { const now = document.body.innerHTML.length + ':' + document.scrollingElement.scrollHeight; window.held = now === window.last ? (window.held ?? 0) + 1 : 0; window.last = now; return window.held > 60; })()")
            .await;
        let how = json!({"format": "webp", "quality": 82});
        let answer = ask("Page.captureScreenshot", how).await;
        let text = answer["data"].as_str().unwrap_or_default().to_owned();
        send.send(text).expect("somebody waits for it");
        reader
    });
    decoded(&receive.recv().expect("taken above"))
}

/// Base64 as bytes.
fn decoded(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0u32, 0);
    for byte in text.bytes() {
        let Some(digit) = DIGITS.iter().position(|d| *d == byte) else {
            continue;
        };
        held = (held << 6 | digit as u32) & 0xfff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_read() {
        assert_eq!(super::decoded("WmhpbGFu"), b"Zhilan");
        assert_eq!(super::decoded("Wmg="), b"Zh");
    }
}
