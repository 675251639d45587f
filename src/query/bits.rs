//! A fixed-length set of record numbers.

/// A set of records, one bit each.
///
/// Bits past the length are always zero, so counting needs no mask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// No record out of `len`.
    pub fn empty(len: usize) -> Self {
        Bits {
            words: vec![0; len.div_ceil(64)],
            len,
        }
    }

    /// Every record out of `len`.
    pub fn full(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(64)];
        let past = words.len() * 64 - len;
        if let Some(last) = words.last_mut() {
            *last >>= past;
        }
        Bits { words, len }
    }

    /// How many records the set ranges over, in it or not.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no record is in the set.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Puts a record in.
    ///
    /// # Panics
    /// If the record is not below [`Bits::len`].
    #[inline]
    pub fn insert(&mut self, record: u32) {
        let record = record as usize;
        // No numbers in the message: printing them would weigh more than the set does.
        assert!(record < self.len, "a record past the end");
        self.words[record / 64] |= 1 << (record % 64);
    }

    /// Takes a record out, if it is in.
    #[inline]
    pub fn remove(&mut self, record: u32) {
        if let Some(word) = self.words.get_mut(record as usize / 64) {
            *word &= !(1 << (record % 64));
        }
    }

    /// Whether the record is in the set.
    #[inline]
    pub fn contains(&self, record: u32) -> bool {
        let word = self.words.get(record as usize / 64).copied().unwrap_or(0);
        word >> (record % 64) & 1 == 1
    }

    /// Keeps only what is also in `other`, a set of the same length.
    pub fn and(&mut self, other: &Bits) {
        debug_assert_eq!(self.len, other.len);
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= theirs;
        }
    }

    /// Adds what is in `other`, a set of the same length.
    pub fn or(&mut self, other: &Bits) {
        debug_assert_eq!(self.len, other.len);
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine |= theirs;
        }
    }

    /// Takes out what is in `other`, a set of the same length.
    pub fn and_not(&mut self, other: &Bits) {
        debug_assert_eq!(self.len, other.len);
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= !theirs;
        }
    }

    /// Keeps only the records for which `keep` holds.
    pub fn retain(&mut self, mut keep: impl FnMut(u32) -> bool) {
        for (index, word) in self.words.iter_mut().enumerate() {
            let mut left = *word;
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                let drop = !keep(index as u32 * 64 + bit);
                *word ^= u64::from(drop) << bit;
            }
        }
    }

    /// How many records are in the set.
    pub fn count(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// How many records are in both sets, without building their intersection.
    pub fn count_and(&self, other: &Bits) -> usize {
        debug_assert_eq!(self.len, other.len);
        let pairs = self.words.iter().zip(&other.words);
        pairs.map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The set as words of 64 records.
    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The set as words of 64 records; bits past the length stay zero.
    pub(super) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// The records in the set, ascending.
    pub fn iter(&self) -> Ones<'_> {
        Ones {
            words: &self.words,
            index: 0,
            left: self.words.first().copied().unwrap_or(0),
        }
    }
}

impl<'a> IntoIterator for &'a Bits {
    type Item = u32;
    type IntoIter = Ones<'a>;

    fn into_iter(self) -> Ones<'a> {
        self.iter()
    }
}

/// The records of a [`Bits`], ascending.
#[derive(Clone, Debug)]
pub struct Ones<'a> {
    words: &'a [u64],
    index: usize,
    /// What is still to come of the word at `index`.
    left: u64,
}

impl Iterator for Ones<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.left == 0 {
            self.index += 1;
            self.left = *self.words.get(self.index)?;
        }
        let bit = self.left.trailing_zeros();
        self.left &= self.left - 1;
        Some(self.index as u32 * 64 + bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_ends_at_its_length() {
        for len in [0, 1, 63, 64, 65, 128] {
            assert_eq!(Bits::full(len).count(), len);
            assert!(Bits::full(len).iter().eq(0..len as u32));
        }
    }
}
