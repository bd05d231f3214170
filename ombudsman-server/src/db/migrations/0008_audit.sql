-- What was done, by whom and when: a chain of entries for each case, and one for the office. Each entry has the hash of the
-- one before it and its own, so that none can be changed, taken out or put in without a trace.
CREATE TABLE audit_entries (
    chain TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    about TEXT,
    from_stage TEXT,
    to_stage TEXT,
    reason TEXT,
    payload TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (chain, seq)
);
CREATE INDEX audit_entries_at ON audit_entries (at, chain, seq);
CREATE INDEX audit_entries_actor ON audit_entries (actor, at, chain, seq);
CREATE INDEX audit_entries_action ON audit_entries (action, at, chain, seq);

-- Anchors: what the office has signed, once a day, of the last entries of its chains.
CREATE TABLE audit_anchors (
    number BIGINT PRIMARY KEY,
    day TEXT NOT NULL,
    heads BIGINT NOT NULL,
    root TEXT NOT NULL,
    previous TEXT NOT NULL,
    signature TEXT NOT NULL
);

-- The last entries that an anchor covers: of the chains that have grown since the anchor before it.
CREATE TABLE audit_heads (
    anchor BIGINT NOT NULL,
    chain TEXT NOT NULL,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (anchor, chain)
);
CREATE INDEX audit_heads_chain ON audit_heads (chain, seq);

-- A first fence. Whoever can write here can take it down; the hashes and the anchors are what proves that nobody did.
-- sqlite:
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
-- sqlite:
CREATE TRIGGER audit_entries_last BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
-- sqlite:
CREATE TRIGGER audit_anchors_stay BEFORE UPDATE ON audit_anchors BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
-- sqlite:
CREATE TRIGGER audit_anchors_last BEFORE DELETE ON audit_anchors BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
-- sqlite:
CREATE TRIGGER audit_heads_stay BEFORE UPDATE ON audit_heads BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
-- sqlite:
CREATE TRIGGER audit_heads_last BEFORE DELETE ON audit_heads BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
