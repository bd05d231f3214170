//! `edition prepare` and `verify`. An edition is approved on the page of the publisher, where it is known who does it.

use anyhow::{Context, bail, ensure};
use clap::Subcommand;

use crate::house::House;
use crate::results::editions::{self, Quarter, Reason};
use crate::staff;

/// The longest reason, in characters.
const REASON_LIMIT: usize = 600;

#[derive(Subcommand)]
pub(super) enum LookAfter {
    /// Prepares an edition of a quarter that is over. Somebody else approves it.
    Prepare {
        /// The quarter: 2026-Q3.
        quarter: Quarter,
        /// The name of the member who has it prepared.
        #[arg(long)]
        by: String,
        /// Why it corrects the one before it, in English.
        #[arg(long, requires = "reason_fr")]
        reason_en: Option<String>,
        /// The same in French.
        #[arg(long, requires = "reason_en")]
        reason_fr: Option<String>,
    },
    /// Makes every edition of a quarter again from its inputs, and compares bytes and signature.
    Verify {
        /// The quarter: 2026-Q3.
        quarter: Quarter,
    },
}

pub(super) async fn look_after(house: &House, what: LookAfter) -> anyhow::Result<()> {
    match what {
        LookAfter::Prepare { quarter, by, reason_en, reason_fr } => {
            prepare(house, quarter, &by, reason_en.zip(reason_fr)).await
        }
        LookAfter::Verify { quarter } => verify(house, quarter).await,
    }
}

async fn prepare(house: &House, quarter: Quarter, by: &str, reason: Option<(String, String)>) -> anyhow::Result<()> {
    let reason = self::reason(reason).context("Nothing was prepared")?;
    let member = staff::find(&house.db, by).await?.filter(|member| member.is_active);
    let Some(member) = member else {
        bail!(
            "Nobody who may sign in has the name {by}. Name a member as `staff list` shows them. Nothing was prepared."
        )
    };
    let prepared = editions::prepare(house, quarter, reason, &member.name).await.context("Nothing was prepared")?;
    println!("{} is prepared: numbers told: {}, cells withheld: {}.", prepared.id, prepared.told, prepared.withheld);
    println!("SHA-256 {}", prepared.sha256);
    println!(
        "Nothing is public yet. A publisher other than {by} reads it at {}/publish/editions and approves it.",
        house.config.public_url
    );
    Ok(())
}

/// The reason that was given in both languages.
pub(super) fn reason(given: Option<(String, String)>) -> anyhow::Result<Option<Reason>> {
    let reason = given.map(|(en, fr)| Reason { en: en.trim().to_owned(), fr: fr.trim().to_owned() });
    let is_said = |text: &str| (1..=REASON_LIMIT).contains(&text.chars().count());
    ensure!(
        reason.iter().all(|reason| is_said(&reason.en) && is_said(&reason.fr)),
        "a reason has up to {REASON_LIMIT} characters, in each language"
    );
    Ok(reason)
}

async fn verify(house: &House, quarter: Quarter) -> anyhow::Result<()> {
    let found = editions::verify(house, quarter).await.context("Nothing was verified")?;
    for edition in &found {
        let state = if edition.is_approved { "approved" } else { "not approved" };
        if edition.faults.is_empty() {
            println!("{} ({state}): its inputs give the same bytes{}.", edition.id, signed(edition.is_approved));
        } else {
            println!("{} ({state}): {}.", edition.id, edition.faults.join("; "));
        }
        if let Some(version) = &edition.made_by {
            println!(
                "{} was made by version {version} of this program: only that gives its bytes for sure.",
                edition.id
            );
        }
    }
    ensure!(
        found.iter().all(|edition| edition.faults.is_empty()),
        "Not every edition is what its inputs give. Change nothing. Compare the record with a backup of before."
    );
    Ok(())
}

const fn signed(is_approved: bool) -> &'static str {
    if is_approved { ", and the office signed them" } else { "" }
}
