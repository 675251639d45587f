//! What the reader is told of the copy on this device.
use crate::lens::Lang;

/// What there is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline<'a> {
    /// Nothing: no copy yet, or none possible.
    Unknown,
    /// Everything works without a connection; its size in MB, as printed.
    Ready(&'a str),
    /// Another version is there and waits for the reader's word; its size in MB, as printed.
    Waiting(&'a str),
}

/// Reads what the page's script says: a state and a size.
pub fn read(said: &str) -> Offline<'_> {
    match said.split_once(' ') {
        Some(("ready", size)) => Offline::Ready(size),
        Some(("update", size)) => Offline::Waiting(size),
        _ => Offline::Unknown,
    }
}

/// The quiet line: that everything works offline, and how much this device keeps for it.
pub fn line(said: &str, lang: Lang) -> String {
    match read(said) {
        Offline::Unknown => String::new(),
        Offline::Ready(size) | Offline::Waiting(size) => {
            [lang.pick("可离线使用 · ", "Ready offline · "), size, " MB"].concat()
        }
    }
}
