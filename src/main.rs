//! The browser's way in: the program of the first view.
fn main() {
    zhilan::app::start(None);
}
