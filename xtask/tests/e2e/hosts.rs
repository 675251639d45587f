//! Any static host: a folder, Python, nginx and Caddy as they come, and what is said of a file that is not there.
use super::reader::{read_at, Reader};
use super::site::{dist, Setting, Site};
use crate::place;
use serde_json::json;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A host in a process of its own.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A first visit with everything that is asked for in turn: cards, a picture, the whole application, the offline copy.
async fn visit(reader: Reader) -> Reader {
    reader.goto("#/?lang=en").await;
    reader.press("link", "Models").await;
    reader
        .until("document.querySelectorAll('.card').length >= 10")
        .await;
    reader.until("document.querySelector('figure svg')").await;
    reader.press("link", "Table").await;
    reader
        .until("document.querySelectorAll('.sheet-table tbody tr').length > 3")
        .await;
    reader.finds_in("status", "Ready offline").await;
    // The second visit is answered from the copy.
    reader.goto("#/timeline?lang=zh").await;
    reader.until("navigator.serviceWorker.controller").await;
    reader.finds("heading", "时间线").await;
    reader
}

#[test]
fn a_folder_of_a_host_with_gzip_is_enough() {
    let setting = Setting {
        prefix: "/some/where/zhilan/".to_owned(),
        ..Setting::default()
    };
    read_at(Site::with(setting), &[], visit);
}

#[test]
fn pythons_server_is_enough() {
    let mut command = Command::new("python3");
    command.args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "-d"]);
    command
        .arg(dist())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut python = Process(command.spawn().expect("python3 starts"));
    let out = python.0.stdout.take().expect("stdout is piped");
    let mut line = String::new();
    let read = BufReader::new(out).read_line(&mut line);
    read.expect("python3 says where it serves");
    let port = line
        .split("port ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    let port: u16 = port.and_then(|port| port.parse().ok()).expect("a port");
    read_at(Site::at(format!("http://127.0.0.1:{port}/")), &[], visit);
}

/// A host that is installed or was unpacked by `cargo xtask test`; else the test says so.
fn host(name: &str) -> Option<PathBuf> {
    let found = place::host(name);
    if found.is_none() {
        println!("{name} is not there: not tested with it. By hand: apt-get install {name}");
    }
    found
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// Starts a host and waits until it listens.
fn listening(command: &mut Command, port: u16) -> Process {
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut process = Process(child.expect("the host starts"));
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        let ended = process.0.try_wait().expect("the host can be asked");
        assert!(ended.is_none(), "{command:?} ended: {ended:?}");
        std::thread::yield_now();
    }
    process
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// A server of nginx with some lines in it.
fn nginx(name: &str, root: &Path, port: u16, lines: &str) -> Option<Process> {
    let program = host("nginx")?;
    let folder = scratch(name);
    let types = [
        "/etc/nginx/mime.types".into(),
        place::cache().ok()?.join("hosts/etc/nginx/mime.types"),
    ];
    let types = types.into_iter().find(|file| file.exists())?;
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/{kind};", folder.display()));
    let text = format!(
        "daemon off; master_process off; pid {0}/pid; error_log {0}/error; events {{}}\n\
         http {{ include {1}; access_log off; {2} server {{ listen 127.0.0.1:{port}; root {3}; {lines} }} }}",
        folder.display(), types.display(), temporary.concat(), root.display(),
    );
    let file = folder.join("nginx.conf");
    std::fs::write(&file, text).expect("a file for the test");
    let mut command = Command::new(program);
    command
        .arg("-e")
        .arg(folder.join("error"))
        .arg("-c")
        .arg(&file);
    Some(listening(&mut command, port))
}

#[test]
fn nginx_as_it_comes_is_enough() {
    let port = free_port();
    let Some(_nginx) = nginx("nginx", &dist(), port, "") else {
        return;
    };
    read_at(Site::at(format!("http://127.0.0.1:{port}/")), &[], visit);
}

#[test]
fn caddy_as_it_comes_is_enough() {
    let Some(program) = host("caddy") else { return };
    let port = free_port();
    let mut command = Command::new(program);
    command.args([
        "file-server",
        "--listen",
        &format!("127.0.0.1:{port}"),
        "--root",
    ]);
    command.arg(dist()).env("HOME", scratch("caddy"));
    let _caddy = listening(&mut command, port);
    read_at(Site::at(format!("http://127.0.0.1:{port}/")), &[], visit);
}

/// The lines that docs/hosting.md gives for a host.
fn documented(language: &str) -> String {
    let file = dist().join("../docs/hosting.md");
    let text = std::fs::read_to_string(file).expect("docs/hosting.md");
    let fence = format!("```{language}\n");
    let block = text
        .split(&fence)
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    block.expect("a block for the host").to_owned()
}

/// The head and the length of an answer.
fn head(port: u16, path: &str, coding: &str) -> (String, usize) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the host listens");
    let ask = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: {coding}\r\nConnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes()).expect("the host reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the host answers");
    let end = answer
        .windows(4)
        .position(|w| w == b"\r\n\r\n")
        .expect("a head");
    (
        String::from_utf8_lossy(&answer[..end]).to_lowercase(),
        answer.len() - end - 4,
    )
}

#[test]
fn the_documented_settings_send_what_was_compressed_before_and_the_404_page() {
    let folder = scratch("packaged");
    let made = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["package", "--site", "--to"])
        .arg(&folder)
        .output()
        .expect("xtask runs");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let root = folder.join("site");
    let app = std::fs::read_dir(&root)
        .expect("a folder")
        .filter_map(|file| file.ok()?.file_name().into_string().ok());
    let app = { app }
        .find(|name| name.ends_with("_bg.wasm"))
        .expect("a wasm file");
    let size = |end: &str| {
        std::fs::metadata(root.join([&app, end].concat()))
            .expect("a file")
            .len() as usize
    };
    assert!(size(".br") < size(".gz") && size(".gz") < size(""));
    let path = ["/", &app].concat();

    let port = free_port();
    if let Some(_nginx) = nginx("nginx-packaged", &root, port, &documented("nginx")) {
        let (said, length) = head(port, &path, "gzip");
        assert!(said.contains("content-encoding: gzip"), "{said}");
        assert_eq!(length, size(".gz"));
        assert!(said.contains("application/wasm"), "{said}");
        let (said, length) = head(port, "/none", "gzip");
        assert!(said.starts_with("http/1.1 404") && length > 500, "{said}");
    }
    let Some(program) = host("caddy") else { return };
    let port = free_port();
    let text = documented("caddyfile");
    let text = text
        .replace("example.org", &format!("http://127.0.0.1:{port}"))
        .replace("/srv/zhilan", &root.to_string_lossy());
    let file = scratch("caddy-packaged").join("Caddyfile");
    std::fs::write(&file, ["{\nadmin off\n}\n", &text].concat()).expect("a file for the test");
    let mut command = Command::new(program);
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("HOME", scratch("caddy"));
    let _caddy = listening(&mut command, port);
    for (coding, end) in [("br", ".br"), ("gzip", ".gz")] {
        let (said, length) = head(port, &path, coding);
        assert!(
            said.contains(&format!("content-encoding: {coding}")),
            "{said}"
        );
        assert!(said.contains("application/wasm"), "{said}");
        // Caddy sends in pieces, each with its length.
        assert!(length >= size(end) && length < size(end) + 2000, "{length}");
    }
    let (said, length) = head(port, "/none", "gzip");
    assert!(said.starts_with("http/1.1 404") && length > 500, "{said}");
}

#[test]
fn a_file_that_is_not_there_leads_back_in_both_languages() {
    let setting = Setting {
        prefix: "/some/zhilan/".to_owned(),
        own_404: true,
        ..Setting::default()
    };
    let missing = ["404", "manifest.webmanifest"];
    read_at(Site::with(setting), &missing, |reader| async move {
        let lost = format!("{}no/such/file?x#y", reader.site.address);
        reader.driver.goto(&lost).await.expect("a page");
        let start = json!(reader.site.address.replace("http://", ""));
        let leads = format!("document.querySelector('.back a').href.endsWith({start})");
        reader.until(&leads).await;
        let text = reader.text().await;
        for part in ["没有这个文件", "No such file", "/some/zhilan/no/such/file"] {
            assert!(text.contains(part), "{text}");
        }
        reader.press("link", "回到智览").await;
        reader.finds("link", "模型").await;
        // From then on our page comes even where the host has none, and without the host.
        reader
            .until("document.documentElement.dataset.offline")
            .await;
        reader.site.change(|setting| setting.own_404 = false);
        for stopped in [false, true] {
            if stopped {
                reader.site.stop();
            }
            reader.driver.goto(&lost).await.expect("a page");
            reader.until(&leads).await;
        }
        reader
    });
}
