//! What a house stands on, where a test takes hold of it: a clock that can be turned, a disk that can be full.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::house::House;
use crate::office::write_own;

/// The library that shows a program another time than the system's; the loader knows the folder of this machine's kind.
const LIBRARY: &str = "/usr/$LIB/faketime/libfaketimeMT.so.1";

impl House {
    /// Gives the programs that are started from now on a clock of their own, so many seconds beside the system's; turns it
    /// for those that run on it. The running time, by which waits are measured, goes on as it does.
    pub fn turn_clock(&self, seconds: i64) {
        let found = Command::new("faketime").args(["-f", "+0", "true"]).status();
        assert!(
            found.is_ok_and(|status| status.success()),
            "a clock is turned by libfaketime: apt-get install faketime"
        );
        let draft = self.write("clock.draft", &format!("{seconds:+}\n"));
        fs::rename(draft, self.clock()).expect("a clock");
    }

    fn clock(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    /// What a program must be told to go by the house's own clock, where it has one.
    pub(crate) fn own_clock(&self) -> Vec<(&'static str, String)> {
        let clock = self.clock();
        if !clock.exists() {
            return Vec::new();
        }
        let told = [("LD_PRELOAD", LIBRARY), ("FAKETIME_NO_CACHE", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1")];
        let told = told.into_iter().map(|(name, value)| (name, value.to_owned()));
        told.chain([("FAKETIME_TIMESTAMP_FILE", clock.display().to_string())]).collect()
    }
}

/// A disk in memory, with a folder's files on it, until it is dropped.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Puts a disk of so many megabytes under the folder; what is in it is on the disk then.
    #[must_use]
    pub fn under(folder: &Path, megabytes: u32) -> Self {
        let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
        let files: Vec<(PathBuf, Vec<u8>)> =
            files.map(|path| (path.clone(), fs::read(path).expect("a file that can be read"))).collect();
        let disk = Self(folder.to_owned());
        disk.mount(&format!("size={megabytes}m,mode=700"));
        for (path, bytes) in files {
            write_own(&path, &bytes);
        }
        disk
    }

    /// Makes it larger.
    pub fn resize(&self, megabytes: u32) {
        self.mount(&format!("remount,size={megabytes}m"));
    }

    fn mount(&self, options: &str) {
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&self.0).status();
        let is_done = done.is_ok_and(|status| status.success());
        assert!(is_done, "a disk cannot be mounted here: run this as root, in a container with CAP_SYS_ADMIN");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Whoever still has a file of it open ends soon; then the memory is free.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
