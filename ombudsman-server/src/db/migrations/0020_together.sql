-- Which case is answered together with which other one, so that it can be read from both sides. Where the other one was put
-- together with a third, the third it is: each leads to the case that is answered.
CREATE TABLE answered_together (
    reference TEXT PRIMARY KEY REFERENCES cases (reference),
    goes_on_in TEXT NOT NULL REFERENCES cases (reference)
);
CREATE INDEX answered_together_in ON answered_together (goes_on_in);
INSERT INTO answered_together (reference, goes_on_in)
    WITH RECURSIVE links (reference, goes_on_in) AS (
        SELECT reference, json_extract(facts, '$.closed.ending.duplicate.of') FROM cases
        WHERE stage = 'closed' AND json_extract(facts, '$.closed.ending.duplicate.of') IS NOT NULL),
    ways (reference, goes_on_in) AS (
        SELECT reference, goes_on_in FROM links
        UNION SELECT ways.reference, links.goes_on_in FROM ways JOIN links ON links.reference = ways.goes_on_in)
    SELECT reference, goes_on_in FROM ways WHERE goes_on_in NOT IN (SELECT reference FROM links);

-- Something that went wrong for many: what is known, what was done about it, and one answer for everyone whose case is put
-- under it. `id` is made by chance. `version` grows with each change of the texts.
CREATE TABLE incidents (
    id TEXT PRIMARY KEY,
    service TEXT NOT NULL,
    title TEXT NOT NULL,
    known TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    fix_en TEXT NOT NULL DEFAULT '',
    fix_fr TEXT NOT NULL DEFAULT '',
    answer_en TEXT NOT NULL DEFAULT '',
    answer_fr TEXT NOT NULL DEFAULT '',
    author TEXT,
    sent_by TEXT,
    sent_at BIGINT
);
CREATE INDEX incidents_newest ON incidents (sent_at, opened_at);

-- The cases under an incident, and how each was answered: `closed` with the answer, or `told`, and looked into by itself.
CREATE TABLE incident_cases (
    reference TEXT PRIMARY KEY REFERENCES cases (reference),
    incident TEXT NOT NULL REFERENCES incidents (id),
    put_by TEXT NOT NULL,
    put_at BIGINT NOT NULL,
    ended TEXT,
    ended_at BIGINT
);
CREATE INDEX incident_cases_of ON incident_cases (incident, reference);
