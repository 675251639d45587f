//! Generated records: the same ones for everybody who follows the recipe.
//!
//! Every draw comes from one small generator in a fixed order, so that a hash over all
//! records tells whether two programs speak of the same data.

use std::fmt::Write;

/// One generated record.
#[derive(Clone, Debug)]
pub struct Record {
    /// Two Latin words and a few Chinese characters.
    pub name: String,
    /// English and Chinese words, mixed.
    pub summary: String,
    /// The values of each facet, in the order of [`FACETS`].
    pub facets: [Vec<u8>; 6],
    /// Context length.
    pub context: u32,
    /// Millions of parameters.
    pub parameters: Option<u32>,
}

/// The facets and how many values each has.
pub const FACETS: [(&str, usize); 6] = [
    ("org", 80),
    ("country", 12),
    ("modality", 6),
    ("licence", 5),
    ("year", 8),
    ("tags", 60),
];

/// Steps in a table of numbers.
pub const STEPS: usize = 4096;

/// A 32-bit xorshift generator.
#[derive(Clone, Debug)]
pub struct Random(pub u32);

impl Random {
    /// The next state.
    pub fn draw(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.draw() as usize % n
    }
}

/// Few popular and many rare choices.
struct Zipf(Vec<u32>);

impl Zipf {
    fn new(choices: u32, offset: u32) -> Self {
        let weights = (0..choices).map(|choice| 1_000_000 / (choice + offset));
        let sums = weights.scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Zipf(sums.collect())
    }

    fn pick(&self, random: &mut Random) -> usize {
        let total = *self.0.last().expect("choices");
        let drawn = random.below(total as usize) as u32;
        self.0.partition_point(|sum| *sum <= drawn)
    }
}

/// A table of [`STEPS`] numbers from `first` to `first * factor`, evenly spread over the magnitudes.
fn steps(first: f64, factor: f64) -> Vec<u32> {
    let step = |i| (first * factor.powf(f64::from(i) / (STEPS - 1) as f64)).round() as u32;
    (0..STEPS as u32).map(step).collect()
}

/// The possible context lengths.
pub fn contexts() -> Vec<u32> {
    steps(2000.0, 1000.0)
}

/// The possible millions of parameters.
pub fn parameters() -> Vec<u32> {
    steps(100.0, 20_000.0)
}

/// A word list by its name.
fn words(name: &str) -> Vec<&'static str> {
    let lists = include_str!("../data/words.tsv").lines();
    let mut lists = lists.map(|line| line.split('\t'));
    let list = lists.find_map(|mut list| (list.next() == Some(name)).then_some(list));
    list.expect("a word list").collect()
}

/// The first `count` records.
pub fn generate(count: usize) -> Vec<Record> {
    let (first, second, han) = (words("A"), words("B"), words("H"));
    let (english, chinese) = (words("E"), words("C"));
    let (orgs, countries) = (Zipf::new(80, 1), Zipf::new(12, 1));
    let (modalities, licences) = (Zipf::new(6, 1), Zipf::new(5, 1));
    let (tags, of_english, of_chinese) = (Zipf::new(60, 5), Zipf::new(160, 5), Zipf::new(100, 5));
    let (contexts, parameters) = (contexts(), parameters());
    let mut random = Random(0x2024_ca1c);
    let several = |random: &mut Random, most, zipf: &Zipf| {
        let picks = 1 + random.below(most);
        let mut values: Vec<_> = (0..picks).map(|_| zipf.pick(random) as u8).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let record = |_| {
        let mut name = first[random.below(64)].to_owned() + " " + second[random.below(64)] + " ";
        for _ in 0..2 + random.below(3) {
            name += han[random.below(128)];
        }
        let org = vec![orgs.pick(&mut random) as u8];
        let country = vec![countries.pick(&mut random) as u8];
        let modality = several(&mut random, 3, &modalities);
        let licence = vec![licences.pick(&mut random) as u8];
        let year = vec![random.below(8) as u8];
        let context = contexts[random.below(STEPS)];
        let known = random.below(5) != 0;
        let parameters = known.then(|| parameters[random.below(STEPS)]);
        let tags = several(&mut random, 4, &tags);
        let mut summary = String::new();
        let mut was_chinese = false;
        for token in 0..12 + random.below(9) {
            let is_chinese = random.draw() & 1 == 1;
            if token > 0 && !(is_chinese && was_chinese) {
                summary.push(' ');
            }
            summary += match is_chinese {
                true => chinese[of_chinese.pick(&mut random)],
                false => english[of_english.pick(&mut random)],
            };
            was_chinese = is_chinese;
        }
        Record {
            name,
            summary,
            facets: [org, country, modality, licence, year, tags],
            context,
            parameters,
        }
    };
    (0..count).map(record).collect()
}

/// FNV-1a over all records, written one a line.
pub fn hash(records: &[Record]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut line = String::new();
    for (index, record) in records.iter().enumerate() {
        let [org, country, modality, licence, year, tags] = &record.facets;
        let mask = modality.iter().fold(0, |mask, value| mask | 1 << value);
        let millions = record.parameters.map_or(String::new(), |n| n.to_string());
        let tags: Vec<_> = tags.iter().map(u8::to_string).collect();
        line.clear();
        writeln!(
            line,
            "r{index:07}|{}|{}|{}|{mask}|{}|{}|{}|{millions}|{}|{}",
            record.name,
            org[0],
            country[0],
            licence[0],
            year[0],
            record.context,
            tags.join(","),
            record.summary
        )
        .expect("strings take everything");
        for byte in line.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
