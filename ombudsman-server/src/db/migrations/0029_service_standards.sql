-- Service standards: what organisations promise of their services, and how often they kept it in a fiscal year. A year comes
-- from one file and is imported whole; a publisher publishes it. From then on nothing of it changes: a correction is another
-- import of the year. `id` is the year and the number of the import in it: 2023-2024.1.
CREATE TABLE standard_imports (
    id TEXT PRIMARY KEY,
    fiscal_year TEXT NOT NULL,
    number BIGINT NOT NULL,
    source TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    reason_en TEXT,
    reason_fr TEXT,
    json BLOB NOT NULL,
    csv BLOB NOT NULL,
    json_sha256 TEXT NOT NULL,
    csv_sha256 TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    publisher TEXT,
    published_at BIGINT,
    UNIQUE (fiscal_year, number)
);

-- A target is in millionths. Volume and met are both there, or neither.
CREATE TABLE service_standards (
    import_id TEXT NOT NULL REFERENCES standard_imports (id) ON DELETE CASCADE,
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

-- What there was to say of the file's rows: why one was left out, what to look at in one that was taken.
CREATE TABLE standard_remarks (
    import_id TEXT NOT NULL REFERENCES standard_imports (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    line BIGINT NOT NULL,
    service TEXT REFERENCES services (slug),
    standard TEXT NOT NULL,
    matter TEXT NOT NULL,
    detail TEXT NOT NULL,
    is_taken BIGINT NOT NULL,
    PRIMARY KEY (import_id, place)
);
