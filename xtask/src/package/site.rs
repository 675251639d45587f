//! `package --site`: the built site, each file also as .gz and .br for hosts that send them as they are.

use crate::{place, seal, shell};
use anyhow::{ensure, Context, Result};
use flate2::{write::GzEncoder, Compression};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Smaller files are sent in one packet anyway.
const SMALL: usize = 1024;

/// What compresses well; pictures are compressed already.
const KINDS: &[&str] = &["css", "html", "js", "json", "svg", "wasm", "webmanifest"];

/// Brotli comes with Node, which a build needs anyway.
const BROTLI: &str = "
const { readFileSync, writeFileSync } = require('fs');
const { brotliCompressSync, constants: c } = require('zlib');
for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  const params = { [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(file + '.br', brotliCompressSync(bytes, { params }));
}";

/// Copies `dist/` into a folder and adds the compressed files.
pub fn make(folder: &Path) -> Result<()> {
    let dist = place::root().join("dist");
    let site = seal::read(&dist).context("by hand: cargo xtask build --release")?;
    ensure!(
        site.contains_key("sw-off.js"),
        "dist/ holds no release build; by hand: cargo xtask build --release"
    );
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut packed = Vec::new();
    for (path, bytes) in &site {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().context("a file has a folder")?)?;
        fs::write(&file, bytes)?;
        let kind = path.rsplit('.').next().unwrap_or_default();
        if bytes.len() >= SMALL && KINDS.contains(&kind) {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(bytes)?;
            fs::write(folder.join([path, ".gz"].concat()), encoder.finish()?)?;
            packed.push(file);
        }
    }
    println!("compressing {} files (about 15 seconds)", packed.len());
    let mut node = shell::command("node");
    node.args(["-e", BROTLI]).args(&packed);
    let ended = node
        .status()
        .context("by hand: install Node.js 20 or newer")?;
    ensure!(ended.success(), "Node could not compress");
    println!("package: {} files in {}", site.len(), folder.display());
    Ok(())
}
