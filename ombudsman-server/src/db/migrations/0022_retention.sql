-- What must not be removed, why, and who said so; `number` counts the holds of a card.
CREATE TABLE holds (
    reference TEXT NOT NULL REFERENCES cards (reference),
    number BIGINT NOT NULL,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    lifted_by TEXT,
    lifted_at BIGINT,
    PRIMARY KEY (reference, number)
);
CREATE UNIQUE INDEX holds_once ON holds (reference) WHERE lifted_at IS NULL;

-- Who asked to have what leads to them removed, and when.
CREATE TABLE erasures (
    reference TEXT PRIMARY KEY REFERENCES cards (reference),
    asked_at BIGINT NOT NULL
);

-- When what leads to a person was removed from a card and everything about it.
ALTER TABLE cards ADD COLUMN removed_at BIGINT;
CREATE INDEX cards_kept ON cards (received_at, reference) WHERE removed_at IS NULL;
