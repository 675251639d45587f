//! A static host for the built site, with faults on request. It can be stopped, and other files published on it.
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

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

/// How a single file comes damaged.
#[derive(Clone, Debug, PartialEq)]
pub enum Damage {
    /// Announced whole, ended half-way.
    Dropped,
    /// Announced and sent by half.
    Truncated,
    /// One bit is another.
    Flipped,
    /// The connection ends without an answer.
    Cut,
    /// An answer of another status, with a text.
    Status(&'static str),
    /// Other bytes: another version's, a page that asks for a password.
    Replaced(Vec<u8>),
}

/// What a host does.
#[derive(Clone)]
pub struct Setting {
    /// The files it has.
    pub files: Arc<Files>,
    /// The folder they stand in: `/` or `/a/b/`.
    pub prefix: String,
    /// Whether any first folder of a path is taken for the prefix.
    pub any_folder: bool,
    /// Whether the files' 404.html is sent for what is not there, as GitHub Pages does.
    pub own_404: bool,
    /// Whether files are sent as they are; else with gzip, as static hosts do.
    pub plain: bool,
    /// Faults of several files.
    pub faults: Vec<Fault>,
    /// A file that comes damaged.
    pub damaged: Option<(String, Damage)>,
    /// After how many requests all further ones end without an answer.
    pub breaks_after: Option<usize>,
}

/// A running host.
pub struct Site {
    /// Its address, with a slash at the end.
    pub address: String,
    /// What was asked for, in order.
    pub requests: Arc<Mutex<Vec<String>>>,
    host: Option<Arc<Host>>,
}

struct Host {
    port: u16,
    setting: Mutex<Setting>,
    running: AtomicBool,
    answered: AtomicUsize,
    damage_done: AtomicUsize,
}

/// The built site.
pub fn dist() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

/// The files of the built site.
pub fn built() -> Arc<Files> {
    static BUILT: OnceLock<Arc<Files>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let files = crate::seal::read(&dist());
        Arc::new(files.expect("by hand: cargo xtask build --release"))
    });
    built.clone()
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            files: built(),
            prefix: "/".to_owned(),
            any_folder: false,
            own_404: false,
            plain: false,
            faults: Vec::new(),
            damaged: None,
            breaks_after: None,
        }
    }
}

impl Site {
    /// Serves the built site until the tests end.
    pub fn start(faults: &[Fault]) -> Self {
        let faults = faults.to_vec();
        Self::with(Setting {
            faults,
            ..Setting::default()
        })
    }

    /// Serves as told until the tests end.
    pub fn with(setting: Setting) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let address = format!("http://127.0.0.1:{port}{}", setting.prefix);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let host = Arc::new(Host {
            port,
            setting: Mutex::new(setting),
            running: AtomicBool::new(true),
            answered: AtomicUsize::new(0),
            damage_done: AtomicUsize::new(0),
        });
        serve(listener, host.clone(), requests.clone());
        Self {
            address,
            requests,
            host: Some(host),
        }
    }

    /// A host that is not ours.
    pub fn at(address: String) -> Self {
        let requests = Arc::default();
        Self {
            address,
            requests,
            host: None,
        }
    }

    fn host(&self) -> &Arc<Host> {
        self.host.as_ref().expect("a host of ours")
    }

    /// Changes what the host does.
    pub fn change(&self, change: impl FnOnce(&mut Setting)) {
        change(&mut self.host().setting.lock().expect("no panic"));
        self.host().answered.store(0, Ordering::SeqCst);
    }

    /// How often damage was done, counted anew from now on.
    pub fn damage_done(&self) -> usize {
        self.host().damage_done.swap(0, Ordering::SeqCst)
    }

    /// Stops: nobody listens at the address any more.
    pub fn stop(&self) {
        let host = self.host();
        host.running.store(false, Ordering::SeqCst);
        // Wakes the listener, which then sees that it is over.
        let _ = TcpStream::connect(("127.0.0.1", host.port));
        while TcpStream::connect(("127.0.0.1", host.port)).is_ok() {
            std::thread::yield_now();
        }
    }

    /// Listens again at the same address.
    pub fn resume(&self) {
        let host = self.host().clone();
        let listener = TcpListener::bind(("127.0.0.1", host.port)).expect("the port is still free");
        host.running.store(true, Ordering::SeqCst);
        serve(listener, host, self.requests.clone());
    }
}

fn serve(listener: TcpListener, host: Arc<Host>, seen: Arc<Mutex<Vec<String>>>) {
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if !host.running.load(Ordering::SeqCst) {
                return;
            }
            let (host, seen) = (host.clone(), seen.clone());
            std::thread::spawn(move || answer(stream, &host, &seen));
        }
    });
}

fn answer(mut stream: TcpStream, host: &Host, seen: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut piece = [0; 1024];
    while !request.windows(4).any(|w| w == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(n) if n > 0 => request.extend(&piece[..n]),
            _ => return,
        }
    }
    let setting = host.setting.lock().expect("no panic").clone();
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1).unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or("/");
    let inside = match setting.any_folder {
        true => path[1..].split_once('/').map(|(_, inside)| inside),
        false => path.strip_prefix(setting.prefix.as_str()),
    };
    let asked = inside.unwrap_or(path);
    seen.lock().expect("no panic").push(asked.to_owned());
    let before = host.answered.fetch_add(1, Ordering::SeqCst);
    if setting.breaks_after.is_some_and(|limit| before >= limit) {
        host.damage_done.fetch_add(1, Ordering::SeqCst);
        return;
    }
    let path = if asked.is_empty() {
        "index.html"
    } else {
        asked
    };
    let found = inside.and_then(|_| setting.files.get(path));
    let (mut status, mut body) = match found {
        Some(body) => ("200 OK", body.clone()),
        None => ("404 Not Found", Vec::new()),
    };
    let mut kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/json",
    };
    if found.is_none() && setting.own_404 {
        (body, kind) = (setting.files["404.html"].clone(), "text/html");
    }
    for fault in &setting.faults {
        match fault {
            Fault::Missing(end) if path.ends_with(end) => {
                (status, body) = ("404 Not Found", Vec::new());
            }
            Fault::Truncated(end) if path.ends_with(end) => body.truncate(body.len() / 2),
            Fault::Replaced(end, with) if path.ends_with(end) => body = with.as_bytes().to_vec(),
            _ => {}
        }
    }
    let damage = setting.damaged.as_ref().filter(|(file, _)| file == path);
    if let Some((_, damage)) = damage {
        host.damage_done.fetch_add(1, Ordering::SeqCst);
        match damage {
            Damage::Cut => return,
            Damage::Truncated => body.truncate(body.len() / 2),
            Damage::Flipped => {
                let middle = body.len() / 2;
                if let Some(byte) = body.get_mut(middle) {
                    *byte ^= 1;
                }
            }
            Damage::Status(other) => (status, body) = (other, b"something else".to_vec()),
            Damage::Replaced(with) => body.clone_from(with),
            Damage::Dropped => {}
        }
    }
    // Static hosts compress with gzip, so sizes and times are those of a real visit.
    let mut coding = "";
    let whole = setting.faults.is_empty() && damage.is_none() && found.is_some();
    if whole && !setting.plain && request.to_lowercase().contains("gzip") {
        body = compressed(body);
        coding = "Content-Encoding: gzip\r\n";
    }
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coding}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    if matches!(damage, Some((_, Damage::Dropped))) {
        body.truncate(body.len() / 2);
    }
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(&body);
}

/// Bytes as gzip, compressed once.
fn compressed(body: Vec<u8>) -> Vec<u8> {
    use flate2::{write::GzEncoder, Compression};
    static DONE: Mutex<BTreeMap<Vec<u8>, Vec<u8>>> = Mutex::new(BTreeMap::new());
    let known = |done: &BTreeMap<Vec<u8>, Vec<u8>>| done.get(&body).cloned();
    if let Some(kept) = known(&DONE.lock().expect("no panic")) {
        return kept;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(&body).and_then(|()| encoder.finish());
    let kept = written.expect("memory takes what is written");
    DONE.lock().expect("no panic").insert(body, kept.clone());
    kept
}
