-- Letters that the office owes people. Each is written in the same write as the step that it tells of. No address is here:
-- whoever sends a letter opens it from the vault for that moment. `id` is made by chance and is the letter's Message-ID.
-- `state`: waiting (for the sender), owed (a call, or post), sent, told (an officer says so), failed, stopped.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    reference TEXT NOT NULL REFERENCES cases (reference),
    reached_by TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    next_at BIGINT NOT NULL,
    ended_at BIGINT,
    reason TEXT
);
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'waiting';
CREATE INDEX outbox_of_case ON outbox (reference, written_at);
