//! What the reader is told of the copy on this device.
use zhilan::lens::Lang;
use zhilan::present::offline::{line, read, Offline};

#[test]
fn nothing_is_said_until_there_is_something_to_say() {
    for said in ["", "ready", "soon 3.1"] {
        assert_eq!(read(said), Offline::Unknown);
        assert_eq!(line(said, Lang::En), "");
    }
}

#[test]
fn the_copy_is_named_with_its_size_and_a_waiting_version_is_told_apart() {
    assert_eq!(line("ready 3.1", Lang::En), "Ready offline · 3.1 MB");
    assert_eq!(line("ready 3.1", Lang::Zh), "可离线使用 · 3.1 MB");
    assert_eq!(read("update 3.2"), Offline::Waiting("3.2"));
    assert_eq!(line("update 3.2", Lang::En), "Ready offline · 3.2 MB");
}
