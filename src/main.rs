//! The browser's way in: mounts the application.
fn main() {
    zhilan::app::start();
}
