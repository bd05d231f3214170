-- Suggestions and compliments get an end. 0: the office still owes the person a word; 1: it was said.
ALTER TABLE cards ADD COLUMN is_ended BIGINT NOT NULL DEFAULT 0;
CREATE INDEX cards_suggested ON cards (is_ended, received_at, reference) WHERE intent = 'suggestion' AND mark IS NULL;
CREATE INDEX cards_praised ON cards (is_ended, received_at, reference) WHERE intent = 'compliment' AND mark IS NULL;

-- What was said to one suggestion, or to several that say the same. `id` is made by chance.
CREATE TABLE suggestion_answers (
    id TEXT PRIMARY KEY,
    service TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    reason_fr TEXT NOT NULL,
    owner TEXT NOT NULL,
    officer TEXT NOT NULL,
    answered_at BIGINT NOT NULL
);
CREATE INDEX suggestion_answers_newest ON suggestion_answers (verdict, answered_at);

-- The answer that a suggestion has now.
CREATE TABLE suggestions_answered (
    reference TEXT PRIMARY KEY REFERENCES cards (reference),
    answer TEXT NOT NULL REFERENCES suggestion_answers (id)
);
CREATE INDEX suggestions_of_answer ON suggestions_answered (answer);

-- You said, we did: the office's own words, drafted by one member and published by another. Withdrawn ones stay, unseen.
CREATE TABLE you_said (
    id TEXT PRIMARY KEY,
    answer TEXT NOT NULL REFERENCES suggestion_answers (id),
    service TEXT NOT NULL,
    done_on TEXT NOT NULL,
    suggestions BIGINT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    said_en TEXT NOT NULL,
    said_fr TEXT NOT NULL,
    did_en TEXT NOT NULL,
    did_fr TEXT NOT NULL,
    author TEXT NOT NULL,
    drafted_at BIGINT NOT NULL,
    publisher TEXT,
    published_at BIGINT,
    withdrawn_by TEXT,
    withdrawn_at BIGINT,
    withdrawn_because TEXT
);
CREATE UNIQUE INDEX you_said_once ON you_said (answer) WHERE withdrawn_at IS NULL;
CREATE INDEX you_said_newest ON you_said (published_at, id) WHERE published_at IS NOT NULL AND withdrawn_at IS NULL;

-- Compliments that were passed on to the team, and the nominations that came of them. A nomination names the unit; the
-- employee only where they agreed, with the day and the member who was told so.
CREATE TABLE compliments_passed (
    reference TEXT PRIMARY KEY REFERENCES cards (reference),
    desk TEXT NOT NULL,
    officer TEXT NOT NULL,
    passed_at BIGINT NOT NULL,
    unit TEXT,
    employee TEXT,
    agreed_on TEXT,
    nominated_by TEXT,
    nominated_at BIGINT
);
