//! One Ed25519 signature for all receipts of cards that were kept together.
//!
//! The receipts' lines are the leaves of a Merkle tree (RFC 9162, section 2.1, SHA-256). The office signs the tree's root,
//! and each receipt has the path from its leaf to the root, so it can be checked alone. From a path nobody learns what
//! another receipt says: it holds digests of lines that have a reference and a card's digest in them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{InclusionProof, RootHash};
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::secrets::Secrets;

/// More leaves than any batch has.
const LEAVES_MOST: u64 = 1 << 32;

/// Receipts that share a signature.
pub(super) struct Batch {
    tree: MemoryBackedTree<Sha256, String>,
    root: String,
    signature: String,
}

/// The signature of one receipt: digests and signature in base 64 for addresses, without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Signature {
    /// The office's signature (Ed25519) of the tree's root and size.
    pub signature: String,
    /// The place of this receipt's lines in the tree.
    pub tree: Tree,
}

/// Where a leaf is in a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// The tree's root.
    pub root: String,
    /// How many leaves the tree has.
    pub leaves: u64,
    /// Which of them this is, from 0.
    pub leaf: u64,
    /// The digests beside the way from the leaf to the root, one after the other.
    pub path: String,
}

impl Batch {
    /// Signs the lines of these receipts, which are at least one.
    pub(super) fn sign(secrets: &Secrets, receipts: Vec<String>) -> Self {
        let mut tree = MemoryBackedTree::new();
        for lines in receipts {
            tree.push(lines);
        }
        let root = URL_SAFE_NO_PAD.encode(tree.root().as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(secrets.sign(signed(&root, tree.len()).as_bytes()));
        Self { tree, root, signature }
    }

    /// The signature of the receipt in this place, which must be one of the batch.
    pub(super) fn of(&self, place: usize) -> Signature {
        let path = URL_SAFE_NO_PAD.encode(self.tree.prove_inclusion(place).as_bytes());
        let (root, leaves, leaf) = (self.root.clone(), self.tree.len(), place as u64);
        Signature { signature: self.signature.clone(), tree: Tree { root, leaves, leaf, path } }
    }
}

/// Whether this key (Ed25519, raw) signed these lines, as a leaf of this tree. What nobody signed is not looked at further.
pub(super) fn holds(signature: &str, tree: &Tree, lines: &str, key: &[u8]) -> bool {
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
    let signed = signed(&tree.root, tree.leaves);
    let is_signed = UnparsedPublicKey::new(&ED25519, key).verify(signed.as_bytes(), &signature).is_ok();
    is_signed && tree.holds(lines)
}

impl Tree {
    /// Whether these lines are the leaf that it says.
    fn holds(&self, lines: &str) -> bool {
        let digest = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
        let root = digest(&self.root).and_then(|root| <[u8; 32]>::try_from(root).ok());
        let path = digest(&self.path).and_then(|path| InclusionProof::<Sha256>::try_from_bytes(path).ok());
        let (Some(root), Some(path)) = (root, path) else { return false };
        // Beyond the half of all numbers, the library's own count of the tree's parts runs over, and it never ends.
        if self.leaves > LEAVES_MOST {
            return false;
        }
        RootHash::new(root.into(), self.leaves).verify_inclusion(&lines, self.leaf, &path).is_ok()
    }
}

/// What is signed. The first line says what it is, so that no other signature of the office can pass for it.
fn signed(root: &str, leaves: u64) -> String {
    format!("comment-card-receipts-1\n{leaves}\n{root}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(number: usize) -> String {
        format!("comment-card-receipt-1\n{number}\n")
    }

    fn batch(size: usize) -> Vec<Signature> {
        let batch = Batch::sign(&Secrets::for_testing(), (0..size).map(lines).collect());
        (0..size).map(|place| batch.of(place)).collect()
    }

    fn holds(signature: &Signature, lines: &str) -> bool {
        super::holds(&signature.signature, &signature.tree, lines, Secrets::for_testing().verifying_key())
    }

    #[test]
    fn each_receipt_of_a_batch_holds_for_its_own_lines_and_for_no_others() {
        for size in [1, 2, 3, 7, 8, 65, 512] {
            for (place, signature) in batch(size).iter().enumerate() {
                assert!(holds(signature, &lines(place)), "{place} of {size}");
                assert!(!holds(signature, &lines(place + 1)), "{place} of {size}");
            }
        }
    }

    #[test]
    fn a_changed_part_is_seen() {
        let good = batch(5).remove(3);
        let other = batch(6).remove(3);
        let changed = |change: &dyn Fn(&mut Signature)| {
            let mut one = good.clone();
            change(&mut one);
            one
        };
        let all: [Signature; 7] = [
            changed(&|one| one.signature.clone_from(&other.signature)),
            changed(&|one| one.tree.root.clone_from(&other.tree.root)),
            changed(&|one| one.tree.leaf = 2),
            changed(&|one| one.tree.leaves = 6),
            changed(&|one| one.tree.leaf = u64::MAX),
            changed(&|one| one.tree.path.truncate(43)),
            changed(&|one| one.tree.path = "?".to_owned()),
        ];
        for one in all {
            assert!(!holds(&one, &lines(3)), "{one:?}");
        }
        assert!(holds(&good, &lines(3)));
        assert!(!super::holds(&good.signature, &good.tree, &lines(3), &[1; 32]), "under another key");
    }

    #[test]
    fn a_tree_of_any_size_is_judged_at_once() {
        let digest = URL_SAFE_NO_PAD.encode([7; 32]);
        let sizes = [0, 1, 2, 513, LEAVES_MOST, LEAVES_MOST + 1, 1 << 63, (1 << 63) + 1, u64::MAX];
        for (leaves, leaf) in
            sizes.into_iter().flat_map(|size| [0, 1, size / 2, size, u64::MAX].map(|leaf| (size, leaf)))
        {
            for path in [String::new(), digest.clone(), URL_SAFE_NO_PAD.encode([7; 64 * 32])] {
                let tree = Tree { root: digest.clone(), leaves, leaf, path };
                assert!(!tree.holds("lines"), "{tree:?}");
            }
        }
    }
}
