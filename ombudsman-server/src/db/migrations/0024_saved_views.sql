-- What a member keeps at hand: a queue or what a search is narrowed to, by its address on the desk, without language and without
-- words that were looked for.
CREATE TABLE saved_views (
    staff TEXT NOT NULL REFERENCES staff (name),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (staff, name)
);
