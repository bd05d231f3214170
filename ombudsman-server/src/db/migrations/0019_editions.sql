-- Editions: what is published of a closed quarter. One member has it prepared, another approves it; from then on nothing of
-- it changes. Those that are approved are the ledger: what is published later is held against them. `id` is the quarter and
-- the number of the edition in it: 2026-Q3.1. The inputs are kept so that the edition can be made again.
CREATE TABLE editions (
    id TEXT PRIMARY KEY,
    quarter TEXT NOT NULL,
    number BIGINT NOT NULL,
    reason_en TEXT,
    reason_fr TEXT,
    code_version TEXT NOT NULL,
    inputs BLOB NOT NULL,
    json BLOB NOT NULL,
    csv BLOB NOT NULL,
    withheld BLOB NOT NULL,
    inputs_hmac TEXT NOT NULL,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL,
    preparer TEXT NOT NULL,
    prepared_at BIGINT NOT NULL,
    approver TEXT,
    approved_at BIGINT,
    publish_at BIGINT,
    signature TEXT,
    UNIQUE (quarter, number)
);

-- A quarter's counts are read by their days.
CREATE INDEX pattern_counts_by_day ON pattern_counts (population, day);
