//! `seal`: makes a built site one version: a service worker that knows every file by its SHA-256, a page that knows
//! which version it is of, and the switch that turns the worker off again.

use crate::place;
use anyhow::{bail, ensure, Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A site: its files by path.
pub type Site = BTreeMap<String, Vec<u8>>;

const WORKER: &str = include_str!("../../offline/worker.js");
const OFF: &str = include_str!("../../offline/off/sw.js");

/// `seal [DIR]`
pub fn run(args: &[String]) -> Result<()> {
    let folder = match args {
        [] => place::root().join("dist"),
        [folder] => folder.into(),
        _ => bail!("usage: cargo xtask seal [DIR]"),
    };
    let mut site = read(&folder)?;
    let version = seal(&mut site)?;
    for name in ["index.html", "sw.js", "sw-off.js"] {
        let path = folder.join(name);
        fs::write(&path, &site[name])
            .with_context(|| format!("could not write {}", path.display()))?;
    }
    println!("sealed: version {version}, {} files", listed(&site).count());
    Ok(())
}

/// The files of a folder.
pub fn read(folder: &Path) -> Result<Site> {
    let mut site = Site::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next)
            .with_context(|| format!("could not look into {}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder)?.to_string_lossy();
            site.insert(name.replace('\\', "/"), fs::read(&path)?);
        }
    }
    Ok(site)
}

/// The files that belong to a version. Not the worker, nor what only the host reads.
fn listed(site: &Site) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    site.iter().filter(|(path, _)| {
        let host = ["sw.js", "sw-off.js", "CNAME"].contains(&path.as_str());
        let packed = path.ends_with(".gz") || path.ends_with(".br");
        !host && !packed && !path.split('/').any(|part| part.starts_with('.'))
    })
}

/// Writes the version into the page and completes the worker; sealing again changes nothing. Returns the version.
pub fn seal(site: &mut Site) -> Result<String> {
    let page = site.get("index.html").context("there is no index.html")?;
    let page = unsealed(std::str::from_utf8(page)?);
    site.insert("index.html".into(), page.clone().into_bytes());
    let mut all = Sha256::new();
    for (path, bytes) in listed(site) {
        let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
        ensure!(
            path.chars().all(plain),
            "`{path}` is no name for a file of a site"
        );
        all.update(format!("{path} {:x}\n", Sha256::digest(bytes)));
    }
    // Another worker makes another version too, or no browser would tell that it is there.
    all.update(WORKER);
    let version = format!("{:x}", all.finalize())[..12].to_owned();
    let page = page.replacen("<html", &format!("<html data-version={version}"), 1);
    ensure!(
        page.contains("<html data-version="),
        "index.html has no <html>"
    );
    site.insert("index.html".into(), page.into_bytes());
    let files = listed(site).map(|(path, bytes)| {
        let hash = Sha256::digest(bytes);
        format!("[\"{path}\",\"{hash:x}\",{}]", bytes.len())
    });
    let files = files.collect::<Vec<_>>().join(",\n");
    let worker = filled(
        WORKER,
        "VERSION = \"\"",
        &format!("VERSION = \"{version}\""),
    )?;
    let worker = filled(&worker, "FILES = []", &format!("FILES = [\n{files},\n]"))?;
    site.insert("sw.js".into(), worker.into_bytes());
    site.insert("sw-off.js".into(), OFF.as_bytes().to_vec());
    Ok(version)
}

fn filled(worker: &str, blank: &str, with: &str) -> Result<String> {
    ensure!(worker.contains(blank), "offline/worker.js has no `{blank}`");
    Ok(worker.replacen(blank, with, 1))
}

/// A page without its version.
fn unsealed(page: &str) -> String {
    let mark = " data-version=";
    match page.split_once(mark) {
        Some((before, after)) if before.ends_with("<html") => {
            let end = after.find([' ', '>']).unwrap_or(0);
            [before, &after[end..]].concat()
        }
        _ => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(page: &str) -> Site {
        let files = [
            ("index.html", page),
            ("a/b.json", "[1]"),
            ("a/b.json.gz", "x"),
            (".nojekyll", ""),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        files.into()
    }

    #[test]
    fn the_worker_knows_each_file_and_the_page_its_version() {
        let mut one = site("<!doctype html><html lang=zh><p>1");
        let version = seal(&mut one).unwrap();
        let text = |name: &str| String::from_utf8(one[name].clone()).unwrap();
        assert!(text("index.html").contains(&format!("<html data-version={version} lang=zh>")));
        assert!(text("sw.js").contains(&format!("VERSION = \"{version}\"")));
        assert!(text("sw.js").contains(
            "[\"a/b.json\",\"080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22\",3]"
        ));
        assert!(!text("sw.js").contains("\"a/b.json.gz\"") && !text("sw.js").contains("nojekyll"));
        assert!(text("sw-off.js").contains("unregister"));
    }

    #[test]
    fn sealing_twice_changes_nothing_and_another_byte_makes_another_version() {
        let mut one = site("<html>");
        let version = seal(&mut one).unwrap();
        let sealed = one.clone();
        assert_eq!(seal(&mut one).unwrap(), version);
        assert!(one == sealed);
        one.insert("a/b.json".into(), b"[2]".to_vec());
        assert_ne!(seal(&mut one).unwrap(), version);
    }

    #[test]
    fn a_name_that_an_address_would_change_is_refused() {
        let mut one = site("<html>");
        one.insert("a b.json".into(), Vec::new());
        assert!(seal(&mut one).is_err());
        assert!(seal(&mut Site::new()).is_err());
    }
}
