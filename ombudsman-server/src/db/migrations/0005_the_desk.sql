-- Which words of the office's own lists led to a label. They are never the person's own sentence, so nothing personal is
-- in them.
CREATE TABLE label_words (
    reference TEXT NOT NULL REFERENCES cards (reference),
    label TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (reference, label)
);

-- The labels of a case now; those of its card stay as the worker gave them.
ALTER TABLE cases ADD COLUMN labels TEXT NOT NULL DEFAULT '';
UPDATE cases SET labels = (SELECT labels FROM cards WHERE cards.reference = cases.reference);

-- What people decided about labels: who, when, and the version of the case that it led to.
CREATE TABLE label_decisions (
    reference TEXT NOT NULL REFERENCES cases (reference),
    version BIGINT NOT NULL,
    label TEXT NOT NULL,
    holds BIGINT NOT NULL,
    officer TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (reference, version)
);

-- What people decided about cards in quarantine. A card can be confirmed as spam, and still be let in later.
CREATE TABLE quarantine_decisions (
    reference TEXT NOT NULL REFERENCES cards (reference),
    decision TEXT NOT NULL,
    officer TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (reference, decision)
);

-- Who answers: the office, teams of it, and the desks of programs. Languages are codes with a space between.
CREATE TABLE desks (
    slug TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    languages TEXT NOT NULL,
    fallback TEXT REFERENCES desks (slug)
);
INSERT INTO desks (slug, kind, name_en, name_fr, languages) VALUES
    ('office', 'office', 'Office for Client Satisfaction', 'Bureau de la satisfaction des clients', 'en fr');

-- Whose cases a member sees. Without a desk they work for the office, and see every case.
CREATE TABLE staff_desks (
    staff TEXT NOT NULL REFERENCES staff (name),
    desk TEXT NOT NULL REFERENCES desks (slug),
    PRIMARY KEY (staff, desk)
);

-- Why a case went to its desk.
ALTER TABLE cases ADD COLUMN desk_reason TEXT NOT NULL DEFAULT 'no-desk';

-- Who keyed a card in for somebody, by the name that they sign in with.
ALTER TABLE cards ADD COLUMN entered_by TEXT;
