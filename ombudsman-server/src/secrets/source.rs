//! Where the key ring is: a file, made at first use and readable by its owner, or the environment. Nothing of it is ever
//! said in an error or a log.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use super::key_ring::Ring;
use super::{Hidden, SecretsError};

/// The rights of whoever is neither the owner nor of the owner's group.
const OTHERS: u32 = 0o007;

/// Where the key ring is.
#[derive(Debug, Clone)]
pub enum KeySource {
    /// In this file.
    File(PathBuf),
    /// In the environment, as this text.
    Environment(Hidden),
}

impl KeySource {
    /// Whether there is a ring to be read.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.file().map_or(true, |path| path.exists())
    }

    pub(super) fn read(&self) -> Result<Ring, SecretsError> {
        let path = match self {
            Self::Environment(Hidden(text)) => return Ring::read(text.as_bytes()).ok_or(SecretsError::DamagedText),
            Self::File(path) => path,
        };
        let disk = |source| SecretsError::Disk { path: path.clone(), source };
        let rights = std::fs::metadata(path).map_err(disk)?.permissions().mode();
        if rights & OTHERS != 0 {
            return Err(SecretsError::Exposed(path.clone()));
        }
        Ring::read(&std::fs::read(path).map_err(disk)?).ok_or_else(|| SecretsError::Damaged(path.clone()))
    }

    /// Keeps the first ring; one that another process made first stays.
    pub(super) fn make(&self, ring: &Ring) -> Result<(), SecretsError> {
        let path = self.file()?;
        let draft = path.with_extension(format!("draft-{}", std::process::id()));
        let disk = |source| SecretsError::Disk { path: path.clone(), source };
        write_draft(&draft, ring).map_err(disk)?;
        let linked = std::fs::hard_link(&draft, path);
        std::fs::remove_file(&draft).map_err(disk)?;
        match linked {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(disk(error)),
            _ => settle(path).map_err(disk),
        }
    }

    /// Puts another ring in the place of the one that is there, whole or not at all.
    pub(super) fn replace(&self, ring: &Ring) -> Result<(), SecretsError> {
        let (path, draft) = self.draft(ring)?;
        let put = std::fs::rename(&draft, &path).and_then(|()| settle(&path));
        put.map_err(|source| SecretsError::Unwritable { path, source })
    }

    /// Says whether [`KeySource::replace`] could do it, and changes nothing.
    pub(super) fn could_replace(&self, ring: &Ring) -> Result<(), SecretsError> {
        let (path, draft) = self.draft(ring)?;
        std::fs::remove_file(&draft).map_err(|source| SecretsError::Unwritable { path, source })
    }

    /// Writes a ring beside the file, for those who may use that. The file itself, where a link leads to it, and the draft.
    fn draft(&self, ring: &Ring) -> Result<(PathBuf, PathBuf), SecretsError> {
        let named = self.file()?;
        let unwritable = |source| SecretsError::Unwritable { path: named.clone(), source };
        let path = named.canonicalize().map_err(unwritable)?;
        let there = std::fs::metadata(&path).map_err(unwritable)?;
        // One at a time changes the ring.
        let draft = path.with_extension("draft");
        let file = write_draft(&draft, ring).map_err(unwritable)?;
        let given = given_like(&file, &there).map_err(|source| SecretsError::NotGiven { path: path.clone(), source });
        // Who may read it stays as it was.
        let done = given.and_then(|()| file.set_permissions(there.permissions()).map_err(unwritable));
        if let Err(error) = done {
            std::fs::remove_file(&draft).map_err(unwritable)?;
            return Err(error);
        }
        Ok((path, draft))
    }

    pub(super) fn file(&self) -> Result<&PathBuf, SecretsError> {
        match self {
            Self::File(path) => Ok(path),
            Self::Environment(_) => Err(SecretsError::NoFile),
        }
    }
}

/// Writes a ring to a file that must be new.
pub(super) fn write_new(path: &Path, ring: &Ring) -> Result<(), SecretsError> {
    let written = write_whole(path, ring).map(drop);
    written.map_err(|source| SecretsError::Unwritable { path: path.to_owned(), source })
}

/// Says whether [`write_new`] could do it, and leaves nothing there.
pub(super) fn could_write_new(path: &Path, ring: &Ring) -> Result<(), SecretsError> {
    write_new(path, ring)?;
    std::fs::remove_file(path).map_err(|source| SecretsError::Unwritable { path: path.to_owned(), source })
}

fn write_whole(path: &Path, ring: &Ring) -> std::io::Result<File> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(ring.text().as_bytes())?;
    file.sync_all().map(|()| file)
}

/// Writes a ring to a draft; what a crash left of another goes.
fn write_draft(draft: &Path, ring: &Ring) -> std::io::Result<File> {
    match std::fs::remove_file(draft) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => write_whole(draft, ring),
    }
}

/// Gives a file to the owner and the group of another, where they are not the same already.
fn given_like(file: &File, other: &Metadata) -> std::io::Result<()> {
    let made = file.metadata()?;
    if (made.uid(), made.gid()) == (other.uid(), other.gid()) {
        return Ok(());
    }
    fchown(file, Some(other.uid()), Some(other.gid()))
}

/// Has the folder remember the file's name through a power cut.
fn settle(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
