//! The peaks of a growing tree: the roots of its full subtrees, one for each bit of the size. All that appending needs.

use super::{Hash, empty_root, node_hash};

/// Size and peaks, the largest subtree first. A log of five million events needs sixteen hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Peaks {
    size: u64,
    peaks: Vec<Hash>,
}

impl Peaks {
    /// How many leaves were appended.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf: as many hashes as the size has ones at its end, fewer than 64.
    pub fn append(&mut self, leaf: Hash) {
        let mut joined = leaf;
        for _ in 0..self.size.trailing_ones() {
            let left = self.peaks.pop().expect("there is a peak for each bit that is set");
            joined = node_hash(&left, &joined);
        }
        self.peaks.push(joined);
        self.size += 1;
    }

    /// The root over all leaves (RFC 9162 §2.1.1).
    pub fn root(&self) -> Hash {
        let mut from_right = self.peaks.iter().rev();
        let last = from_right.next().copied().unwrap_or_else(empty_root);
        from_right.fold(last, |right, left| node_hash(left, &right))
    }

    /// As it is kept: the size, then the peaks.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        self.peaks.iter().for_each(|peak| bytes.extend_from_slice(peak));
        bytes
    }

    /// Reads what was kept; `None` when the number of peaks is not that of the size.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (size, rest) = bytes.split_first_chunk::<8>()?;
        let (peaks, left_over) = rest.as_chunks::<32>();
        let size = u64::from_be_bytes(*size);
        let fits = left_over.is_empty() && peaks.len() == size.count_ones() as usize && size < u64::MAX;
        fits.then(|| Self { size, peaks: peaks.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use super::super::vectors::{ROOTS, hash, leaves};
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn the_roots_are_the_published_ones() {
        let mut peaks = Peaks::default();
        assert_eq!(peaks.root(), hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        for (leaf, root) in leaves().into_iter().zip(ROOTS) {
            peaks.append(leaf);
            assert_eq!(peaks.root(), hash(root), "size {}", peaks.size());
        }
    }

    #[test]
    fn the_peaks_stay_few() {
        let mut peaks = Peaks::default();
        for i in 0..5000u64 {
            peaks.append([i as u8; 32]);
            assert_eq!(peaks.peaks.len(), peaks.size().count_ones() as usize);
        }
    }

    proptest! {
        #[test]
        fn appending_goes_on_after_being_kept(leaves in vec(any::<[u8; 32]>(), 0..80), pause in any::<prop::sample::Index>()) {
            let (mut whole, mut resumed) = (Peaks::default(), Peaks::default());
            let pause = pause.index(leaves.len() + 1);
            for (i, leaf) in leaves.iter().enumerate() {
                if i == pause {
                    resumed = Peaks::parse(&resumed.bytes()).expect("own bytes");
                }
                whole.append(*leaf);
                resumed.append(*leaf);
            }
            prop_assert_eq!(whole, resumed);
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..300)) {
            if let Some(mut peaks) = Peaks::parse(&bytes) {
                peaks.append([0; 32]);
                let _ = peaks.root();
            }
        }
    }
}
