-- The card that has the id which this one came under: a form that was changed after it was first kept. Both are in the
-- record, each under a reference of its own.
ALTER TABLE cards ADD COLUMN beside TEXT REFERENCES cards (reference);
CREATE INDEX cards_by_beside ON cards (beside) WHERE beside IS NOT NULL;
