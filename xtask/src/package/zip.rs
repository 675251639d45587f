//! A zip archive with fixed times: the same files make the same bytes.

use anyhow::Result;
use flate2::{write::DeflateEncoder, Compression, Crc};
use std::io::Write;

/// 1 January 1980, midnight: the first moment a zip archive can tell.
const DATE: u16 = 0x21;

/// The archive of some files, deflated, in the order given.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let start = u32::try_from(out.len())?;
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        let packed = encoder.finish()?;
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut entry = Vec::new();
        // Version 2.0, names in UTF-8, deflated, time and date.
        for short in [20, 0x800, 8, 0, DATE] {
            entry.extend(u16::to_le_bytes(short));
        }
        for long in [
            crc.sum(),
            u32::try_from(packed.len())?,
            u32::try_from(bytes.len())?,
        ] {
            entry.extend(long.to_le_bytes());
        }
        entry.extend(u16::try_from(name.len())?.to_le_bytes());
        entry.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&entry);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(entry);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(out.len())?;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    let count = u16::try_from(files.len())?.to_le_bytes();
    out.extend([count, count].concat());
    out.extend(u32::try_from(directory.len())?.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    Ok(out)
}
