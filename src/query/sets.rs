//! Sets of records under numbered keys: the values of a facet, the words of a text.

use super::Bits;

/// Records are stored so many at a time that a record's place among them fits 16 bits.
pub(super) const SEGMENT: usize = 1 << 16;
const SEGMENT_WORDS: usize = SEGMENT / 64;

/// One set of records per key.
#[derive(Clone, Debug, Default)]
pub(super) struct Sets {
    segments: Vec<Segment>,
}

/// The sets within one stretch of records. A rare key lists its records; a frequent one,
/// for which joining a list would take longer, has a bitmap.
#[derive(Clone, Debug)]
struct Segment {
    /// The records of rare key `k` are `places[starts[k]..starts[k + 1]]`.
    starts: Vec<u32>,
    places: Vec<u16>,
    /// The frequent keys, ascending.
    frequent: Vec<u32>,
    /// `width` words for each of them.
    bitmaps: Vec<u64>,
    width: usize,
}

/// A key's records in one segment.
enum Part<'a> {
    List(&'a [u16]),
    Bitmap(&'a [u64]),
}

impl Segment {
    fn part(&self, key: u32) -> Part<'_> {
        if let Ok(at) = self.frequent.binary_search(&key) {
            return Part::Bitmap(&self.bitmaps[at * self.width..][..self.width]);
        }
        let key = key as usize;
        // Later segments know keys that this one has not met.
        match self.starts.get(key..key + 2) {
            Some(ends) => Part::List(&self.places[ends[0] as usize..ends[1] as usize]),
            None => Part::List(&[]),
        }
    }
}

impl Sets {
    /// How many words of bitmaps and listed records there are in all.
    pub(super) fn size(&self) -> usize {
        let sizes = self
            .segments
            .iter()
            .map(|segment| segment.bitmaps.len() + segment.places.len());
        sizes.sum()
    }

    /// Adds a key's records to a set.
    pub(super) fn add_to(&self, key: u32, set: &mut Bits) {
        let stretches = set.words_mut().chunks_mut(SEGMENT_WORDS);
        for (segment, words) in self.segments.iter().zip(stretches) {
            match segment.part(key) {
                Part::List(places) => {
                    for place in places {
                        words[usize::from(place / 64)] |= 1 << (place % 64);
                    }
                }
                Part::Bitmap(bitmap) => {
                    for (word, theirs) in words.iter_mut().zip(bitmap) {
                        *word |= theirs;
                    }
                }
            }
        }
    }

    /// How many of a key's records are in a set.
    pub(super) fn count_and(&self, key: u32, set: &Bits) -> usize {
        let stretches = set.words().chunks(SEGMENT_WORDS);
        let parts = self.segments.iter().zip(stretches);
        let counts = parts.map(|(segment, words)| match segment.part(key) {
            Part::List(places) => {
                let found =
                    |place: &&u16| words[usize::from(**place / 64)] >> (**place % 64) & 1 == 1;
                places.iter().filter(found).count()
            }
            Part::Bitmap(bitmap) => {
                let pairs = words.iter().zip(bitmap);
                pairs.map(|(a, b)| (a & b).count_ones() as usize).sum()
            }
        });
        counts.sum()
    }
}

/// Collects [`Sets`]; records come in ascending order.
#[derive(Default)]
pub(super) struct SetsBuilder {
    segments: Vec<Segment>,
    /// The keys of the segment being filled, record by record.
    pending: Vec<u32>,
    /// Where those of each record begin.
    begins: Vec<u32>,
    keys: Vec<Seen>,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    /// How often in the segment being filled.
    count: u32,
    /// The last record plus one: a record counts once however often it has the key.
    last: u32,
}

impl SetsBuilder {
    /// Puts a record into a key's set.
    pub(super) fn push(&mut self, key: u32, record: u32) {
        while record as usize / SEGMENT > self.segments.len() {
            self.close(SEGMENT);
        }
        while record as usize % SEGMENT >= self.begins.len() {
            self.begins.push(self.pending.len() as u32);
        }
        if key as usize >= self.keys.len() {
            self.keys.resize(key as usize + 1, Seen::default());
        }
        let seen = &mut self.keys[key as usize];
        if seen.last != record + 1 {
            seen.last = record + 1;
            seen.count += 1;
            self.pending.push(key);
        }
    }

    /// The sets over so many records in all.
    pub(super) fn build(mut self, records: usize) -> Sets {
        let left = |segments: usize| records.saturating_sub(segments * SEGMENT);
        while left(self.segments.len()) > 0 {
            self.close(left(self.segments.len()).min(SEGMENT));
        }
        Sets {
            segments: self.segments,
        }
    }

    /// Ends the segment being filled, of so many records: a counting sort by key.
    fn close(&mut self, records: usize) {
        const FREQUENT: u32 = 1 << 31;
        let width = records.div_ceil(64);
        let mut frequent = Vec::new();
        let mut starts = Vec::with_capacity(self.keys.len() + 1);
        let mut end = 0;
        starts.push(0);
        for (key, seen) in (0..).zip(&mut self.keys) {
            // Up to twice the size of the list, a bitmap is worth its speed.
            if seen.count as usize > width * 2 {
                frequent.push(key);
                // From here on `count` says where the key's next record goes.
                seen.count = FREQUENT + (frequent.len() - 1) as u32;
            } else {
                let start = end;
                end += seen.count;
                seen.count = start;
            }
            starts.push(end);
        }
        let mut places = vec![0; end as usize];
        let mut bitmaps = vec![0; frequent.len() * width];
        self.begins.push(self.pending.len() as u32);
        for (place, ends) in self.begins.windows(2).enumerate() {
            for key in &self.pending[ends[0] as usize..ends[1] as usize] {
                let next = &mut self.keys[*key as usize].count;
                if *next >= FREQUENT {
                    let bitmap = (*next - FREQUENT) as usize * width;
                    bitmaps[bitmap + place / 64] |= 1 << (place % 64);
                } else {
                    places[*next as usize] = place as u16;
                    *next += 1;
                }
            }
        }
        self.begins.clear();
        self.pending.clear();
        self.keys.iter_mut().for_each(|seen| seen.count = 0);
        self.segments.push(Segment {
            starts,
            places,
            frequent,
            bitmaps,
            width,
        });
    }
}
