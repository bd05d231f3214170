-- What waits for a second person is read in its order, without the rows of anything else; the index of before had no reader
-- left, and was taken for this.
DROP INDEX cases_due;
DROP INDEX cases_drafted;
CREATE INDEX cases_staged ON cases (stage, place, reference, holder);
