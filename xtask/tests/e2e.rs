//! The built site in headless Chromium, used as a reader would: open, filter, follow a link, paste an address.
//! Chromium's own `--dump-dom` prints the page after its work is done, so no driver is needed.
#![cfg(feature = "e2e")]
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

static PROFILE: AtomicUsize = AtomicUsize::new(0);

fn dist() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

/// Serves the built site; `broken` is answered with half of its bytes, `missing` with 404.
fn serve(broken: &'static str, missing: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream, broken, missing));
        }
    });
    address
}

fn answer(mut stream: TcpStream, broken: &str, missing: &str) {
    let mut request = Vec::new();
    let mut piece = [0; 1024];
    while !request.windows(4).any(|w| w == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(n) if n > 0 => request.extend(&piece[..n]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request
        .split(' ')
        .nth(1)
        .unwrap_or("/")
        .trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let (status, mut body) = match std::fs::read(dist().join(path)) {
        Ok(body) if missing.is_empty() || !path.ends_with(missing) => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    if !broken.is_empty() && path.ends_with(broken) {
        body.truncate(body.len() / 2);
    }
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        _ => "application/json",
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(&body);
}

/// The page at a fragment, once it has settled, with the errors of its console.
fn page(site: &str, fragment: &str) -> (String, Vec<String>) {
    let profile = std::env::temp_dir().join(format!(
        "zhilan-e2e-{}-{}",
        std::process::id(),
        PROFILE.fetch_add(1, Ordering::Relaxed)
    ));
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        .args([
            "--virtual-time-budget=10000",
            "--enable-logging=stderr",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("{site}{fragment}"))
        .output()
        .expect("chromium starts");
    let _ = std::fs::remove_dir_all(profile);
    let log = String::from_utf8_lossy(&output.stderr);
    let errors = log
        .lines()
        .filter(|l| l.contains("CONSOLE") && (l.contains("Uncaught") || l.contains("panicked")));
    let errors = errors.map(str::to_owned).collect();
    (String::from_utf8_lossy(&output.stdout).into_owned(), errors)
}

fn cards(html: &str) -> usize {
    html.matches(r#"<li class="card""#).count()
}

#[test]
fn the_four_collections_show_cards_and_drawn_charts_in_both_languages() {
    let site = serve("", "");
    for collection in ["models", "chips", "frameworks", "regulations"] {
        for (lang, overview) in [("zh", ">总览</a>"), ("en", ">Overview</a>")] {
            let (html, errors) = page(&site, &format!("#/{collection}?lang={lang}"));
            assert!(
                cards(&html) >= 10,
                "{collection} {lang}: {} cards",
                cards(&html)
            );
            assert!(
                html.matches("<figure").count() >= 3,
                "{collection} {lang}: charts"
            );
            assert!(
                html.contains("<svg"),
                "{collection} {lang}: no picture was drawn"
            );
            assert!(
                html.contains(&format!(r#"<html lang="{lang}""#)) && html.contains(overview),
                "{collection} {lang}"
            );
            assert_eq!(errors, Vec::<String>::new(), "{collection} {lang}");
        }
    }
}

#[test]
fn a_pasted_filter_is_restored_and_can_be_taken_away() {
    let site = serve("", "");
    let (all, _) = page(&site, "#/models?lang=en");
    let (some, errors) = page(
        &site,
        "#/models?lang=en&developer=openai&sort=-context_length",
    );
    assert!(cards(&some) < cards(&all) && cards(&some) > 3);
    assert!(some.contains(r#"aria-checked="true""#) && some.contains("OpenAI ×"));
    let (none, _) = page(&site, "#/models?lang=en&q=zzyzx");
    assert_eq!(cards(&none), 0);
    assert!(none.contains("Nothing meets all conditions"));
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn an_entity_shows_every_source_and_what_refers_to_it() {
    let site = serve("", "");
    let (html, errors) = page(&site, "#/entity/openai?lang=en");
    assert!(html.contains("Referred to by") && html.contains("#/entity/gpt-4o?lang=en"));
    assert!(html.contains("Find in the PDF"));
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn damaged_and_missing_files_are_named_and_the_rest_is_shown() {
    let (html, errors) = page(&serve("chips.json", ""), "#/models");
    assert!(html.contains("chips.json:") && cards(&html) >= 10);
    assert_eq!(errors, Vec::<String>::new());
    let (html, _) = page(&serve("", "frameworks.json"), "#/models");
    assert!(html.contains("frameworks.json: HTTP 404") && cards(&html) >= 10);
    let (html, _) = page(&serve("schema.json", ""), "#/models");
    assert!(html.contains("schema.json:") && html.contains(r#"role="alert""#));
}

#[test]
fn a_damaged_fragment_gives_a_view_and_a_note() {
    let site = serve("", "");
    let (html, errors) = page(&site, "#/models?broken&lang=xx&nonsense=1");
    assert!(cards(&html) >= 10 && html.contains("broken") && html.contains("nonsense"));
    assert_eq!(errors, Vec::<String>::new());
}
