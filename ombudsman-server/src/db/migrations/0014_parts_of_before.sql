-- Who had taken a case up before parts were kept had a part in it, too: they do not review it.
INSERT INTO parts (reference, staff, part, since)
SELECT c.reference, s.name, 'receiver', 0 FROM cases c
JOIN staff s ON s.shown_as = COALESCE(
    json_extract(c.facts, '$.acknowledged.officer'),
    json_extract(c.facts, '$.answered.taken.officer'),
    json_extract(c.facts, '$.closed.ending.answered.taken.officer'))
WHERE NOT EXISTS (SELECT 1 FROM parts p WHERE p.reference = c.reference);
