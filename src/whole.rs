//! The whole application: everything of the first view's program and all that it did without.
fn main() {
    zhilan::app::start(Some(&zhilan::ui::WHOLE));
}
