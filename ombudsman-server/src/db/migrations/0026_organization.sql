-- Which member somebody is who signs in with an account of their organization: the provider, and its own name for them, which
-- never changes and is used for nothing else.
CREATE TABLE staff_accounts (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    staff TEXT NOT NULL UNIQUE REFERENCES staff (name),
    PRIMARY KEY (issuer, subject)
);
