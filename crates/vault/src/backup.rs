//! A backup, encrypted to a public key whose private half exists only on paper: a stream of sealed pieces.
//!
//! The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as in age: a key for this file, 64 KiB pieces, each sealed
//! with its number and with whether it is the last. So a piece that was changed, left out, doubled or moved does not open, and a file
//! that was cut off is never taken for whole. The head says which key opens it and nothing about what is in it.
//!
//! `magic (12) ‖ version (1) ‖ epoch (4) ‖ key (8) ‖ length of envelope (2) ‖ envelope ‖ pieces`

use std::io::{self, Read, Write};

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::seal::derive;
use crate::{Pair, Parts, PublicKey, Random, Secret, envelope};

const MAGIC: &[u8; 12] = b"pana backup\n";
const VERSION: u8 = 1;
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// Why a backup does not open. Comes out of [`Reader`] inside an [`io::Error`] of the kind `InvalidData`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupFault {
    /// Not the beginning of a backup.
    #[error("not a backup of this program")]
    Form,
    /// Made by another version of the program.
    #[error("a backup in a form of version {0}, which this program does not know")]
    Version(u8),
    /// Encrypted to another key.
    #[error("encrypted to another key")]
    OtherKey,
    /// The head was changed.
    #[error("the head of the backup was changed")]
    Head,
    /// A piece, counted from zero, was changed, moved or left out.
    #[error("piece {0} was changed, moved or left out")]
    Piece(u64),
    /// The file ends before its last piece.
    #[error("the backup was cut off")]
    CutOff,
}

/// What the head of a backup says in the clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which generation of the recovery key.
    pub epoch: u32,
    /// The first bytes of the hash of the public key.
    pub key: [u8; 8],
}

impl Header {
    /// Whether this pair opens the backup.
    pub fn is_for(&self, public: PublicKey) -> bool {
        self.key == key_id(public)
    }

    fn bytes(self) -> Vec<u8> {
        [MAGIC.as_slice(), &[VERSION], &self.epoch.to_be_bytes(), &self.key].concat()
    }

    fn about(self) -> Parts {
        Parts::of("pana backup v1").and("head", self.bytes())
    }
}

/// Encrypts what is written to it. [`Writer::finish`] must be called: without the last piece the file counts as cut off.
pub struct Writer<W: Write> {
    out: W,
    sealer: Sealer,
    buffer: Zeroizing<Vec<u8>>,
}

impl<W: Write> Writer<W> {
    /// Writes the head. An error of the kind `InvalidInput` when `public` is no key.
    pub fn new(mut out: W, public: PublicKey, epoch: u32, random: &mut dyn Random) -> io::Result<Self> {
        let header = Header { epoch, key: key_id(public) };
        let key = Secret::<32>::random(random);
        let envelope = envelope::close(public, &header.about(), key.expose(), random)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no public key"))?;
        let length = u16::try_from(envelope.len()).expect("an envelope of 32 bytes is short");
        let head = [header.bytes(), length.to_be_bytes().to_vec(), envelope].concat();
        out.write_all(&head)?;
        Ok(Self { out, sealer: Sealer::new(&key, &head), buffer: Zeroizing::new(Vec::with_capacity(PIECE + TAG)) })
    }

    /// Writes the last piece and gives the file back, to be synced by whoever knows how.
    pub fn finish(mut self) -> io::Result<W> {
        self.put(Last::Yes)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn put(&mut self, last: Last) -> io::Result<()> {
        self.sealer.seal(&mut self.buffer, last);
        self.out.write_all(&self.buffer)?;
        self.buffer.zeroize();
        Ok(())
    }
}

impl<W: Write> Write for Writer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece is held back until it is known that another follows.
        if self.buffer.len() == PIECE && !bytes.is_empty() {
            self.put(Last::No)?;
        }
        let taken = bytes.len().min(PIECE - self.buffer.len());
        self.buffer.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// Flushes what has been encrypted; a piece that is not full yet waits.
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Decrypts a backup. Every byte that it gives has been authenticated; that it was the *whole* backup is certain at the end only.
pub struct Reader<R: Read> {
    input: R,
    sealer: Sealer,
    piece: Zeroizing<Vec<u8>>,
    given: usize,
    /// The first byte of the next piece, read to learn that there is one.
    ahead: Option<u8>,
    done: bool,
    broken: Option<BackupFault>,
}

/// Reads the head alone: which key is needed.
pub fn header(input: &mut impl Read) -> io::Result<Header> {
    let mut bytes = [0; MAGIC.len() + 1 + 4 + 8];
    fill(input, &mut bytes, BackupFault::Form)?;
    let (magic, rest) = bytes.split_first_chunk::<{ MAGIC.len() }>().expect("longer than the magic");
    let [version, e0, e1, e2, e3, key @ ..] = rest else { return Err(fault(BackupFault::Form)) };
    if magic != MAGIC {
        return Err(fault(BackupFault::Form));
    }
    if *version != VERSION {
        return Err(fault(BackupFault::Version(*version)));
    }
    let key = key.try_into().map_err(|_| fault(BackupFault::Form))?;
    Ok(Header { epoch: u32::from_be_bytes([*e0, *e1, *e2, *e3]), key })
}

impl<R: Read> Reader<R> {
    /// Reads the head and unlocks.
    pub fn new(mut input: R, pair: &Pair) -> io::Result<Self> {
        let header = header(&mut input)?;
        if !header.is_for(pair.public()) {
            return Err(fault(BackupFault::OtherKey));
        }
        let mut length = [0; 2];
        fill(&mut input, &mut length, BackupFault::Head)?;
        let mut envelope = vec![0; usize::from(u16::from_be_bytes(length))];
        fill(&mut input, &mut envelope, BackupFault::Head)?;
        let key = envelope::open(pair, &header.about(), &envelope).map_err(|_| fault(BackupFault::Head))?;
        let key = Secret::copy_of(&key).ok_or_else(|| fault(BackupFault::Head))?;
        let head = [header.bytes(), length.to_vec(), envelope].concat();
        Ok(Self {
            input,
            sealer: Sealer::new(&key, &head),
            piece: Zeroizing::new(Vec::with_capacity(PIECE + TAG)),
            given: 0,
            ahead: None,
            done: false,
            broken: None,
        })
    }

    fn next_piece(&mut self) -> io::Result<()> {
        self.piece.zeroize();
        self.given = 0;
        self.piece.extend(self.ahead.take());
        let room = (PIECE + TAG - self.piece.len()) as u64;
        self.input.by_ref().take(room).read_to_end(&mut self.piece)?;
        let last = if self.piece.len() < PIECE + TAG { Last::Yes } else { self.look_ahead()? };
        if let Err(broken) = self.open_piece(last) {
            self.piece.zeroize();
            self.broken = Some(broken);
            return Err(fault(broken));
        }
        self.done = last == Last::Yes;
        Ok(())
    }

    fn open_piece(&mut self, last: Last) -> Result<(), BackupFault> {
        let number = self.sealer.number;
        if self.piece.len() < TAG {
            return Err(BackupFault::CutOff);
        }
        if !self.sealer.open(&mut self.piece, last) {
            // A piece of the middle at the end is whole in itself: what followed it is gone.
            let cut_off = last == Last::Yes && self.sealer.open(&mut self.piece, Last::No);
            return Err(if cut_off { BackupFault::CutOff } else { BackupFault::Piece(number) });
        }
        // The writer never ends with an empty piece behind a full one: there is one form of each backup.
        if self.piece.is_empty() && number > 0 { Err(BackupFault::Piece(number)) } else { Ok(()) }
    }

    /// Whether a full piece is the last: it is when nothing follows.
    fn look_ahead(&mut self) -> io::Result<Last> {
        let mut next = Vec::with_capacity(1);
        self.input.by_ref().take(1).read_to_end(&mut next)?;
        self.ahead = next.first().copied();
        Ok(if self.ahead.is_none() { Last::Yes } else { Last::No })
    }
}

impl<R: Read> Read for Reader<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        while self.given == self.piece.len() && !self.done {
            // After a fault there is nothing more to read: a caller that tries again gets the same answer.
            if let Some(broken) = self.broken {
                return Err(fault(broken));
            }
            self.next_piece()?;
        }
        let taken = bytes.len().min(self.piece.len() - self.given);
        bytes[..taken].copy_from_slice(&self.piece[self.given..][..taken]);
        self.given += taken;
        Ok(taken)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Yes,
    No,
}

/// Seals and opens pieces in order.
struct Sealer {
    cipher: XChaCha20Poly1305,
    number: u64,
}

impl Sealer {
    /// The key of the pieces comes out of the key in the envelope and the whole head, so that a changed head opens no piece.
    fn new(key: &Secret<32>, head: &[u8]) -> Self {
        let key = derive(key.expose(), &Sha256::digest(head), &Parts::of("pana backup pieces v1"));
        Self { cipher: XChaCha20Poly1305::new(key.expose().into()), number: 0 }
    }

    /// The key is used for this file only, so the numbers of the pieces may be its nonces.
    fn nonce(&self, last: Last) -> XNonce {
        let mut nonce = [0; 24];
        nonce[15..23].copy_from_slice(&self.number.to_be_bytes());
        nonce[23] = u8::from(last == Last::Yes);
        XNonce::from(nonce)
    }

    fn seal(&mut self, piece: &mut Vec<u8>, last: Last) {
        let sealed = self.cipher.encrypt_in_place(&self.nonce(last), b"", piece);
        sealed.expect("a piece is far shorter than what the cipher takes");
        self.number += 1;
    }

    fn open(&mut self, piece: &mut Vec<u8>, last: Last) -> bool {
        let opened = self.cipher.decrypt_in_place(&self.nonce(last), b"", piece).is_ok();
        self.number += u64::from(opened);
        opened
    }
}

fn key_id(public: PublicKey) -> [u8; 8] {
    let hash = Sha256::new().chain_update(b"pana backup key v1").chain_update(public.0).finalize();
    std::array::from_fn(|i| hash[i])
}

/// Reads exactly so many bytes; a file that is too short is the given fault, another error is itself.
fn fill(input: &mut impl Read, bytes: &mut [u8], short: BackupFault) -> io::Result<()> {
    input.read_exact(bytes).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => fault(short),
        _ => error,
    })
}

fn fault(fault: BackupFault) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const SEALED: usize = PIECE + TAG;

    fn pair() -> Pair {
        Pair::new(&mut Seeded::new(1))
    }

    fn backup(content: &[u8]) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new(), pair().public(), 3, &mut Seeded::new(2)).expect("a key");
        writer.write_all(content).expect("a vector takes everything");
        writer.finish().expect("a vector takes everything")
    }

    fn restore(backup: &[u8]) -> Result<Vec<u8>, BackupFault> {
        let read = || {
            let mut content = Vec::new();
            Reader::new(backup, &pair())?.read_to_end(&mut content)?;
            Ok(content)
        };
        read().map_err(|error: io::Error| {
            *error.get_ref().and_then(|inner| inner.downcast_ref()).expect("every error of a slice is a fault")
        })
    }

    fn content(length: usize) -> Vec<u8> {
        (0..length).map(|i| (i * 7 % 251) as u8).collect()
    }

    /// The length of the head of every backup of this version.
    fn head() -> usize {
        backup(b"").len() - TAG
    }

    #[test]
    fn every_length_around_a_piece_comes_back() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE - 1, 2 * PIECE, 3 * PIECE + 17] {
            let file = backup(&content(length));
            assert_eq!(restore(&file), Ok(content(length)), "{length}");
            let pieces = length.div_ceil(PIECE).max(1);
            assert_eq!(file.len(), head() + length + pieces * TAG, "{length}");
        }
    }

    #[test]
    fn it_does_not_matter_in_what_portions_it_was_written_and_read() {
        let whole = content(2 * PIECE + 5);
        let mut writer = Writer::new(Vec::new(), pair().public(), 3, &mut Seeded::new(2)).expect("a key");
        for portion in whole.chunks(1000) {
            writer.write_all(portion).expect("a vector takes everything");
            writer.flush().expect("a vector takes everything");
        }
        let file = writer.finish().expect("a vector takes everything");
        assert_eq!(file, backup(&whole));
        let mut reader = Reader::new(file.as_slice(), &pair()).expect("own backup");
        let (mut read, mut portion) = (Vec::new(), [0; 777]);
        loop {
            match reader.read(&mut portion).expect("own backup") {
                0 => break,
                length => read.extend_from_slice(&portion[..length]),
            }
        }
        assert_eq!(read, whole);
    }

    #[test]
    fn t12_any_flipped_bit_is_found() {
        let file = backup(&content(PIECE + 100));
        let mut random = Seeded::new(9);
        let mut places: Vec<usize> = (0..head() * 8).chain((file.len() - 30) * 8..file.len() * 8).collect();
        for _ in 0..1000 {
            let mut bytes = [0; 8];
            random.fill(&mut bytes);
            places.push((u64::from_be_bytes(bytes) % (file.len() as u64 * 8)) as usize);
        }
        for place in places {
            let mut changed = file.clone();
            changed[place / 8] ^= 1 << (place % 8);
            assert!(restore(&changed).is_err(), "bit {place}");
        }
    }

    #[test]
    fn t12_a_file_that_was_cut_off_is_never_whole() {
        let file = backup(&content(2 * PIECE));
        for length in
            (0..head() + TAG).chain([head() + SEALED - 1, head() + SEALED, head() + SEALED + 1, file.len() - 1])
        {
            assert!(restore(&file[..length]).is_err(), "{length} bytes");
        }
        assert_eq!(restore(&file[..head() + SEALED]), Err(BackupFault::CutOff), "at the end of a piece");
        assert_eq!(restore(&file[..head()]), Err(BackupFault::CutOff), "before the first piece");
        assert_eq!(restore(&file[..5]), Err(BackupFault::Form));
    }

    #[test]
    fn pieces_cannot_be_exchanged_doubled_left_out_or_added() {
        let file = backup(&content(3 * PIECE + 9));
        let (front, pieces) = file.split_at(head());
        let piece = |number: usize| &pieces[number * SEALED..pieces.len().min((number + 1) * SEALED)];
        let join = |order: &[usize]| {
            let parts: Vec<&[u8]> = order.iter().map(|&number| piece(number)).collect();
            [front, &parts.concat()].concat()
        };
        assert_eq!(restore(&join(&[0, 1, 2, 3])), Ok(content(3 * PIECE + 9)));
        assert_eq!(restore(&join(&[0, 2, 1, 3])), Err(BackupFault::Piece(1)));
        assert_eq!(restore(&join(&[0, 0, 1, 2, 3])), Err(BackupFault::Piece(1)));
        assert_eq!(restore(&join(&[0, 2, 3])), Err(BackupFault::Piece(1)));
        assert_eq!(restore(&join(&[1, 2, 3])), Err(BackupFault::Piece(0)));
        assert_eq!(restore(&join(&[0, 1, 2, 3, 3])), Err(BackupFault::Piece(3)));
        assert_eq!(restore(&[file.as_slice(), b"x"].concat()), Err(BackupFault::Piece(3)));
        let full = backup(&content(PIECE));
        assert_eq!(restore(&[full.as_slice(), b"x"].concat()), Err(BackupFault::Piece(0)));
    }

    #[test]
    fn pieces_of_another_backup_do_not_fit() {
        let mut other = Writer::new(Vec::new(), pair().public(), 3, &mut Seeded::new(5)).expect("a key");
        other.write_all(&content(PIECE + 1)).expect("a vector takes everything");
        let other = other.finish().expect("a vector takes everything");
        let file = backup(&content(PIECE + 1));
        let mixed = [&file[..head() + SEALED], &other[head() + SEALED..]].concat();
        assert_eq!(restore(&mixed), Err(BackupFault::Piece(1)));
    }

    #[test]
    fn only_the_recovery_key_opens_and_the_head_says_which() {
        let file = backup(b"content");
        let said = header(&mut file.as_slice()).expect("a head");
        assert_eq!((said.epoch, said.is_for(pair().public())), (3, true));
        let other = Pair::new(&mut Seeded::new(8));
        assert!(!said.is_for(other.public()));
        assert!(Reader::new(file.as_slice(), &other).is_err());
        let mut later = file.clone();
        later[16] ^= 1;
        assert_eq!(restore(&later), Err(BackupFault::Head), "the epoch is bound");
        let mut future = file;
        future[12] = 9;
        assert_eq!(restore(&future), Err(BackupFault::Version(9)));
    }

    #[test]
    fn there_is_one_form_of_each_backup() {
        let mut writer = Writer::new(Vec::new(), pair().public(), 3, &mut Seeded::new(2)).expect("a key");
        writer.write_all(&content(PIECE)).expect("a vector takes everything");
        writer.put(Last::No).expect("a vector takes everything");
        let with_an_empty_piece = writer.finish().expect("a vector takes everything");
        assert_eq!(restore(&with_an_empty_piece), Err(BackupFault::Piece(1)));
    }

    #[test]
    fn a_fault_stays_a_fault() {
        let mut file = backup(&content(3 * PIECE));
        file[head() + SEALED + 5] ^= 1;
        let mut reader = Reader::new(file.as_slice(), &pair()).expect("the head is whole");
        let mut read = Vec::new();
        assert!(reader.read_to_end(&mut read).is_err());
        assert_eq!(read, content(PIECE), "nothing of the bad piece was given out");
        assert!(reader.read(&mut [0; 10]).is_err());
        assert!(reader.read_to_end(&mut read).is_err());
    }

    #[test]
    fn nothing_is_encrypted_to_a_key_that_everybody_knows() {
        assert!(Writer::new(Vec::new(), PublicKey([0; 32]), 1, &mut Seeded::new(1)).is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..400), rest in vec(any::<u8>(), 0..200)) {
            prop_assert!(restore(&bytes).is_err());
            let nearly = [Header { epoch: 3, key: key_id(pair().public()) }.bytes(), bytes.clone()].concat();
            prop_assert!(restore(&nearly).is_err());
            let whole_head = [&backup(b"")[..head()], &rest].concat();
            prop_assert!(restore(&whole_head).is_err());
        }
    }
}
