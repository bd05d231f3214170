-- What would put it right, what the person allows, and which notice they were shown.
ALTER TABLE cards ADD COLUMN put_right TEXT;
ALTER TABLE cards ADD COLUMN consents TEXT NOT NULL DEFAULT '';
ALTER TABLE cards ADD COLUMN notice TEXT;

-- An address may be reached by e-mail, phone or post.
ALTER TABLE vault RENAME COLUMN sealed_email TO sealed;
ALTER TABLE vault ADD COLUMN reached_by TEXT NOT NULL DEFAULT 'email';

-- Who had an address opened, by the name that they sign in with, and when.
CREATE TABLE vault_openings (
    reference TEXT NOT NULL,
    officer TEXT NOT NULL,
    opened_at BIGINT NOT NULL
);

-- Whether a service asks the optional part: expectations, ideal, trust.
ALTER TABLE services ADD COLUMN asks_more BIGINT NOT NULL DEFAULT 0;
