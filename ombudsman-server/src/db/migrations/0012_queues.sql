-- Whose turn it is, by the name that people see, and nobody's where it is empty. Kept in the same write as the stage.
ALTER TABLE cases ADD COLUMN holder TEXT NOT NULL DEFAULT '';
UPDATE cases SET holder = COALESCE(
    json_extract(facts, '$.acknowledged.officer'),
    json_extract(facts, '$.answered.taken.officer'),
    json_extract(facts, '$.triaged.taken.officer'),
    json_extract(facts, '$."' || stage || '".file.taken.officer'), '')
    WHERE stage NOT IN ('received', 'under-review', 'closed', 'anonymised');
UPDATE cases SET holder = COALESCE(json_extract(facts, '$."under-review".review.reviewer'), '')
    WHERE stage = 'under-review';

-- A case's place in every queue: what cannot wait, then by the next day on which something is due, then what has none, then
-- what is closed. The database derives it from the row itself, so no write can forget it; that is all there is to bring up
-- to date for the rows of before.
ALTER TABLE cases ADD COLUMN place TEXT GENERATED ALWAYS AS (CASE
    WHEN stage IN ('closed', 'anonymised') THEN '3' || COALESCE(closed_on, '')
    WHEN due IS NULL THEN '2' || deemed_on
    WHEN stage = 'received' AND substr(labels, 1, 6) = 'urgent' THEN '0' || due
    ELSE '1' || due END) VIRTUAL;
CREATE INDEX cases_held ON cases (holder, place, reference);
CREATE INDEX cases_placed ON cases (place, reference);
CREATE INDEX cases_drafted ON cases (place, reference) WHERE stage = 'finding-draft';
