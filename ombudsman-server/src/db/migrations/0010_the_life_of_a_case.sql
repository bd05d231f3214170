-- The life of a case. Its stage is kept whole, with the facts that are true in it, as one document; beside it stands what
-- pages are ordered by: the next day on which something is due.
ALTER TABLE cases ADD COLUMN facts TEXT NOT NULL DEFAULT '"received"';
ALTER TABLE cases ADD COLUMN due TEXT;
UPDATE cases SET due = acknowledge_by WHERE stage = 'received';
UPDATE cases SET due = answer_by, facts = json_object('acknowledged', json_object(
    'officer', officer,
    'clock', json_object('since', acknowledged_on, 'due', answer_by, 'extensions', 0, 'paused_days', 0)))
    WHERE stage = 'acknowledged';
UPDATE cases SET facts = json_object('answered', json_object(
    'taken', json_object('officer', officer,
        'clock', json_object('since', acknowledged_on, 'due', answer_by, 'extensions', 0, 'paused_days', 0)),
    'on', answered_on, 'answer', answer))
    WHERE stage = 'answered';
UPDATE cases SET facts = json_object('closed', json_object(
    'on', closed_on,
    'ending', json_object('answered', json_object(
        'taken', json_object('officer', officer,
            'clock', json_object('since', acknowledged_on, 'due', answer_by, 'extensions', 0, 'paused_days', 0)),
        'on', answered_on, 'answer', answer))))
    WHERE stage = 'closed';
ALTER TABLE cases DROP COLUMN acknowledged_on;
ALTER TABLE cases DROP COLUMN officer;
ALTER TABLE cases DROP COLUMN answered_on;
ALTER TABLE cases DROP COLUMN answer;

-- What the office and the person say to each other. Without an officer it is from the person.
CREATE TABLE messages (
    reference TEXT NOT NULL REFERENCES cases (reference),
    number BIGINT NOT NULL,
    officer TEXT,
    said_at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (reference, number)
);

-- Who had which part in a case, by the name that they sign in with; with what they attested, where they did.
CREATE TABLE parts (
    reference TEXT NOT NULL REFERENCES cases (reference),
    staff TEXT NOT NULL REFERENCES staff (name),
    part TEXT NOT NULL,
    since BIGINT NOT NULL,
    attested TEXT,
    PRIMARY KEY (reference, staff, part, since)
);

-- What stands between a member of staff and a case, by the rules of impartiality.
CREATE TABLE interests (
    reference TEXT NOT NULL REFERENCES cases (reference),
    staff TEXT NOT NULL REFERENCES staff (name),
    rule TEXT NOT NULL,
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (reference, staff, rule)
);

-- Where a member of staff works or worked, as they say: until that day, or still.
CREATE TABLE past_work (
    staff TEXT NOT NULL REFERENCES staff (name),
    service TEXT NOT NULL REFERENCES services (slug),
    until TEXT,
    PRIMARY KEY (staff, service)
);

-- How people rate the way in which their complaint was handled, from 1 to 5.
CREATE TABLE handling_ratings (
    reference TEXT PRIMARY KEY REFERENCES cases (reference),
    rating BIGINT NOT NULL,
    rated_on TEXT NOT NULL
);
