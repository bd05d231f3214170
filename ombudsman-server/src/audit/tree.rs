//! The root of a Merkle tree (RFC 9162, section 2.1, SHA-256) whose leaves come one after the other: it holds a digest for
//! each power of two, however many leaves there are. The trees of receipts (`intake/signature.rs`) are the same, and are
//! held whole, because paths are asked of them.

use sha2::{Digest, Sha256};

use crate::secrets::hex;

/// A tree that grows.
#[derive(Default)]
pub(super) struct Tree {
    /// The roots of its whole parts, the largest first, each with its height.
    parts: Vec<(u32, [u8; 32])>,
    leaves: i64,
}

impl Tree {
    /// Adds the next leaf.
    pub(super) fn add(&mut self, leaf: &str) {
        let (mut height, mut root) = (0, digest(&[&[0], leaf.as_bytes()]));
        while let Some((_, left)) = self.parts.pop_if(|(part, _)| *part == height) {
            root = digest(&[&[1], &left, &root]);
            height += 1;
        }
        self.parts.push((height, root));
        self.leaves += 1;
    }

    /// How many leaves it has.
    pub(super) const fn leaves(&self) -> i64 {
        self.leaves
    }

    /// Its root, in hexadecimal.
    pub(super) fn root(&self) -> String {
        let parts = self.parts.iter().rev().map(|(_, root)| *root);
        let root = parts.reduce(|right, left| digest(&[&[1], &left, &right]));
        hex(&root.unwrap_or_else(|| digest(&[])))
    }
}

fn digest(pieces: &[&[u8]]) -> [u8; 32] {
    pieces.iter().fold(Sha256::new(), Digest::chain_update).finalize().into()
}

#[cfg(test)]
mod tests {
    use ct_merkle::mem_backed_tree::MemoryBackedTree;

    use super::*;

    #[test]
    fn the_root_is_that_of_the_tree_held_whole() {
        let (mut growing, mut whole) = (Tree::default(), MemoryBackedTree::<Sha256, String>::new());
        for number in 0..70 {
            assert_eq!(growing.root(), hex(whole.root().as_bytes()), "{number}");
            growing.add(&number.to_string());
            whole.push(number.to_string());
        }
    }
}
