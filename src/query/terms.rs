//! Numbering words.

/// Words, numbered in the order they were first met.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    /// All words end to end.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// The numbers in the order of their words.
    sorted: Vec<u32>,
}

impl Terms {
    fn get(&self, term: u32) -> &str {
        let start = term
            .checked_sub(1)
            .map_or(0, |before| self.ends[before as usize]);
        &self.letters[start as usize..self.ends[term as usize] as usize]
    }

    /// The numbers of the words that begin so, in the order of the words.
    pub(super) fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = u32> + 'a {
        let start = self.sorted.partition_point(|term| self.get(*term) < prefix);
        let found = self.sorted[start..].iter().copied();
        found.take_while(move |term| self.get(*term).starts_with(prefix))
    }

    /// The numbers of the words that have this inside.
    pub(super) fn containing<'a>(&'a self, part: &'a str) -> impl Iterator<Item = u32> + 'a {
        let all = 0..self.ends.len() as u32;
        all.filter(move |term| self.get(*term).contains(part))
    }

    /// The number of a word.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        let first = self.beginning(word).next();
        first.filter(|term| self.get(*term) == word)
    }
}

/// Collects [`Terms`]: a hash table with open addressing, an eighth of the code of the
/// standard one and faster for keys as short as these.
pub(super) struct TermsBuilder {
    terms: Terms,
    /// Hash and number plus one of each word, at the first free slot from its hash on.
    slots: Vec<(u32, u32)>,
}

impl TermsBuilder {
    pub(super) fn new() -> Self {
        TermsBuilder {
            terms: Terms::default(),
            slots: vec![(0, 0); 1024],
        }
    }

    /// The number of a word, a new one if it is new.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let hash = hash(word);
        let at = self.slot(hash, word);
        if self.slots[at].1 != 0 {
            return self.slots[at].1 - 1;
        }
        let terms = &mut self.terms;
        terms.letters.push_str(word);
        terms.ends.push(terms.letters.len() as u32);
        let count = terms.ends.len() as u32;
        self.slots[at] = (hash, count);
        if count as usize * 2 > self.slots.len() {
            self.grow();
        }
        count - 1
    }

    /// Where a word is or would be put.
    fn slot(&self, hash: u32, word: &str) -> usize {
        // The length is a power of two.
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (other, term) = self.slots[at];
            if term == 0 || other == hash && self.terms.get(term - 1) == word {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let larger = vec![(0, 0); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.1 != 0 {
                let at = self.slot(slot.0, self.terms.get(slot.1 - 1));
                self.slots[at] = slot;
            }
        }
    }

    pub(super) fn build(mut self) -> Terms {
        let mut sorted: Vec<_> = (0..self.terms.ends.len() as u32).collect();
        sorted.sort_unstable_by(|a, b| self.terms.get(*a).cmp(self.terms.get(*b)));
        self.terms.sorted = sorted;
        self.terms
    }
}

/// Four bytes at a time, as rustc hashes its own tables.
fn hash(word: &str) -> u32 {
    let mix = |hash: u32, piece: u32| (hash.rotate_left(5) ^ piece).wrapping_mul(0x9e37_79b9);
    let pieces = word.as_bytes().chunks(4);
    let hash = pieces.fold(0, |hash, piece| {
        let piece = piece
            .iter()
            .fold(0, |piece, byte| piece << 8 | u32::from(*byte));
        mix(hash, piece)
    });
    // The low bits choose the slot, and a product's high bits are the better mixed ones.
    hash ^ hash >> 15
}
