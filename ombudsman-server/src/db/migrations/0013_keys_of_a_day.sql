-- What two cards alike have in common is kept under a key of the day on which they came. The key is deleted a day later;
-- after that, nobody can test a guess at the network of a card against it.
CREATE TABLE alike_keys (
    day BIGINT PRIMARY KEY,
    key TEXT NOT NULL
);
-- What was kept before was under the office's own key, which stays.
UPDATE cards SET likeness = NULL WHERE likeness IS NOT NULL;
