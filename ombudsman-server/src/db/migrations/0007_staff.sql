-- Roles have the names of what people do. Who was `admin` looks after staff and settings.
UPDATE staff SET role = 'administrator' WHERE role = 'admin';

-- A first password was made by somebody else: until this time, in milliseconds since 1970, it lets its member in to choose
-- their own. NULL where the password is their own.
ALTER TABLE staff ADD COLUMN first_until BIGINT;

-- The secret that a member shares with the app on their phone, sealed, and the last step of time whose code was used: none
-- is taken twice.
CREATE TABLE second_factors (
    staff TEXT PRIMARY KEY REFERENCES staff (name),
    sealed BLOB NOT NULL,
    last_step BIGINT NOT NULL
);

-- Codes for who has lost the phone, as keyed digests. Each lets in once.
CREATE TABLE recovery_codes (
    staff TEXT NOT NULL REFERENCES staff (name),
    digest TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (staff, digest)
);

-- What kind of browser a session is in, by two words at most: never the browser's own description of itself.
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_of_staff ON sessions (staff);

-- What the custodian released: what is sealed about which card, to whom, by whom, why and when.
CREATE TABLE releases (
    reference TEXT NOT NULL REFERENCES cases (reference),
    released TEXT NOT NULL,
    staff TEXT NOT NULL REFERENCES staff (name),
    custodian TEXT NOT NULL REFERENCES staff (name),
    reason TEXT NOT NULL,
    released_at BIGINT NOT NULL,
    PRIMARY KEY (reference, released, staff, released_at)
);
CREATE INDEX releases_by_time ON releases (released_at);
