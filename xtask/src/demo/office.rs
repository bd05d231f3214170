//! Sets the office up as an operator would, through the server's own commands: settings, schema, services, staff.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};

use super::Addresses;
use crate::build;
use crate::steps::{self, Trouble, root, say};

/// Somebody who can sign in to the demo.
pub struct SampleStaff {
    pub name: &'static str,
    pub shown_as: &'static str,
    pub role: &'static str,
    pub password: &'static str,
}

/// Has editions prepared; another approves them.
pub const FIRST_PUBLISHER: SampleStaff =
    SampleStaff { name: "publisher", shown_as: "Sample publisher", role: "publisher", password: "sample-island-aspen" };
/// The other.
pub const SECOND_PUBLISHER: SampleStaff = SampleStaff {
    name: "second",
    shown_as: "Second sample publisher",
    role: "publisher",
    password: "sample-lagoon-hazel",
};

/// The sign-ins that the demo prints. They exist nowhere else.
pub const SAMPLE_STAFF: [SampleStaff; 9] = [
    SampleStaff { name: "officer", shown_as: "Sample officer", role: "officer", password: "sample-lantern-river" },
    SampleStaff {
        name: "officer-2",
        shown_as: "Second sample officer",
        role: "officer",
        password: "sample-meadow-otter",
    },
    SampleStaff { name: "senior", shown_as: "Sample senior officer", role: "senior", password: "sample-glacier-birch" },
    SampleStaff { name: "director", shown_as: "Sample director", role: "director", password: "sample-prairie-heron" },
    SampleStaff { name: "auditor", shown_as: "Sample auditor", role: "auditor", password: "sample-estuary-fern" },
    SampleStaff {
        name: "custodian",
        shown_as: "Sample custodian",
        role: "custodian",
        password: "sample-cellar-spruce",
    },
    SampleStaff {
        name: "admin",
        shown_as: "Sample administrator",
        role: "administrator",
        password: "sample-harbour-maple",
    },
    FIRST_PUBLISHER,
    SECOND_PUBLISHER,
];

const SERVICES: &str = "ombudsman-server/src/registry/services.csv";

/// Prepares the data folder; returns the settings file. Doing it again changes nothing but the addresses.
pub fn prepare(data: &Path, addresses: Addresses) -> Result<PathBuf> {
    say("preparing the office: settings, services, sample staff");
    fs::create_dir_all(data).with_context(|| {
        let next = "choose a folder that you may write to: cargo xtask demo --data DIR";
        Trouble::new(format!("cannot make {}", data.display()), next)
    })?;
    let config = data.join("demo.toml");
    fs::write(&config, settings(data, addresses)?).with_context(|| format!("cannot write {}", config.display()))?;

    let start_anew = format!("if this data is of an older version, remove {} and try again", data.display());
    steps::run(server(&config).arg("migrate"), &start_anew)?;
    steps::run(server(&config).args(["import", "services"]).arg(root().join(SERVICES)), &start_anew)?;
    let known = steps::ask(server(&config).args(["staff", "list"]))
        .context(Trouble::new("the server could not list its staff", start_anew))?;
    for person in SAMPLE_STAFF.iter().filter(|person| !is_listed(&known, person.name)) {
        add(person, &config)?;
    }
    Ok(config)
}

/// Where the demo's letters are: none leaves this machine.
pub fn letters(data: &Path) -> PathBuf {
    data.join("letters")
}

fn settings(data: &Path, addresses: Addresses) -> Result<String> {
    // A JSON string is a TOML string too, whatever the folder is called.
    let folder = serde_json::to_string(&data.to_string_lossy())?;
    let mail = serde_json::to_string(&format!("file:{}", letters(data).display()))?;
    // The sample cards all come from this machine, at once.
    let (listen, server, pages) = (addresses.listen(), addresses.server(), addresses.pages());
    Ok(format!(
        "# Written by `cargo xtask demo` at each start.\n\
         data_dir = {folder}\n\
         listen = \"{listen}\"\n\
         public_url = \"{server}\"\n\
         sites = [\"{pages}\"]\n\
         privacy_authority_en = \"section 4 of the Privacy Act\"\n\
         privacy_authority_fr = \"l’article 4 de la Loi sur la protection des renseignements personnels\"\n\
         privacy_bank = \"SAMPLE PPU 000\"\n\
         mail_url = {mail}\n\
         mail_from = \"Sample office <office@sample.example>\"\n\
         network_hourly = 0\n\
         sample_data = true\n"
    ))
}

/// The server with the demo's settings and no other: the person's own `OMBUDSMAN_…` variables stay out of it.
pub fn server(config: &Path) -> Command {
    let mut command = Command::new(build::program("debug", "ombudsman-server"));
    command.arg("--config").arg(config);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("OMBUDSMAN_") {
            command.env_remove(&name);
        }
    }
    command
}

/// `staff list` prints a person a line, the name first.
fn is_listed(list: &str, name: &str) -> bool {
    list.lines().any(|line| line.split_whitespace().next() == Some(name))
}

fn add(person: &SampleStaff, config: &Path) -> Result<()> {
    let mut command = server(config);
    command.args(["staff", "add", "--name", person.name, "--shown-as", person.shown_as, "--role", person.role]);
    command.arg("--password-stdin");
    let mut child = command.stdin(Stdio::piped()).spawn().context("the server could not be started")?;
    if let Some(mut stdin) = child.stdin.take() {
        writeln!(stdin, "{}", person.password).context("the server did not read the password")?;
    }
    let status = child.wait()?;
    ensure!(
        status.success(),
        "the sample sign-in `{}` could not be added: the server ended with {status}",
        person.name
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_listed_by_name_and_not_by_role() {
        let list = "admin    officer\nsomebody admin\n";
        assert!(is_listed(list, "admin"));
        assert!(!is_listed(list, "officer"));
    }

    #[test]
    fn the_settings_name_both_origins_and_a_folder_of_any_name() {
        let text = settings(Path::new("/a \"b\""), Addresses { port: 9000 }).expect("settings");
        assert!(text.contains("data_dir = \"/a \\\"b\\\"\""), "{text}");
        assert!(text.contains("public_url = \"http://127.0.0.1:9000\""), "{text}");
        assert!(text.contains("sites = [\"http://127.0.0.1:9001\"]"), "{text}");
        assert!(text.contains("mail_url = \"file:/a \\\"b\\\"/letters\""), "{text}");
    }
}
