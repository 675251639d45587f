//! The person at the browser: opens addresses, finds things by role and name, presses and types.
use super::site::{Fault, Site};
use serde_json::{json, Value};
use std::future::Future;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use thirtyfour::prelude::*;
use tokio::sync::Semaphore;

/// How long a reader waits for something to appear; far beyond what it takes.
const PATIENCE: u64 = 20_000;

/// Two at once: the machines these tests run on have two cores.
static SEATS: Semaphore = Semaphore::const_new(2);

/// Finds elements by role and accessible name, as a screen reader would name them.
const FIND: &str = r#"
const roles = {
  link: 'a[href]:not([role])', button: 'button,summary,[role=button]', checkbox: '[role=checkbox],input[type=checkbox]',
  heading: 'h1,h2,h3', searchbox: 'input[type=search],[role=combobox]', textbox: 'input:not([type]),input[type=text],textarea', combobox: 'select,[role=combobox]',
  option: 'option,[role=option]', figure: 'figure', main: 'main', navigation: 'nav', dialog: 'dialog[open],[role=dialog]',
  status: '[role=status],output', alert: '[role=alert]', row: 'tr', cell: 'td,th', table: 'table', listitem: 'li', group: '[role=group],fieldset', article: 'article',
};
const shown = (e) => e.checkVisibility ? e.checkVisibility({ visibilityProperty: true }) : e.offsetParent !== null;
// What is hidden from a screen reader is no part of a name.
const heard = (e) => {
  if (!e.querySelector('[aria-hidden=true]')) return e.innerText || e.textContent || '';
  const copy = e.cloneNode(true);
  copy.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove());
  return copy.textContent;
};
const name = (e) => {
  const label = e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].innerText) || e.getAttribute('placeholder');
  return (label || heard(e)).replace(/\s+/g, ' ').trim();
};
const find = (role, wanted) => [...document.querySelectorAll(roles[role] || role)].filter((e) => shown(e) && (wanted === '' || name(e) === wanted || name(e).startsWith(wanted + ' ')));
const holds = (role, part) => [...document.querySelectorAll(roles[role] || role)].filter((e) => shown(e) && name(e).includes(part));
"#;

/// A reader with a browser of his own.
pub struct Reader {
    /// The browser.
    pub driver: WebDriver,
    /// The site that is read.
    pub site: Site,
    _chromedriver: Quit,
}

struct Quit(Child);

impl Drop for Quit {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Lets a reader use the site; afterwards there must be no error in the console and no request to elsewhere.
pub fn read<F, Done>(faults: &[Fault], visit: F)
where
    F: FnOnce(Reader) -> Done,
    Done: Future<Output = Reader>,
{
    let expected: Vec<&str> = faults
        .iter()
        .map(|fault| match fault {
            Fault::Missing(end) | Fault::Truncated(end) | Fault::Replaced(end, _) => *end,
        })
        .collect();
    read_at(Site::start(faults), &expected, visit);
}

/// Lets a reader use a site; lines of the console that hold one of the expected texts are no errors.
pub fn read_at<F, Done>(site: Site, expected: &[&str], visit: F)
where
    F: FnOnce(Reader) -> Done,
    Done: Future<Output = Reader>,
{
    static RUNTIME: OnceLock<tokio::runtime::Runtime> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| tokio::runtime::Runtime::new().expect("a runtime"));
    runtime.block_on(async {
        let _seat = SEATS.acquire().await.expect("seats are never closed");
        let reader = Reader::open(site).await;
        let reader = visit(reader).await;
        let errors = reader.errors(expected).await;
        let _ = reader.driver.clone().quit().await;
        assert_eq!(errors, Vec::<String>::new(), "the console has errors");
    });
}

impl Reader {
    async fn open(site: Site) -> Self {
        let (chromedriver, port) = (0..3)
            .find_map(|_| {
                let child = Command::new("chromedriver")
                    .arg("--port=0")
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn();
                let mut driver = Quit(child.expect("by hand: apt-get install chromium-driver"));
                // Two at once may reach for the same free port; the loser ends and is started again.
                let port = port(&mut driver.0)?;
                Some((driver, port))
            })
            .expect("chromedriver says its port");
        let mut wanted = DesiredCapabilities::chrome();
        for argument in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1440,1000",
        ] {
            wanted.add_arg(argument).expect("an argument");
        }
        wanted
            .set("goog:loggingPrefs", json!({"browser": "ALL"}))
            .expect("a capability");
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted)
            .await
            .expect("chromium starts; by hand: apt-get install chromium");
        driver
            .set_script_timeout(std::time::Duration::from_millis(PATIENCE + 5_000))
            .await
            .expect("a time limit");
        Self {
            driver,
            site,
            _chromedriver: chromedriver,
        }
    }

    /// Opens an address of the site in this tab and waits until all data is there.
    pub async fn goto(&self, fragment: &str) {
        let address = format!("{}{fragment}", self.site.address);
        // A new fragment alone is no new visit.
        self.driver.goto("about:blank").await.expect("a page");
        self.driver.goto(&address).await.expect("a page");
        self.until("document.querySelector('main#main, main[role=alert]')")
            .await;
    }

    /// Runs a script that calls back with its answer, with arguments.
    #[allow(dead_code)]
    pub async fn asks(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver.execute_async(script, arguments).await;
        answer
            .unwrap_or_else(|error| panic!("script failed: {error}"))
            .json()
            .clone()
    }

    /// Pastes a fragment into the address bar of the page that is open.
    pub async fn paste(&self, fragment: &str) {
        self.run(&format!("location.hash = {}; return 1", json!(fragment)))
            .await;
    }

    /// Pastes the fragment of another page and waits until that page has a heading.
    #[allow(dead_code)]
    pub async fn turn(&self, fragment: &str) {
        let heading = "document.querySelector('main h1')";
        self.run(&format!("window.left = {heading}; return 1"))
            .await;
        self.paste(fragment).await;
        self.until(&format!("{heading} && {heading} !== window.left"))
            .await;
    }

    /// Runs a script with the finders at hand.
    pub async fn run(&self, script: &str) -> Value {
        let script = format!("{FIND}\n{script}");
        let answer = self.driver.execute(script, vec![]).await;
        answer
            .unwrap_or_else(|error| panic!("script failed: {error}"))
            .json()
            .clone()
    }

    /// Runs a script that hands its answer to a callback, its first argument.
    pub async fn ask(&self, script: &str) -> Value {
        let answer = self.driver.execute_async(script, vec![]).await;
        answer
            .unwrap_or_else(|error| panic!("script failed: {error}"))
            .json()
            .clone()
    }

    /// Waits until a JavaScript expression holds; asked once per frame.
    pub async fn until(&self, condition: &str) {
        let script = format!(
            "{FIND}\nconst done = arguments[0]; const end = Date.now() + {PATIENCE};\n\
             const ask = () => {{ let v; try {{ v = {condition}; }} catch {{ v = false; }}\n\
             if (v) done(true); else if (Date.now() > end) done(false); else setTimeout(ask, 16); }}; ask();"
        );
        let came = self.driver.execute_async(script, vec![]).await;
        let came = came.unwrap_or_else(|error| panic!("waiting for `{condition}`: {error}"));
        if came.json() != &json!(true) {
            let seen = self
                .run("return document.body.innerText.slice(0, 3000)")
                .await;
            panic!(
                "`{condition}` did not become true at {}\n{seen}",
                self.address().await
            );
        }
    }

    /// Waits for something of a role and name and presses it with the mouse.
    pub async fn press(&self, role: &str, name: &str) {
        let (role, name) = (json!(role), json!(name));
        let find = format!("{FIND}\nconst e = find({role}, {name})[0]; e.scrollIntoView({{block: 'center'}}); return e;");
        // What a reader aims at may be made anew under the pointer; then he aims again.
        let mut tries = 0;
        loop {
            self.until(&format!("find({role}, {name}).length > 0"))
                .await;
            let found = self.driver.execute(find.clone(), vec![]).await;
            let found = found.and_then(|found| found.element());
            let pressed = match found {
                Ok(found) => found.click().await,
                Err(error) => Err(error),
            };
            tries += 1;
            match pressed {
                Ok(()) => return,
                Err(error) if tries == 3 => panic!("{role} {name} cannot be pressed: {error}"),
                Err(_) => {}
            }
        }
    }

    /// Whether something of a role and name is shown now.
    #[allow(dead_code)]
    pub async fn sees(&self, role: &str, name: &str) -> bool {
        let script = format!("return find({}, {}).length > 0", json!(role), json!(name));
        self.run(&script).await == json!(true)
    }

    /// Waits until something of a role and name is shown.
    pub async fn finds(&self, role: &str, name: &str) {
        self.until(&format!(
            "find({}, {}).length > 0",
            json!(role),
            json!(name)
        ))
        .await;
    }

    /// Waits until something of a role holds a text.
    pub async fn finds_in(&self, role: &str, part: &str) {
        self.until(&format!(
            "holds({}, {}).length > 0",
            json!(role),
            json!(part)
        ))
        .await;
    }

    /// Types into a field of a role and name, in place of what stands there.
    pub async fn types(&self, role: &str, name: &str, text: &str) {
        self.press(role, name).await;
        let field = self
            .driver
            .active_element()
            .await
            .expect("a field has the focus");
        field.clear().await.expect("a field can be emptied");
        field
            .send_keys(text)
            .await
            .expect("a field can be typed into");
    }

    /// Presses keys wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        let keyboard = self.driver.action_chain().send_keys(keys);
        keyboard.perform().await.expect("keys can be pressed");
    }

    /// Presses a key while another one is held.
    #[allow(dead_code)]
    pub async fn chord(&self, held: Key, key: char) {
        let keyboard = self.driver.action_chain().key_down(held.clone());
        let keyboard = keyboard.key_down(key).key_up(key).key_up(held);
        keyboard.perform().await.expect("keys can be pressed");
    }

    /// Presses something of a role and name with the mouse while Shift is held.
    #[allow(dead_code)]
    pub async fn shift_press(&self, role: &str, name: &str) {
        self.finds(role, name).await;
        let script = format!(
            "{FIND}\nconst e = find({}, {})[0]; e.scrollIntoView({{block: 'center'}}); return e;",
            json!(role),
            json!(name)
        );
        let found = self.driver.execute(script, vec![]).await;
        let found = found
            .and_then(|found| found.element())
            .expect("it is there");
        let mouse = self.driver.action_chain().key_down(Key::Shift);
        let mouse = mouse.move_to_element_center(&found).click();
        let mouse = mouse.key_up(Key::Shift);
        mouse.perform().await.expect("it can be pressed");
    }

    /// Chooses an option of a list.
    #[allow(dead_code)]
    pub async fn choose(&self, list: &str, option: &str) {
        let (list, option) = (json!(list), json!(option));
        let inside = format!("find('select', {list})[0]?.querySelectorAll('option')");
        let fits = format!("((e) => name(e) === {option} || name(e).startsWith({option} + ' ('))");
        self.until(&format!("[...{inside}].some({fits})")).await;
        let script = format!("{FIND}\nreturn [...{inside}].find({fits});");
        let found = self.driver.execute(script, vec![]).await;
        let found = found
            .and_then(|found| found.element())
            .expect("it is there");
        found.click().await.expect("an option can be chosen");
    }

    /// Tells the browser something that no reader could, before a page is opened.
    #[allow(dead_code)]
    pub async fn tell(&self, method: &'static str, parameters: Value) -> Value {
        let told = self.driver.cdp().send_raw(method, parameters).await;
        told.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    #[allow(dead_code)]
    pub async fn before(&self, script: &str) {
        let method = "Page.addScriptToEvaluateOnNewDocument";
        self.tell(method, json!({"source": script})).await;
    }

    /// How many cards are shown.
    pub async fn cards(&self) -> u64 {
        let count = self
            .run("return document.querySelectorAll('.card').length")
            .await;
        count.as_u64().unwrap_or(0)
    }

    /// The fragment of the address.
    pub async fn address(&self) -> String {
        let hash = self.run("return location.hash").await;
        hash.as_str().unwrap_or("").to_owned()
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.driver.back().await.expect("there is a page before");
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        self.driver.forward().await.expect("there is a page after");
    }

    /// The text of the page.
    pub async fn text(&self) -> String {
        let text = self.run("return document.body.innerText").await;
        text.as_str().unwrap_or("").to_owned()
    }

    /// Sets the size of the window.
    pub async fn resize(&self, width: u32, height: u32) {
        self.driver
            .set_window_rect(0, 0, width, height)
            .await
            .expect("a window has a size");
    }

    /// What the console says that it should not, and requests to other origins.
    async fn errors(&self, expected: &[&str]) -> Vec<String> {
        let here = self.site.address.trim_end_matches('/').to_owned();
        let elsewhere = self
            .run("return performance.getEntriesByType('resource').map((e) => e.name)")
            .await;
        let mut errors: Vec<String> = elsewhere
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str())
            .filter(|name| {
                !name.starts_with(&here) && !name.starts_with("data:") && !name.starts_with("blob:")
            })
            .map(|name| format!("another origin: {name}"))
            .collect();
        errors.extend(
            self.console()
                .await
                .into_iter()
                .filter(|line| !expected.iter().any(|end| line.contains(end))),
        );
        errors
    }

    async fn console(&self) -> Vec<String> {
        let session = self.driver.session_id();
        let url = format!(
            "{}session/{session}/se/log",
            self.driver.handle().server_url()
        );
        let body = json!({"type": "browser"}).to_string();
        let answer = post(&url, &body).await;
        let answer: Value = serde_json::from_str(&answer).unwrap_or_default();
        let entries = answer["value"].as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING")
            .filter_map(|entry| entry["message"].as_str().map(str::to_owned))
            // Chromium's note that it does not check a preload twice.
            .filter(|line| !line.contains("crbug.com/981419"))
            .collect()
    }
}

/// One plain request to the driver: its log endpoint is not part of the WebDriver standard.
async fn post(url: &str, body: &str) -> String {
    use std::io::{Read, Write};
    let rest = url.trim_start_matches("http://");
    let (host, path) = rest.split_once('/').expect("an address has a path");
    let mut stream = std::net::TcpStream::connect(host).expect("the driver answers");
    let head = format!(
        "POST /{path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream
        .write_all(head.as_bytes())
        .expect("the driver listens");
    // The driver keeps the connection open, so the answer ends where its length says.
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&answer);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, length) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length")
                    .then(|| length.trim().parse::<usize>().ok())?
            });
            if body.len() >= length.unwrap_or(0) {
                return body.to_owned();
            }
        }
        match stream.read(&mut piece) {
            Ok(n) if n > 0 => answer.extend(&piece[..n]),
            _ => return String::new(),
        }
    }
}

/// The port that chromedriver says it took.
fn port(child: &mut Child) -> Option<u16> {
    use std::io::{BufRead, BufReader};
    let out = child.stdout.take().expect("stdout is piped");
    let mut lines = BufReader::new(out).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // Its later lines have to go somewhere, or it would wait for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    port
}
