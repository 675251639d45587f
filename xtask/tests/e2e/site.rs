//! A static host for the built site, with faults on request.
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// What a host does to the files whose path ends with a text.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Answers 404.
    Missing(&'static str),
    /// Sends the first half only.
    Truncated(&'static str),
    /// Sends something else.
    Replaced(&'static str, &'static str),
}

/// A running host.
pub struct Site {
    /// Its address, with a slash at the end.
    pub address: String,
    /// What was asked for, in order.
    pub requests: Arc<Mutex<Vec<String>>>,
}

/// The built site.
pub fn dist() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

impl Site {
    /// Serves the built site until the tests end.
    pub fn start(faults: &[Fault]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}/", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (faults, seen) = (faults.to_vec(), requests.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (faults, seen) = (faults.clone(), seen.clone());
                std::thread::spawn(move || answer(stream, &faults, &seen));
            }
        });
        Self { address, requests }
    }
}

fn answer(mut stream: TcpStream, faults: &[Fault], seen: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut piece = [0; 1024];
    while !request.windows(4).any(|w| w == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(n) if n > 0 => request.extend(&piece[..n]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1).unwrap_or("/");
    let path = path
        .split('?')
        .next()
        .unwrap_or("/")
        .trim_start_matches('/');
    seen.lock().expect("no panic").push(path.to_owned());
    let path = if path.is_empty() { "index.html" } else { path };
    let (mut status, mut body) = match std::fs::read(dist().join(path)) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    for fault in faults {
        match fault {
            Fault::Missing(end) if path.ends_with(end) => {
                (status, body) = ("404 Not Found", Vec::new());
            }
            Fault::Truncated(end) if path.ends_with(end) => body.truncate(body.len() / 2),
            Fault::Replaced(end, with) if path.ends_with(end) => body = with.as_bytes().to_vec(),
            _ => {}
        }
    }
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        _ => "application/json",
    };
    // Static hosts compress with gzip, so sizes and times are those of a real visit.
    let mut coding = "";
    if faults.is_empty() && request.to_lowercase().contains("gzip") {
        body = compressed(path, body);
        coding = "Content-Encoding: gzip\r\n";
    }
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coding}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(&body);
}

/// A file as gzip, compressed once.
fn compressed(path: &str, body: Vec<u8>) -> Vec<u8> {
    use flate2::{write::GzEncoder, Compression};
    static DONE: Mutex<Vec<(String, Vec<u8>)>> = Mutex::new(Vec::new());
    let mut done = DONE.lock().expect("no panic");
    if let Some((_, kept)) = done.iter().find(|(known, _)| known == path) {
        return kept.clone();
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(&body).and_then(|()| encoder.finish());
    let kept = written.expect("memory takes what is written");
    done.push((path.to_owned(), kept.clone()));
    kept
}
