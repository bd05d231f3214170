-- By which version of its rules the part of an edition about complaints was made: from the second on it tells of each organisation.
ALTER TABLE edition_complaints ADD COLUMN method_version INTEGER NOT NULL DEFAULT 1;
