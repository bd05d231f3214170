-- The part of an edition that is about what answers tell together. It is made from the inputs of the edition that its JSON names.
-- Editions of before have none.
CREATE TABLE edition_drivers (
    id TEXT PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
    json BLOB NOT NULL,
    csv BLOB NOT NULL,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL
);
