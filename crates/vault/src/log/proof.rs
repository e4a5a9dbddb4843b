//! Proofs that fit on a page: that an event is in the log, and that one head continues another (RFC 9162 §2.1.3 and §2.1.4).

use super::{Hash, empty_root, node_hash};

/// The way from a leaf to the root: the neighbours to hash with. `None` when there is no such leaf.
pub fn inclusion(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    (index < leaves.len()).then(|| path(leaves, index))
}

/// The hashes that lead from the root over the first `old` leaves to the root over all. `None` when there are not so many.
pub fn consistency(leaves: &[Hash], old: usize) -> Option<Vec<Hash>> {
    match old {
        0 => Some(Vec::new()),
        old if old <= leaves.len() => Some(subproof(leaves, old, true)),
        _ => None,
    }
}

/// Whether `leaf` is at `index` of the log of `size` events with this root.
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if size <= index {
        return false;
    }
    let (mut node, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            climb_to_right_child(&mut node, &mut last);
        } else {
            hash = node_hash(&hash, sibling);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

/// Whether the log of `new` events continues the log of `old` events. Anything continues a log without events.
pub fn verify_consistency(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &[Hash]) -> bool {
    if new < old {
        return false;
    }
    if old == 0 {
        return proof.is_empty() && *old_root == empty_root() && (new > 0 || old_root == new_root);
    }
    if old == new {
        return proof.is_empty() && old_root == new_root;
    }
    // When the old tree is full, its root is the first node itself and is not repeated in the proof.
    let (first, rest) = match proof.split_first() {
        Some(_) if old.is_power_of_two() => (old_root, proof),
        Some((first, rest)) => (first, rest),
        None => return false,
    };
    let (mut node, mut last) = (old - 1, new - 1);
    let shift = node.trailing_ones();
    (node, last) = (node >> shift, last >> shift);
    let (mut from_old, mut from_new) = (*first, *first);
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            from_old = node_hash(sibling, &from_old);
            from_new = node_hash(sibling, &from_new);
            climb_to_right_child(&mut node, &mut last);
        } else {
            from_new = node_hash(&from_new, sibling);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    last == 0 && from_old == *old_root && from_new == *new_root
}

/// A node at the right edge of an incomplete tree has no neighbour on some levels; those are passed over.
fn climb_to_right_child(node: &mut u64, last: &mut u64) {
    while *node & 1 == 0 && *node != 0 {
        (*node, *last) = (*node >> 1, *last >> 1);
    }
}

fn path(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut below, beside) = match index.checked_sub(left.len()) {
        None => (path(left, index), root(right)),
        Some(index) => (path(right, index), root(left)),
    };
    below.push(beside);
    below
}

fn subproof(leaves: &[Hash], old: usize, whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if whole { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut below, beside) = match old.checked_sub(left.len()) {
        Some(old) if old > 0 => (subproof(right, old, false), root(left)),
        _ => (subproof(left, old, whole), root(right)),
    };
    below.push(beside);
    below
}

fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node_hash(&root(left), &root(right))
        }
    }
}

/// The largest power of two smaller than `length`, which is at least two.
fn split(length: usize) -> usize {
    length.next_power_of_two() / 2
}

#[cfg(test)]
mod tests {
    use super::super::Peaks;
    use super::super::vectors::{ROOTS, hash, leaves};
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn hashes(texts: &[&str]) -> Vec<Hash> {
        texts.iter().map(|text| hash(text)).collect()
    }

    #[test]
    fn proofs_of_inclusion_are_the_published_ones() {
        let table: [(usize, usize, &[&str]); 4] = [
            (
                0,
                8,
                &[
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ],
            ),
            (
                5,
                8,
                &[
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ],
            ),
            (2, 3, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
            (
                1,
                5,
                &[
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ],
            ),
        ];
        for (index, size, published) in table {
            let proof = inclusion(&leaves()[..size], index).expect("there is such a leaf");
            assert_eq!(proof, hashes(published), "leaf {index} of {size}");
            let (leaf, root) = (leaves()[index], hash(ROOTS[size - 1]));
            assert!(verify_inclusion(&leaf, index as u64, size as u64, &proof, &root));
        }
    }

    #[test]
    fn proofs_of_consistency_are_the_published_ones() {
        let table: [(usize, usize, &[&str]); 5] = [
            (1, 1, &[]),
            (
                1,
                8,
                &[
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ],
            ),
            (
                6,
                8,
                &[
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ],
            ),
            (
                2,
                5,
                &[
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ],
            ),
            (
                6,
                7,
                &[
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ],
            ),
        ];
        for (old, new, published) in table {
            let proof = consistency(&leaves()[..new], old).expect("so many leaves");
            assert_eq!(proof, hashes(published), "{old} to {new}");
            let (old_root, new_root) = (hash(ROOTS[old - 1]), hash(ROOTS[new - 1]));
            assert!(verify_consistency(old as u64, &old_root, new as u64, &new_root, &proof));
        }
    }

    #[test]
    fn a_log_without_events_is_continued_by_any() {
        let (empty, root) = (empty_root(), hash(ROOTS[3]));
        assert!(verify_consistency(0, &empty, 4, &root, &[]));
        assert!(verify_consistency(0, &empty, 0, &empty, &[]));
        assert!(!verify_consistency(0, &root, 4, &root, &[]));
        assert!(!verify_consistency(0, &empty, 4, &root, &[root]));
        assert!(!verify_consistency(4, &root, 0, &empty, &[]));
        assert!(!verify_inclusion(&root, 0, 0, &[], &empty));
        assert_eq!(inclusion(&[], 0), None);
        assert_eq!(consistency(&[], 1), None);
    }

    #[test]
    fn every_pair_of_sizes_up_to_forty_is_proved() {
        let leaves: Vec<Hash> = (0..40).map(|i| [i; 32]).collect();
        let root_of = |size: usize| {
            let mut peaks = Peaks::default();
            leaves[..size].iter().for_each(|leaf| peaks.append(*leaf));
            peaks.root()
        };
        for new in 1..=leaves.len() {
            for old in 0..=new {
                let proof = consistency(&leaves[..new], old).expect("so many leaves");
                assert!(
                    verify_consistency(old as u64, &root_of(old), new as u64, &root_of(new), &proof),
                    "{old} to {new}"
                );
            }
            for (index, leaf) in leaves[..new].iter().enumerate() {
                let proof = inclusion(&leaves[..new], index).expect("there is such a leaf");
                assert!(verify_inclusion(leaf, index as u64, new as u64, &proof, &root_of(new)), "{index} of {new}");
            }
        }
    }

    #[test]
    fn no_changed_proof_is_accepted() {
        let (leaves, root) = (leaves(), hash(ROOTS[6]));
        for index in 0..7 {
            let proof = inclusion(&leaves[..7], index).expect("there is such a leaf");
            for other in (0..9).filter(|&other| other != index as u64) {
                assert!(!verify_inclusion(&leaves[index], other, 7, &proof, &root), "leaf {index} as {other}");
            }
            for changed in damaged(&proof) {
                assert!(!verify_inclusion(&leaves[index], index as u64, 7, &changed, &root), "leaf {index}");
            }
        }
        for old in 1..7 {
            let (proof, old_root) = (consistency(&leaves[..7], old).expect("so many leaves"), hash(ROOTS[old - 1]));
            assert!(!verify_consistency(old as u64, &root, 7, &old_root, &proof), "roots exchanged");
            for changed in damaged(&proof) {
                assert!(!verify_consistency(old as u64, &old_root, 7, &root, &changed), "{old} to 7");
            }
        }
    }

    /// A bit changed anywhere, one hash fewer, one more before or behind.
    fn damaged(proof: &[Hash]) -> Vec<Vec<Hash>> {
        let mut all = vec![[proof, &[[7; 32]]].concat(), [&[[7; 32]], proof].concat(), proof[1..].to_vec()];
        all.push(proof[..proof.len() - 1].to_vec());
        for at in 0..proof.len() {
            let mut changed = proof.to_vec();
            changed[at][at] ^= 8;
            all.push(changed);
        }
        all
    }

    proptest! {
        #[test]
        fn no_proof_makes_the_verifier_panic(old in any::<u64>(), new in any::<u64>(), proof in vec(any::<[u8; 32]>(), 0..70)) {
            let (one, two) = ([1; 32], [2; 32]);
            prop_assert!(!verify_inclusion(&one, old, new, &proof, &two));
            prop_assert!(!verify_consistency(old, &one, new, &two, &proof));
        }
    }
}
