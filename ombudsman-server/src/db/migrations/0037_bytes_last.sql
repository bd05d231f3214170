-- Whoever lists editions and imports reads no file of theirs. What stands in a row behind the bytes of a file is only found by
-- going through them, page by page: so the bytes stand last. Nothing else changes.
CREATE TABLE editions_in_order (
    id TEXT PRIMARY KEY,
    quarter TEXT NOT NULL,
    number BIGINT NOT NULL,
    reason_en TEXT,
    reason_fr TEXT,
    code_version TEXT NOT NULL,
    inputs_hmac TEXT NOT NULL,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL,
    preparer TEXT NOT NULL,
    prepared_at BIGINT NOT NULL,
    approver TEXT,
    approved_at BIGINT,
    publish_at BIGINT,
    signature TEXT,
    withheld BLOB NOT NULL,
    csv BLOB NOT NULL,
    json BLOB NOT NULL,
    inputs BLOB NOT NULL,
    UNIQUE (quarter, number)
);
INSERT INTO editions_in_order (id, quarter, number, reason_en, reason_fr, code_version, inputs_hmac, json_sha256, csv_sha256,
    preparer, prepared_at, approver, approved_at, publish_at, signature, withheld, csv, json, inputs)
    SELECT id, quarter, number, reason_en, reason_fr, code_version, inputs_hmac, json_sha256, csv_sha256, preparer, prepared_at,
    approver, approved_at, publish_at, signature, withheld, csv, json, inputs FROM editions;

CREATE TABLE edition_complaints_in_order (
    id TEXT PRIMARY KEY REFERENCES editions_in_order (id) ON DELETE CASCADE,
    method_version BIGINT NOT NULL DEFAULT 1,
    inputs_hmac TEXT NOT NULL,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL,
    csv BLOB NOT NULL,
    json BLOB NOT NULL,
    inputs BLOB NOT NULL
);
INSERT INTO edition_complaints_in_order (id, method_version, inputs_hmac, json_sha256, csv_sha256, csv, json, inputs)
    SELECT id, method_version, inputs_hmac, json_sha256, csv_sha256, csv, json, inputs FROM edition_complaints;

CREATE TABLE edition_drivers_in_order (
    id TEXT PRIMARY KEY REFERENCES editions_in_order (id) ON DELETE CASCADE,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL,
    csv BLOB NOT NULL,
    json BLOB NOT NULL
);
INSERT INTO edition_drivers_in_order (id, json_sha256, csv_sha256, csv, json)
    SELECT id, json_sha256, csv_sha256, csv, json FROM edition_drivers;

DROP TABLE edition_complaints;
DROP TABLE edition_drivers;
DROP TABLE editions;
ALTER TABLE editions_in_order RENAME TO editions;
ALTER TABLE edition_complaints_in_order RENAME TO edition_complaints;
ALTER TABLE edition_drivers_in_order RENAME TO edition_drivers;

CREATE TABLE standard_imports_in_order (
    id TEXT PRIMARY KEY,
    fiscal_year TEXT NOT NULL,
    number BIGINT NOT NULL,
    source TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    reason_en TEXT,
    reason_fr TEXT,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    publisher TEXT,
    published_at BIGINT,
    csv BLOB NOT NULL,
    json BLOB NOT NULL,
    UNIQUE (fiscal_year, number)
);
INSERT INTO standard_imports_in_order (id, fiscal_year, number, source, source_sha256, reason_en, reason_fr, json_sha256, csv_sha256,
    imported_at, publisher, published_at, csv, json)
    SELECT id, fiscal_year, number, source, source_sha256, reason_en, reason_fr, json_sha256, csv_sha256, imported_at, publisher,
    published_at, csv, json FROM standard_imports;
CREATE TABLE service_standards_in_order (
    import_id TEXT NOT NULL REFERENCES standard_imports_in_order (id) ON DELETE CASCADE,
    service TEXT NOT NULL REFERENCES services (slug),
    standard TEXT NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    target BIGINT,
    volume BIGINT,
    met BIGINT,
    results_en TEXT,
    results_fr TEXT,
    PRIMARY KEY (import_id, service, standard)
);
INSERT INTO service_standards_in_order (import_id, service, standard, organisation, kind, channel, text_en, text_fr, target, volume,
    met, results_en, results_fr)
    SELECT import_id, service, standard, organisation, kind, channel, text_en, text_fr, target, volume, met, results_en, results_fr
    FROM service_standards;
CREATE TABLE standard_remarks_in_order (
    import_id TEXT NOT NULL REFERENCES standard_imports_in_order (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    line BIGINT NOT NULL,
    service TEXT REFERENCES services (slug),
    standard TEXT NOT NULL,
    matter TEXT NOT NULL,
    detail TEXT NOT NULL,
    is_taken BIGINT NOT NULL,
    PRIMARY KEY (import_id, place)
);
INSERT INTO standard_remarks_in_order (import_id, place, line, service, standard, matter, detail, is_taken)
    SELECT import_id, place, line, service, standard, matter, detail, is_taken FROM standard_remarks;
DROP TABLE standard_remarks;
DROP TABLE service_standards;
DROP TABLE standard_imports;
ALTER TABLE standard_imports_in_order RENAME TO standard_imports;
ALTER TABLE service_standards_in_order RENAME TO service_standards;
ALTER TABLE standard_remarks_in_order RENAME TO standard_remarks;
