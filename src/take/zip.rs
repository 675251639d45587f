//! A zip archive of stored files: what an XLSX file is.

/// The archive of some files, stored as they are. Names are ASCII.
pub fn stored(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let start = out.len() as u32;
        let mut fields = Vec::new();
        // Version 2.0, no flags, stored, and a fixed date: the same data makes the same file.
        for short in [20u16, 0, 0, 0, 0x21] {
            fields.extend(short.to_le_bytes());
        }
        let size = bytes.len() as u32;
        for long in [crc(bytes), size, size] {
            fields.extend(long.to_le_bytes());
        }
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend(0u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(20u16.to_le_bytes());
        directory.extend(&fields);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = out.len() as u32;
    let count = files.len() as u16;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// The checksum of zip archives (CRC-32).
pub fn crc(bytes: &[u8]) -> u32 {
    let mut table = [0u32; 256];
    for (byte, entry) in table.iter_mut().enumerate() {
        *entry = (0..8).fold(byte as u32, |sum, _| match sum & 1 {
            1 => sum >> 1 ^ 0xedb8_8320,
            _ => sum >> 1,
        });
    }
    let sum = bytes.iter().fold(!0u32, |sum, &byte| {
        table[(sum as u8 ^ byte) as usize] ^ sum >> 8
    });
    !sum
}
