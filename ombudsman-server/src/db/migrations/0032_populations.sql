-- Surveys: what others found by asking people who are not those of the cards. One member has a file imported, another approves
-- what is published of it; from then on nothing of it changes. `services` are the names of its services, a space around each.
-- The inputs are sums, and no row of a person; of the file there is a keyed mark, at which no guess can be tested.
CREATE TABLE surveys (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    services TEXT NOT NULL,
    file_hmac TEXT NOT NULL,
    code_version TEXT NOT NULL,
    inputs BLOB NOT NULL,
    json BLOB NOT NULL,
    csv BLOB NOT NULL,
    inputs_hmac TEXT NOT NULL,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL,
    preparer TEXT NOT NULL,
    prepared_at BIGINT NOT NULL,
    approver TEXT,
    approved_at BIGINT,
    signature TEXT
);
