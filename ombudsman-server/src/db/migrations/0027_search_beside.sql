-- A new case is noted for the index of the search, and written into it beside the record a moment later, as the cases of before
-- are: a card is recorded however long the index takes, and also where it is damaged. Whatever changes a case that is in the index
-- changes it there in the same write, as before.
DROP TRIGGER cases_searched;
-- sqlite:
CREATE TRIGGER cases_searched AFTER INSERT ON cases BEGIN
    INSERT OR IGNORE INTO case_texts_owed (reference) VALUES (NEW.reference);
END;
