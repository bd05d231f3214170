//! Where the key ring is: a file, made at first use and readable by its owner, or the environment. Nothing of it is ever
//! said in an error or a log.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
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
        write_whole(&draft, ring).map_err(disk)?;
        let linked = std::fs::hard_link(&draft, path);
        std::fs::remove_file(&draft).map_err(disk)?;
        match linked {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(disk(error)),
            _ => settle(path).map_err(disk),
        }
    }

    /// Puts another ring in the place of the one that is there, whole or not at all.
    pub(super) fn replace(&self, ring: &Ring) -> Result<(), SecretsError> {
        let path = self.file()?;
        // One at a time changes the ring: what a crash left of another's draft is written over.
        let draft = path.with_extension("draft");
        let put = || -> std::io::Result<()> {
            write_whole(&draft, ring)?;
            // Who may read it stays as it was.
            std::fs::set_permissions(&draft, std::fs::metadata(path)?.permissions())?;
            std::fs::rename(&draft, path)?;
            settle(path)
        };
        put().map_err(|source| SecretsError::Unwritable { path: path.clone(), source })
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
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let written = made.and_then(|mut file| file.write_all(ring.text().as_bytes()).and_then(|()| file.sync_all()));
    written.map_err(|source| SecretsError::Unwritable { path: path.to_owned(), source })
}

fn write_whole(draft: &Path, ring: &Ring) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(draft)?;
    file.write_all(ring.text().as_bytes())?;
    file.sync_all()
}

/// Has the folder remember the file's name through a power cut.
fn settle(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
