//! The search as components ask it: its index is made when first needed, again when more of the report has arrived.
use crate::search::{Characters, Group, Index};
use crate::session::{fetched, Session};
use leptos::prelude::*;
use std::sync::Arc;

/// The index of everything, with the readings and forms of characters once they have come.
#[derive(Clone, Copy)]
pub struct Lookup {
    characters: RwSignal<Option<Result<Characters, String>>>,
    index: Memo<Arc<Index>>,
}

impl Lookup {
    /// An index of what a session has loaded; nothing is made or asked for yet.
    pub fn new(session: Session) -> Self {
        let characters = RwSignal::new(None::<Result<Characters, String>>);
        let index = Memo::new_with_compare(
            move |_: Option<&Arc<Index>>| {
                let characters = characters.read();
                let characters = characters.as_ref().and_then(|read| read.as_ref().ok());
                Arc::new(session.edition(|edition| Index::new(edition, characters)))
            },
            |_, _| true,
        );
        Self { characters, index }
    }

    /// Asks for readings and forms, once: a question may come soon.
    pub fn prepare(self) {
        if self.characters.with_untracked(Option::is_some) {
            return;
        }
        leptos::task::spawn_local(async move {
            let file = fetched("search.json".into()).await;
            let read = file.and_then(|json| Characters::read(&json));
            let read = read.map_err(|problem| problem.to_string());
            // Who asked may have left the page since.
            self.characters.try_set(Some(read));
        });
    }

    /// Whether readings and forms could not be had.
    pub fn is_plain(self) -> bool {
        self.characters.with(|read| matches!(read, Some(Err(_))))
    }

    /// What a text finds, at most so many hits; follows the library.
    pub fn find(self, text: &str, most: usize) -> Vec<Group> {
        self.index.read().find(text, most)
    }
}
