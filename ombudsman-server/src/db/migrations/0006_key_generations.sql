-- The generations of keys that values of this record may be sealed with, each with the public key that belongs to it. A
-- process whose key ring lacks one, or has another under its number, does not start; nothing is sealed with a retired one.
CREATE TABLE key_generations (
    id BIGINT PRIMARY KEY,
    public_key TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    retired_on TEXT
);
