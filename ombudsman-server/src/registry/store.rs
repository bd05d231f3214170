//! The register's tables.

use jiff::civil::Date;

use super::inventory::{self, Inventory};
use super::standards::ByInventoryId;
use super::{Service, ServiceKind};
use crate::audit::{self, Entry};
use crate::db::{Arg, Db, DbError, Row, Tx};
use crate::http::Site;

/// The service of this slug.
pub async fn find(db: &Db, slug: &str) -> Result<Option<Service>, DbError> {
    let rows = db
        .read(
            "SELECT s.slug, s.organisation, s.is_open, s.asks_more, s.name_en, s.name_fr, o.name_en, o.name_fr, \
             (SELECT string_agg(x.origin, ' ') FROM sites x WHERE x.service = s.slug), s.kind FROM services s \
             JOIN organisations o ON o.slug = s.organisation WHERE s.slug = $1",
            vec![slug.into()],
        )
        .await?;
    rows.first().map(service).transpose()
}

/// Every service, by organisation.
pub async fn all(db: &Db) -> Result<Vec<Service>, DbError> {
    let rows = db
        .read(
            "SELECT s.slug, s.organisation, s.is_open, s.asks_more, s.name_en, s.name_fr, o.name_en, o.name_fr, \
             (SELECT string_agg(x.origin, ' ') FROM sites x WHERE x.service = s.slug), s.kind FROM services s \
             JOIN organisations o ON o.slug = s.organisation ORDER BY s.organisation, s.slug",
            Vec::new(),
        )
        .await?;
    rows.iter().map(service).collect()
}

/// Every service by the id that the inventory gives it, in small letters.
pub async fn by_inventory_id(db: &Db) -> Result<ByInventoryId, DbError> {
    let rows = db.read("SELECT inventory_id, slug, organisation FROM services", Vec::new()).await?;
    rows.iter().map(|row| Ok((row.text(0)?, (row.text(1)?, row.text(2)?)))).collect()
}

/// Opens or closes a service.
pub async fn set_open(db: &Db, slug: &str, is_open: bool, entry: &Entry) -> Result<(), DbError> {
    change(db, entry, "UPDATE services SET is_open = $1 WHERE slug = $2", vec![is_open.into(), slug.into()]).await
}

/// Switches a service's optional questions on or off.
pub async fn set_asks_more(db: &Db, slug: &str, asks_more: bool, entry: &Entry) -> Result<(), DbError> {
    let sql = "UPDATE services SET asks_more = $1 WHERE slug = $2";
    change(db, entry, sql, vec![asks_more.into(), slug.into()]).await
}

/// Says what kind of service it is, or that nobody says.
pub async fn set_kind(db: &Db, slug: &str, kind: Option<ServiceKind>, entry: &Entry) -> Result<(), DbError> {
    change(db, entry, "UPDATE services SET kind = $1 WHERE slug = $2", vec![name_of(kind).into(), slug.into()]).await
}

/// Lets the pages of a site embed a service's card. Adding it again changes nothing.
pub async fn add_site(db: &Db, slug: &str, site: &Site, today: Date, entry: &Entry) -> Result<(), DbError> {
    let sql = "INSERT INTO sites (service, origin, added_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    change(db, entry, sql, vec![slug.into(), site.as_str().into(), today.to_string().into()]).await
}

/// Lets them no more; a site that is not there is not missed.
pub async fn remove_site(db: &Db, slug: &str, origin: &str, entry: &Entry) -> Result<(), DbError> {
    change(db, entry, "DELETE FROM sites WHERE service = $1 AND origin = $2", vec![slug.into(), origin.into()]).await
}

/// Makes a change that the log tells of by this entry.
async fn change(db: &Db, entry: &Entry, sql: &'static str, args: Vec<Arg>) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    tx.execute(sql, args).await?;
    audit::append(&mut tx, entry).await?;
    tx.commit().await
}

/// Writes an inventory into the register, whole or not at all. A service that is already there keeps its slug and
/// whether it is open: addresses in the world do not change because a name did. It keeps its kind where the file says none.
/// The log tells of it by this entry.
pub async fn import(db: &Db, inventory: &Inventory, entry: &Entry) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    for organisation in inventory.organisations().into_values() {
        tx.execute(
            "INSERT INTO organisations (slug, name_en, name_fr) VALUES ($1, $2, $3) \
             ON CONFLICT (slug) DO UPDATE SET name_en = excluded.name_en, name_fr = excluded.name_fr",
            vec![
                organisation.slug.as_str().into(),
                organisation.name_en.as_str().into(),
                organisation.name_fr.as_str().into(),
            ],
        )
        .await?;
    }
    for service in &inventory.services {
        // The inventory does not tell codes apart by case.
        let code = service.inventory_id.to_ascii_lowercase();
        let slug = free_slug(&mut tx, service, &code).await?;
        tx.execute(
            "INSERT INTO services (slug, inventory_id, organisation, name_en, name_fr, is_open, kind) \
             VALUES ($1, $2, $3, $4, $5, 1, $6) ON CONFLICT (inventory_id) DO UPDATE SET \
             organisation = excluded.organisation, name_en = excluded.name_en, name_fr = excluded.name_fr, \
             kind = COALESCE(excluded.kind, services.kind)",
            vec![
                slug.into(),
                code.into(),
                service.organisation.slug.as_str().into(),
                service.name_en.as_str().into(),
                service.name_fr.as_str().into(),
                name_of(service.kind).into(),
            ],
        )
        .await?;
    }
    audit::append(&mut tx, entry).await?;
    tx.commit().await
}

/// The service's slug, or one with its inventory id where another service has had that slug since an earlier import.
async fn free_slug(tx: &mut Tx, service: &inventory::Service, code: &str) -> Result<String, DbError> {
    let sql = "SELECT 1 FROM services WHERE slug = $1 AND inventory_id <> $2";
    let taken = tx.read(sql, vec![service.slug.as_str().into(), code.into()]).await?;
    let slug = service.slug.as_str();
    let words = code.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    Ok(if taken.is_empty() {
        slug.to_owned()
    } else {
        std::iter::once(slug).chain(words).collect::<Vec<_>>().join("-")
    })
}

/// What is in the record is read as it was checked when it was added: nothing else reaches a header.
fn sites(list: &str) -> Vec<String> {
    let mut sites: Vec<Site> = list.split(' ').filter_map(Site::parse).collect();
    sites.sort();
    sites.into_iter().map(|site| site.as_str().to_owned()).collect()
}

/// A kind as the record has it.
fn name_of(kind: Option<ServiceKind>) -> Option<String> {
    kind.map(|kind| kind.as_str().to_owned())
}

fn service(row: &Row) -> Result<Service, DbError> {
    Ok(Service {
        slug: row.text(0)?,
        organisation: row.text(1)?,
        is_open: row.int(2)? == 1,
        asks_more: row.int(3)? == 1,
        name_en: row.text(4)?,
        name_fr: row.text(5)?,
        organisation_en: row.text(6)?,
        organisation_fr: row.text(7)?,
        sites: sites(row.maybe_text(8)?.as_deref().unwrap_or_default()),
        kind: row.maybe_text(9)?.map(|_| row.parsed(9, ServiceKind::parse)).transpose()?,
    })
}
