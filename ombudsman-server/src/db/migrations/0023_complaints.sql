-- The part of an edition that is about complaints, with what it was made from. Editions of before have none.
CREATE TABLE edition_complaints (
    id TEXT PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
    inputs BLOB NOT NULL,
    json BLOB NOT NULL,
    csv BLOB NOT NULL,
    inputs_hmac TEXT NOT NULL,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL
);
