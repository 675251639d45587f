//! Offline: everything after one visit, versions that never mix, and what the reader is asked.
use super::reader::{read_at, Reader};
use super::site::{built, Damage, Files, Setting, Site};
use crate::seal;
use serde_json::{json, Value};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Functions for the page.
const PAGE: &str = include_str!("offline.js");

/// The page's own version is kept whole.
const READY: &str = "document.documentElement.matches('[data-offline]:not([data-update])')";
const WAITS: &str = "document.documentElement.matches('[data-update]')";
/// All data is shown and nothing is complained of.
const COMPLETE: &str = "document.querySelector('main#main:not([aria-busy])') && !document.querySelector('main .problems, main > .notice')";

/// What the browser says when it asks for the worker's script and nobody answers.
const OUT: &str = "occurred when fetching the script";

/// The version that the page was opened with.
async fn version(reader: &Reader) -> String {
    let version = reader
        .run("return document.documentElement.dataset.version")
        .await;
    version.as_str().expect("a sealed page").to_owned()
}

/// Another version: some files end differently, and still mean what they did.
fn changed(files: &Files, paths: &[String], mark: usize) -> (Arc<Files>, String) {
    let mut files = files.clone();
    for path in paths {
        let bytes = files.get_mut(path).expect("a file of the site");
        match path.rsplit('.').next() {
            // A section of its own, which programs skip.
            Some("wasm") => {
                let name = format!("mark{mark}");
                let length = u8::try_from(name.len()).expect("a short name");
                bytes.extend([0, length + 1, length]);
                bytes.extend(name.bytes());
            }
            Some("json" | "webmanifest") => bytes.extend(" ".repeat(mark % 50 + 1).bytes()),
            Some("html" | "svg") => bytes.extend(format!("<!-- {mark} -->").bytes()),
            _ => bytes.extend(format!("/* {mark} */").bytes()),
        }
    }
    let version = seal::seal(&mut files).expect("a site that can be sealed");
    (Arc::new(files), version)
}

#[test]
fn after_one_visit_everything_works_with_the_server_stopped() {
    // A data file that is opened by itself names no icon, so the browser asks the host for one.
    read_at(
        Site::start(&[]),
        &["favicon.ico", OUT],
        |reader| async move {
            reader.goto("#/?lang=en").await;
            reader.finds_in("status", "Ready offline").await;
            reader.site.stop();
            // The page that is open, and then each way of opening another.
            reader.paste("#/models?lang=en&view=table").await;
            reader
                .until("document.querySelectorAll('.sheet-table tbody tr').length > 3")
                .await;
            let files = built();
            let schema: Value =
                serde_json::from_slice(&files["data/caict-2024/schema.json"]).expect("a schema");
            let collections = schema["collections"].as_array().expect("collections");
            let mut routes: Vec<String> = collections
                .iter()
                .map(|collection| collection["id"].as_str().expect("an id").to_owned())
                .collect();
            for view in ["table", "timeline", "chart"] {
                routes.push(format!("models?view={view}&"));
            }
            for page in [
                "",
                "entity/openai",
                "outline",
                "outline/2.1.1",
                "timeline",
                "relations",
                "relations/openai",
                "compare/b200,mi300x",
                "checks",
                "dictionary",
                "about",
                "pinned",
            ] {
                routes.push(page.to_owned());
            }
            for (number, route) in routes.iter().enumerate() {
                for lang in ["zh", "en"] {
                    let ask = if route.ends_with('&') { "" } else { "?" };
                    let address = format!("#/{route}{ask}lang={lang}");
                    // Every fourth route is opened as a new visit.
                    match number % 4 {
                        0 => reader.goto(&address).await,
                        _ => reader.paste(&address).await,
                    }
                    let there = format!("{COMPLETE} && document.documentElement.lang === '{lang}' && document.querySelector('main h1, main h2') && document.title");
                    reader.until(&there).await;
                }
            }
            // A picture, a search by pinyin, an export, a data file.
            reader.goto("#/chips?lang=zh").await;
            reader
                .until("document.querySelector('figure svg path')")
                .await;
            reader.keys("/").await;
            reader
                .until("document.activeElement.id === 'search-field'")
                .await;
            reader.keys("wenxinyiyan").await;
            reader.finds_in("option", "文心一言").await;
            reader.goto("#/models?lang=en&view=table").await;
            reader
                .until("document.querySelector('.controls details.take')")
                .await;
            reader.run("window.caught = []; HTMLAnchorElement.prototype.click = function () { caught.push(this.download); }; return 1").await;
            reader
                .run("document.querySelector('.controls details.take').open = true; return 1")
                .await;
            for kind in ["CSV", "XLSX", "JSON"] {
                reader
                    .until(&format!("find('button', '{kind}').length > 0"))
                    .await;
                reader
                    .run(&format!("find('button', '{kind}')[0].click(); return 1"))
                    .await;
            }
            reader.until("window.caught.length === 3").await;
            let data = format!("{}data/caict-2024/models.json", reader.site.address);
            reader.driver.goto(&data).await.expect("a page");
            assert!(reader.text().await.contains("GPT-4"));
            reader
        },
    );
}

/// Goes to another page of the site as a new visit in the same tab. (Where the last page is closed and another opened at
/// the same moment, while an update waits, Chromium 156 now and then hands the new page's requests to no worker.)
async fn visits(reader: &Reader, fragment: &str) {
    reader.paste(fragment).await;
    reader.driver.refresh().await.expect("a page");
    reader
        .until("document.querySelector('main#main, main[role=alert]')")
        .await;
}

#[test]
fn an_update_waits_for_the_reader_and_every_page_keeps_its_version() {
    let setting = Setting {
        prefix: "/z/".to_owned(),
        ..Setting::default()
    };
    read_at(Site::with(setting), &[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader.until(READY).await;
        let old = version(&reader).await;
        // Another application's cache on the same origin.
        reader
            .asks(
                "const [done] = arguments; caches.open('other:/:1').then(done)",
                vec![],
            )
            .await;
        let programs = [
            "zhilan-whole_bg.wasm",
            "pack/caict-2024/chips.json",
            "boot.js",
        ]
        .map(str::to_owned);
        let (files, new) = changed(&built(), &programs, 1);
        reader.site.change(|setting| setting.files = files.clone());
        visits(&reader, "#/models?lang=en").await;
        reader.finds_in("status", "A new version is ready").await;
        assert_eq!(version(&reader).await, old);
        // Not now: the quiet line returns. Nor does another visit take it.
        reader.press("button", "Later").await;
        reader.until(READY).await;
        visits(&reader, "#/chips?lang=zh").await;
        reader.finds_in("status", "新版本已备好").await;
        assert_eq!(version(&reader).await, old);
        // Agreed to in another tab: this one goes on with the old version, in what it loads later too.
        let first = reader.driver.window().await.expect("a tab");
        let second = reader.driver.new_tab().await.expect("another tab");
        reader
            .driver
            .switch_to_window(second)
            .await
            .expect("another tab");
        reader
            .driver
            .goto(&format!("{}#/checks?lang=en", reader.site.address))
            .await
            .expect("a page");
        reader.press("button", "Use it now").await;
        reader
            .until(&format!(
                "document.documentElement.dataset.version === '{new}'"
            ))
            .await;
        reader.until(READY).await;
        assert_eq!(reader.address().await, "#/checks?lang=en");
        let hash = "const [path, done] = arguments; fetch(path).then((r) => r.arrayBuffer()).then((b) => sha(b)).then(done)";
        let script = [PAGE, hash].concat();
        let sum = |files: &Files, path: &str| format!("{:x}", Sha256::digest(&files[path]));
        for path in &programs {
            assert_eq!(
                reader.asks(&script, vec![json!(path)]).await,
                sum(&files, path)
            );
        }
        reader
            .driver
            .switch_to_window(first)
            .await
            .expect("the first tab");
        assert_eq!(version(&reader).await, old);
        for path in &programs {
            assert_eq!(
                reader.asks(&script, vec![json!(path)]).await,
                sum(&built(), path)
            );
        }
        reader.until(WAITS).await;
        reader.paste("#/timeline?lang=en").await;
        reader.finds("heading", "Timeline").await;
        visits(&reader, "#/models?lang=en").await;
        assert_eq!(version(&reader).await, new);
        // Nobody has the old version open: it goes, and no other cache with it.
        let kept = "const [done] = arguments; const look = async () => { const keys = await caches.keys(); keys.length === 3 ? done(keys) : setTimeout(look, 16); }; look()";
        let kept = reader.asks(kept, vec![]).await;
        let mut kept: Vec<&str> = kept
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        kept.sort_unstable();
        assert_eq!(
            kept,
            [
                "other:/:1",
                &format!("zhilan:/z/:{new}"),
                "zhilan:/z/:notes"
            ]
        );
        reader
    });
}

#[test]
fn a_version_that_does_not_start_is_left_by_reloading() {
    // The console says why the program does not start.
    read_at(Site::start(&[]), &[""], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader.until(READY).await;
        let mut broken = (*built()).clone();
        for (path, bytes) in &mut broken {
            if path.starts_with("zhilan-app") && path.ends_with(".wasm") {
                bytes.truncate(1000);
            }
        }
        seal::seal(&mut broken).expect("a site");
        let broken = Arc::new(broken);
        reader.site.change(|setting| setting.files = broken);
        visits(&reader, "#/models?lang=en").await;
        reader.press("button", "Use it now").await;
        reader.finds_in("alert", "The program does not run").await;
        let (files, mended) = changed(&built(), &["boot.js".to_owned()], 3);
        reader.site.change(|setting| setting.files = files);
        // The browser looks for a new worker by itself when a page is opened; here it is told to, which is sooner.
        let update = "const [done] = arguments; navigator.serviceWorker.getRegistration().then((r) => r.update()).then((r) => ended(async () => r)).then(done)";
        reader.asks(&[PAGE, update].concat(), vec![]).await;
        reader.press("button", "重新载入").await;
        let there =
            format!("{COMPLETE} && document.documentElement.dataset.version === '{mended}'");
        reader.until(&there).await;
        reader
    });
}

#[test]
fn the_switch_removes_the_copy_and_itself_and_nothing_else() {
    // What is fetched ahead while idle may meet the stopped server.
    let expected = [OUT, "ERR_CONNECTION_REFUSED"];
    read_at(Site::start(&[]), &expected, |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader.until(READY).await;
        reader
            .asks(
                "const [done] = arguments; caches.open('zhilan:/elsewhere/:1').then(done)",
                vec![],
            )
            .await;
        let mut files = (*built()).clone();
        let off = files["sw-off.js"].clone();
        files.insert("sw.js".to_owned(), off);
        let files = Arc::new(files);
        reader.site.change(|setting| setting.files = files);
        reader.run("window.before = true; navigator.serviceWorker.getRegistration().then((r) => r.update()); return 1").await;
        // The open page loads again, from the host.
        reader
            .until("!window.before && document.querySelector('main#main:not([aria-busy])')")
            .await;
        let left = "const [done] = arguments; const look = async () => { const left = [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length, !!navigator.serviceWorker.controller]; \
            left[1] === 0 ? done(left) : setTimeout(look, 16); }; look()";
        // While the switch is published the page asks for it at each visit, and it goes away again.
        reader
            .site
            .change(|setting| setting.prefix = "/".to_owned());
        assert_eq!(
            reader.asks(left, vec![]).await,
            json!([["zhilan:/elsewhere/:1"], 0, false])
        );
        reader.site.stop();
        assert!(reader.driver.goto(&reader.site.address).await.is_err());
        reader.site.resume();
        reader.site.change(|setting| setting.files = built());
        reader.goto("#/models?lang=en").await;
        reader.until(READY).await;
        reader
    });
}

/// A small generator of choices, the same for the same seed.
struct Choices(u64);

impl Choices {
    fn below(&mut self, limit: usize) -> usize {
        // Knuth's constants; the high bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

/// A fault of an installation.
#[derive(Clone, Debug)]
enum Fault {
    /// A file comes damaged.
    Damaged(String, Damage),
    /// The host goes away after some requests.
    Breaks(usize),
    /// The device is full after some files.
    Full(usize),
}

/// What goes wrong with one of these files.
fn fault(choices: &mut Choices, among: &[String], other: &Files) -> Fault {
    let file = among[choices.below(among.len())].clone();
    let login = b"<!doctype html><p>Sign in to use this network</p>".to_vec();
    let damage = match choices.below(11) {
        0 => Damage::Dropped,
        1 => Damage::Truncated,
        2 => Damage::Flipped,
        3 => Damage::Cut,
        4 => Damage::Status("500 Internal Server Error"),
        5 => Damage::Status("404 Not Found"),
        6 => Damage::Replaced(login),
        7 => Damage::Replaced(other[&file].clone()),
        8 => return Fault::Breaks(1 + choices.below(among.len())),
        9 => return Fault::Full(choices.below(among.len())),
        // The worker itself.
        _ => {
            let damages = [
                Damage::Dropped,
                Damage::Cut,
                Damage::Status("503 Service Unavailable"),
                Damage::Replaced(login),
            ];
            return Fault::Damaged("sw.js".to_owned(), damages[choices.below(4)].clone());
        }
    };
    Fault::Damaged(file, damage)
}

/// Publishes files with a fault.
fn publish(site: &Site, files: &Arc<Files>, fault: Option<&Fault>) {
    site.change(|setting| {
        (setting.files, setting.damaged, setting.breaks_after) = (files.clone(), None, None);
        match fault {
            None => {}
            Some(Fault::Damaged(file, damage)) => setting.damaged = Some((file.clone(), damage.clone())),
            Some(Fault::Breaks(after)) => setting.breaks_after = Some(*after),
            Some(Fault::Full(after)) => {
                // A storage that is full cannot be had at will, so the worker is told that it is.
                let before = format!("{{ let puts = 0; const put = Cache.prototype.put; Cache.prototype.put = function (...pair) {{ \
                    return puts++ < {after} ? put.apply(this, pair) : Promise.reject(new DOMException('full', 'QuotaExceededError')); }}; }}\n");
                let worker = [before.as_bytes(), &files["sw.js"]].concat();
                setting.damaged = Some(("sw.js".to_owned(), Damage::Replaced(worker)));
            }
        }
    });
}

/// The files whose bytes are of one version only, with their hashes there.
fn hashes(files: &Files, paths: &[String]) -> Value {
    let hash = |path: &String| {
        (
            path.clone(),
            json!(format!("{:x}", Sha256::digest(&files[path]))),
        )
    };
    Value::Object(paths.iter().map(hash).collect())
}

/// How many installations and updates go wrong.
const INSTALLATIONS: usize = 110;
const UPDATES: usize = 100;

/// A first installation in a scope of its own: fails, leaves nothing that counts, succeeds when tried again.
const INSTALL: &str = "
const [root, done] = arguments;
(async () => {
  const begin = () => navigator.serviceWorker.register(`${root}sw.js`, { scope: root, updateViaCache: 'none' });
  window.again = async () => {
    const [how, worker] = await ended(begin);
    const told = how === 'installed' && await asked(worker, 'state', 'none');
    const whole = await versions(root);
    const kept = {};
    for (const version of whole) {
      const cache = await caches.open(`zhilan:${root}:${version}`);
      for (const request of await cache.keys()) kept[request.url.split(root)[1]] = await sha(await (await cache.match(request)).arrayBuffer());
    }
    delete kept['?whole'];
    await remove(root);
    return { how, whole, kept, told: !!told?.newer };
  };
  done({ how: (await ended(begin))[0], whole: await versions(root) });
})().catch((error) => done({ how: String(error) }));";

/// A faulty update: the version in use stays, unmixed.
const UPDATE: &str = "
const [root, old, done] = arguments;
(async () => {
  window.oldFrame ??= await frame(root);
  const registration = await navigator.serviceWorker.getRegistration(root);
  const [how] = await ended(() => registration.update(), registration);
  const fresh = await frame(root);
  const wrong = [...await mixed(oldFrame, root, old), ...await mixed(fresh, root, old)];
  fresh.remove?.();
  done({ how, wrong, whole: await versions(root) });
})().catch((error) => done({ how: String(error) }));";

/// The next try succeeds; what is open and what is opened stays old until the new version is chosen.
const AGAIN: &str = "
const [root, version, old, now, agrees, done] = arguments;
(async () => {
  const registration = await navigator.serviceWorker.getRegistration(root);
  let how, worker;
  // The browser has tries of its own, and may join this one to one of them that began with the fault.
  for (let tries = 0; tries < 3 && how !== 'installed'; tries++) {
    [how, worker] = await ended(() => registration.update(), registration);
    if (how !== 'installed' && (await versions(root)).includes(version)) [how, worker] = ['installed', registration.waiting ?? registration.active];
  }
  const unasked = await frame(root);
  const wrong = [...await mixed(oldFrame, root, old), ...await mixed(unasked, root, old)];
  unasked.remove?.();
  let after = [], chosen;
  if (agrees) {
    chosen = await asked(worker, 'choose');
    const fresh = await frame(root);
    after = [...await mixed(fresh, root, now), ...await mixed(oldFrame, root, old)];
    oldFrame.remove();
    window.oldFrame = fresh;
  }
    done({ how, wrong, after, chosen, whole: await versions(root) });
})().catch((error) => done({ how: String(error) }));";

#[test]
fn after_210_faults_nothing_is_mixed_nothing_is_stuck_and_the_next_try_succeeds() {
    let clock = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seed = std::env::var("ZHILAN_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| clock.expect("a clock").as_secs());
    println!("ZHILAN_SEED={seed}");
    // Without the raw data, which the program never asks for: a third of the work.
    let mut base = (*built()).clone();
    base.retain(|path, _| !path.starts_with("data/"));
    let first = seal::seal(&mut base).expect("a site");
    let base = Arc::new(base);
    let setting = Setting {
        files: base.clone(),
        any_folder: false,
        plain: true,
        ..Setting::default()
    };
    // Whatever the console says of damaged files is as it should be.
    read_at(Site::with(setting), &[""], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader.until(READY).await;
        let mut choices = Choices(seed);
        let all: Vec<String> = base
            .keys()
            .filter(|path| !path.starts_with("sw"))
            .cloned()
            .collect();
        let mut faults = [0; 3];
        let mut hit = 0;
        let begun = std::time::Instant::now();
        reader.site.change(|setting| setting.any_folder = true);
        // For a first installation fewer files do: every name and picture, a program, the pages.
        let mut small = (*base).clone();
        let few = [
            "/names/",
            "icons/",
            "draw",
            "html",
            "boot.js",
            "offline.js",
            "manifest",
        ];
        small.retain(|path, _| few.iter().any(|part| path.contains(part)));
        let version_small = seal::seal(&mut small).expect("a site");
        let small = Arc::new(small);
        let paths: Vec<String> = small
            .keys()
            .filter(|path| !path.starts_with("sw"))
            .cloned()
            .collect();
        let other = changed(&small, &paths, 0).0;
        for round in 0..INSTALLATIONS {
            let fault = fault(&mut choices, &paths, &other);
            faults[match fault {
                Fault::Damaged(..) => 0,
                Fault::Breaks(_) => 1,
                Fault::Full(_) => 2,
            }] += 1;
            let root = format!("/install-{round}/");
            reader.site.damage_done();
            publish(&reader.site, &small, Some(&fault));
            let script = [PAGE, INSTALL].concat();
            let told = reader.asks(&script, vec![json!(root)]).await;
            hit += usize::from(reader.site.damage_done() > 0);
            let place = format!("seed {seed}, installation {round}, {fault:?}: {told}");
            assert!(
                told["how"] == "redundant" || told["how"] == "refused",
                "{place}"
            );
            assert_eq!(told["whole"], json!([]), "{place}");
            publish(&reader.site, &small, None);
            let again = reader
                .asks("const [done] = arguments; again().then(done)", vec![])
                .await;
            assert_eq!(again["how"], "installed", "{place}");
            assert_eq!(again["whole"], json!([version_small]), "{place}");
            assert_eq!(again["kept"], hashes(&small, &paths), "{place}");
        }
        reader.site.change(|setting| setting.any_folder = false);
        println!("{INSTALLATIONS} installations in {:?}", begun.elapsed());
        let mut now = base.clone();
        for round in 0..UPDATES {
            let mut paths: Vec<String> = vec!["index.html".to_owned()];
            paths.extend((0..1 + choices.below(5)).map(|_| all[choices.below(all.len())].clone()));
            paths.sort();
            paths.dedup();
            let (next, version) = changed(&now, &paths, round);
            let fault = fault(&mut choices, &paths, &now);
            faults[match fault {
                Fault::Damaged(..) => 0,
                Fault::Breaks(_) => 1,
                Fault::Full(_) => 2,
            }] += 1;
            publish(&reader.site, &next, Some(&fault));
            reader.site.damage_done();
            let (old, new) = (hashes(&now, &paths), hashes(&next, &paths));
            let script = [PAGE, UPDATE].concat();
            let told = reader.asks(&script, vec![json!("/"), old.clone()]).await;
            hit += usize::from(reader.site.damage_done() > 0);
            let place = format!("seed {seed}, update {round} of {paths:?}, {fault:?}: {told}");
            assert!(
                told["how"] == "redundant" || told["how"] == "refused",
                "{place}"
            );
            assert_eq!(told["wrong"], json!([]), "{place}");
            let whole = told["whole"].as_array().into_iter().flatten();
            assert!({ whole }.all(|kept| *kept != json!(version)), "{place}");
            publish(&reader.site, &next, None);
            // Some updates are never agreed to before the next one comes.
            let agrees = choices.below(4) > 0;
            let script = [PAGE, AGAIN].concat();
            let again = reader
                .asks(
                    &script,
                    vec![json!("/"), json!(version), old, new, json!(agrees)],
                )
                .await;
            let place = format!("{place}, then {again}");
            assert_eq!(again["how"], "installed", "{place}");
            assert_eq!(again["wrong"], json!([]), "{place}");
            assert_eq!(again["after"], json!([]), "{place}");
            // The newest version and the chosen one are both there, whoever tidies up.
            let kept = again["whole"].as_array().into_iter().flatten();
            assert!({ kept }.any(|kept| *kept == json!(version)), "{place}");
            if agrees {
                now = next;
            }
        }
        println!("{UPDATES} updates more: {:?}; damaged files, vanished hosts, full storage: {faults:?}; {hit} damages met", begun.elapsed());
        assert_eq!(faults.iter().sum::<usize>(), hit, "each fault was met");
        // The page that was open all along has its first version still, and its program goes on.
        assert_eq!(version(&reader).await, first);
        let wrong = "const [files, done] = arguments; mixed({ contentWindow: window }, '/', files).then(done)";
        let script = [PAGE, wrong].concat();
        assert_eq!(
            reader.asks(&script, vec![hashes(&base, &all)]).await,
            json!([])
        );
        reader.paste("#/models?lang=en&view=table").await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length > 3")
            .await;
        // And the version that was agreed to last opens without the host.
        reader.site.stop();
        reader.paste("#/chips?lang=en").await;
        reader.driver.refresh().await.expect("a page");
        reader.until(COMPLETE).await;
        let chosen = std::str::from_utf8(&now["index.html"]).expect("text");
        assert!(chosen.contains(&format!("data-version={}", version(&reader).await)));
        reader
    });
}
