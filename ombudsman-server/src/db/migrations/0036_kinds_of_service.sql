-- What kind of service it is, by the name that it has in `registry/kind.rs`; of many services it is not known.
ALTER TABLE services ADD COLUMN kind TEXT;
