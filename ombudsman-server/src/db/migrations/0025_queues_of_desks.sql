-- Queues are counted and paged to some desks from their indexes alone: a row of a case is long, and a thousand of them are not read to
-- be counted.
DROP INDEX cases_held;
DROP INDEX cases_placed;
DROP INDEX cases_staged;
CREATE INDEX cases_held ON cases (holder, place, reference, desk);
CREATE INDEX cases_placed ON cases (place, reference, desk);
CREATE INDEX cases_staged ON cases (stage, place, reference, holder, desk);
