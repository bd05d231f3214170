//! `staff`: who may sign in, as what, and whose cases they see. It is how the first administrator comes in, and the way back
//! in for the last.

use std::io::BufRead;

use anyhow::{Context, bail, ensure};
use clap::Subcommand;

use crate::audit::{Action, Actor, Entry};
use crate::house::House;
use crate::registry::desks::{self, OFFICE, placed};
use crate::staff::{self, Member, Password, Role, SignsInBy};
use crate::standard::Standard;

#[derive(Subcommand)]
pub(super) enum LookAfter {
    /// Adds a member. The password is read from standard input, one line.
    Add {
        /// The name to sign in with.
        #[arg(long)]
        name: String,
        /// The name that people see; without it, the name to sign in with.
        #[arg(long)]
        shown_as: Option<String>,
        /// What they are there for.
        #[arg(long, value_parser = role)]
        role: Role,
        /// Says that the password comes by standard input: it is never an argument that others could read.
        #[arg(long, required = true)]
        password_stdin: bool,
    },
    /// Lists the members: name, role, state, shown name, whether there is a second factor, desks; tabs between.
    List,
    /// Says whose cases a member sees.
    Desks {
        /// The member's name.
        #[arg(long)]
        name: String,
        /// A desk whose cases they see; once for each. Without one, they work for the office and see every case.
        #[arg(long = "desk")]
        desks: Vec<String>,
    },
    /// Gives a member another role, and ends their sessions.
    Role {
        /// The member's name.
        #[arg(long)]
        name: String,
        /// What they are there for from now on.
        #[arg(long, value_parser = role)]
        role: Role,
    },
    /// Gives a member another password, read from standard input, and ends their sessions.
    Password {
        /// The member's name.
        #[arg(long)]
        name: String,
        /// Says that the password comes by standard input: it is never an argument that others could read.
        #[arg(long, required = true)]
        password_stdin: bool,
    },
    /// Takes a member's second factor away, and ends their sessions: for who has lost phone and recovery codes.
    ResetSecondFactor {
        /// The member's name.
        #[arg(long)]
        name: String,
    },
    /// Ends a member's sessions and lets them sign in no more.
    Disable {
        /// The member's name.
        #[arg(long)]
        name: String,
    },
    /// Lets a member sign in again.
    Enable {
        /// The member's name.
        #[arg(long)]
        name: String,
    },
}

fn role(text: &str) -> Result<Role, String> {
    let names = || Role::ALL.map(Role::as_str).join(", ");
    Role::parse(text).ok_or_else(|| format!("a role is one of these: {}", names()))
}

/// What the log tells of something done to this member by a command.
fn entry(house: &House, action: Action, name: &str) -> Entry {
    Entry::of_office(house.clock.millis(), Actor::operator(), action).about(name)
}

pub(super) async fn look_after(house: &House, what: LookAfter) -> anyhow::Result<()> {
    let db = &house.db;
    match what {
        LookAfter::Add { name, shown_as, role, password_stdin: _ } => {
            add(house, name.trim(), shown_as.as_deref(), role).await?;
        }
        LookAfter::List => {
            for member in staff::list(db).await? {
                println!("{}", line(&member));
            }
        }
        LookAfter::Desks { name, desks } => put(house, &name, &desks).await?,
        LookAfter::Role { name, role } => {
            let entry = entry(house, Action::StaffRole, &name).deciding(role.as_str());
            there(staff::set_role(db, &name, role, &entry).await?)?;
            println!("{name} is {} from now on, and is signed out.", role.as_str());
        }
        LookAfter::Password { name, password_stdin: _ } => {
            let entry = entry(house, Action::StaffPassword, &name);
            there(staff::set_password(db, &name, &password()?, None, &entry).await?)?;
            println!("{name} has another password, and is signed out.");
        }
        LookAfter::ResetSecondFactor { name } => {
            there(staff::find(db, &name).await?.is_some())?;
            if staff::reset_second_factor(house, &name, Actor::operator()).await? {
                println!("{name} has no second factor any more, and is signed out.");
            } else {
                println!("{name} had no second factor. They are signed out.");
            }
        }
        LookAfter::Disable { name } => {
            there(staff::set_active(db, &name, false, &entry(house, Action::StaffDisable, &name)).await?)?;
            println!("{name} can no longer sign in, and is signed out.");
        }
        LookAfter::Enable { name } => {
            there(staff::set_active(db, &name, true, &entry(house, Action::StaffEnable, &name)).await?)?;
            println!("{name} can sign in again.");
        }
    }
    Ok(())
}

fn there(is_there: bool) -> anyhow::Result<()> {
    ensure!(is_there, "There is no member of that name. `staff list` shows them.");
    Ok(())
}

async fn add(house: &House, name: &str, shown_as: Option<&str>, role: Role) -> anyhow::Result<()> {
    let password = password()?;
    let shown_as = shown_as.map_or(name, str::trim);
    let is_a_name = |text: &str| !text.is_empty() && !text.contains(char::is_control);
    ensure!(is_a_name(name) && is_a_name(shown_as), "A member needs a name, in one line. Nothing was changed.");
    // A case belongs to the name that people see: two members of one name would share their cases.
    let members = staff::list(&house.db).await?;
    let is_taken = members.iter().any(|member| member.name != name && member.shown_as == shown_as);
    ensure!(!is_taken, "Another member is shown by that name. Nothing was changed; choose another with --shown-as.");
    let entry = entry(house, Action::StaffAdd, name).deciding(role.as_str());
    if !staff::add(&house.db, name, shown_as, role, &password, None, &entry).await? {
        bail!("There is a member of that name already. Nothing was changed; choose another name.");
    }
    println!("{name} can sign in as {}.", role.as_str());
    if role == Role::ProgramContact {
        println!("They see no case until `staff desks` puts them at the desk of their program.");
    }
    Ok(())
}

fn password() -> anyhow::Result<Password> {
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password).context("The password could not be read")?;
    Ok(Password::hash(password.trim_end_matches(['\r', '\n']))?)
}

/// Puts a member at these desks and no others. At none, or at the office's own, they see every case.
async fn put(house: &House, name: &str, slugs: &[String]) -> anyhow::Result<()> {
    let all = desks::all(&house.db).await?;
    let known: Vec<&str> = all.iter().map(|desk| desk.slug.as_str()).collect();
    let at = match placed(&all, slugs) {
        Ok(at) => at,
        Err(desks::Misplaced::Unknown(slug)) => {
            bail!("There is no desk {slug}. Nothing was changed. The desks are: {}.", known.join(", "))
        }
        Err(misplaced) => bail!("{misplaced} Nothing was changed."),
    };
    let entry = entry(house, Action::StaffDesks, name).deciding(&at.join(" "));
    let today = Standard::default().office_date(house.clock.now());
    there(staff::set_desks(&house.db, name, &at, today, &entry).await?)?;
    if at.is_empty() {
        println!("{name} works for the office, and sees every case.");
    } else {
        println!("{name} sees the cases of these desks only: {}.", at.join(", "));
    }
    Ok(())
}

fn line(member: &Member) -> String {
    let state = if member.is_active { "active" } else { "disabled" };
    let desks = if member.desks.is_empty() { OFFICE.to_owned() } else { member.desks.join(",") };
    let factor = match member.signs_in_by {
        SignsInBy::Password => "password alone",
        SignsInBy::SecondFactor => "second factor",
        SignsInBy::Organization => "organization",
    };
    let (name, role, shown_as) = (&member.name, member.role.as_str(), &member.shown_as);
    format!("{name}\t{role}\t{state}\t{shown_as}\t{factor}\t{desks}")
}
