-- Who may be commented on.
CREATE TABLE organisations (
    slug TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL
);

CREATE TABLE services (
    slug TEXT PRIMARY KEY,
    inventory_id TEXT NOT NULL UNIQUE,
    organisation TEXT NOT NULL REFERENCES organisations (slug),
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    is_open BIGINT NOT NULL
);

-- The embedded queue. A row is waiting until a worker's lease is on it, and goes when the card is recorded.
CREATE TABLE queue (
    ticket INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    leased_until BIGINT NOT NULL DEFAULT 0,
    set_aside TEXT
);
CREATE INDEX queue_waiting ON queue (ticket) WHERE set_aside IS NULL;

-- The record. One row a card; the digest tells a card sent twice from another card under the same id.
CREATE TABLE cards (
    id TEXT PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    service TEXT NOT NULL,
    intent TEXT NOT NULL,
    language TEXT NOT NULL,
    channel TEXT NOT NULL,
    pattern TEXT,
    achieved TEXT,
    comment TEXT,
    comment_language TEXT,
    page TEXT,
    received_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);

-- Addresses, sealed, apart from everything else.
CREATE TABLE vault (
    reference TEXT PRIMARY KEY,
    sealed_email BLOB NOT NULL
);

-- The only input of every statistic.
CREATE TABLE pattern_counts (
    service TEXT NOT NULL,
    day TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    population TEXT NOT NULL,
    instrument TEXT NOT NULL,
    pattern TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (service, day, channel, language, population, instrument, pattern)
);

-- Cases: the stage, and exactly the facts that it has.
CREATE TABLE cases (
    reference TEXT PRIMARY KEY REFERENCES cards (reference),
    service TEXT NOT NULL,
    intent TEXT NOT NULL,
    stage TEXT NOT NULL,
    deemed_on TEXT NOT NULL,
    acknowledge_by TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    acknowledged_on TEXT,
    officer TEXT,
    answered_on TEXT,
    answer TEXT,
    closed_on TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX cases_due ON cases (stage, answer_by);

-- Who is signed in, and what they may do.
CREATE TABLE staff (
    name TEXT PRIMARY KEY,
    shown_as TEXT NOT NULL,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    is_active BIGINT NOT NULL
);

CREATE TABLE sessions (
    token_digest TEXT PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (name),
    form_token TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
