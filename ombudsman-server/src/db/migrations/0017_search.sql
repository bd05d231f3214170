-- What can be searched of a case, written out in one place: its reference, what the person wrote as the office reads it
-- (masked; what is sealed is not here), what was said and written since, and what a search can be narrowed to.
-- `id` is when the card came, so that the index stands in the order of time: the latest is read first, and a span of days is
-- a span of ids; a file of older cards may bring many of one millisecond, and there is room for a million. A facet is its kind and its value in hexadecimal: one word for the index, whatever is in it.
CREATE TABLE case_texts (
    id INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    said TEXT NOT NULL,
    office TEXT NOT NULL,
    facets TEXT NOT NULL
);

-- The same as it would be written now.
CREATE VIEW case_texts_now AS SELECT c.reference, k.received_at,
    COALESCE(k.comment, '') || char(10) || COALESCE(k.put_right, '') AS said,
    COALESCE((SELECT group_concat(m.body, char(10)) FROM messages m WHERE m.reference = c.reference), '') || char(10) ||
    COALESCE((SELECT group_concat(j.value, char(10)) FROM json_tree(c.facts) j WHERE j.type = 'text' AND j.key IN
        ('answer', 'what', 'wanted', 'advice', 'how', 'letter', 'evidence', 'reasons', 'owner', 'to')), '') AS office,
    lower(hex('stage:' || c.stage) || ' ' || hex('intent:' || c.intent) || ' ' || hex('service:' || c.service) || ' ' ||
        hex('desk:' || c.desk) || ' ' || hex('language:' || k.language) ||
        CASE WHEN c.stage IN ('closed', 'anonymised') THEN '' ELSE ' ' || hex('stage:open') END ||
        CASE WHEN substr(c.labels, 1, 6) = 'urgent' THEN ' ' || hex('severity:urgent') ELSE '' END ||
        COALESCE((SELECT ' ' || hex('severity:' || j.value) FROM json_tree(c.facts) j WHERE j.key = 'severity'), '')) AS facets
    FROM cases c JOIN cards k ON k.reference = c.reference;

-- sqlite:
CREATE VIRTUAL TABLE case_search USING fts5(reference, said, office, facets, content = 'case_texts', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
-- What is taken out of a text is taken out of the index at once, and not only marked as gone.
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);

-- sqlite:
CREATE TRIGGER case_texts_made AFTER INSERT ON case_texts BEGIN
    INSERT INTO case_search (rowid, reference, said, office, facets)
        VALUES (NEW.id, NEW.reference, NEW.said, NEW.office, NEW.facets);
END;
-- sqlite:
CREATE TRIGGER case_texts_gone AFTER DELETE ON case_texts BEGIN
    INSERT INTO case_search (case_search, rowid, reference, said, office, facets)
        VALUES ('delete', OLD.id, OLD.reference, OLD.said, OLD.office, OLD.facets);
END;
-- sqlite:
CREATE TRIGGER case_texts_changed AFTER UPDATE ON case_texts BEGIN
    INSERT INTO case_search (case_search, rowid, reference, said, office, facets)
        VALUES ('delete', OLD.id, OLD.reference, OLD.said, OLD.office, OLD.facets);
    INSERT INTO case_search (rowid, reference, said, office, facets)
        VALUES (NEW.id, NEW.reference, NEW.said, NEW.office, NEW.facets);
END;

-- Whatever changes a case changes what can be searched of it, in the same write. A case of before that is not written out yet
-- is left for its turn.
-- sqlite:
CREATE TRIGGER cases_searched AFTER INSERT ON cases BEGIN
    INSERT INTO case_texts (id, reference, said, office, facets)
        SELECT COALESCE((SELECT MAX(t.id) + 1 FROM case_texts t
            WHERE t.id BETWEEN n.received_at * 1000000 AND n.received_at * 1000000 + 999999), n.received_at * 1000000),
            n.reference, n.said, n.office, n.facets
        FROM case_texts_now n WHERE n.reference = NEW.reference;
END;
-- sqlite:
CREATE TRIGGER cases_searched_anew AFTER UPDATE OF service, intent, stage, facts, desk, labels ON cases BEGIN
    UPDATE case_texts SET (said, office, facets) =
        (SELECT n.said, n.office, n.facets FROM case_texts_now n WHERE n.reference = NEW.reference)
        WHERE reference = NEW.reference;
END;
-- sqlite:
CREATE TRIGGER cases_searched_no_more AFTER DELETE ON cases BEGIN
    DELETE FROM case_texts WHERE reference = OLD.reference;
END;
-- sqlite:
CREATE TRIGGER cards_searched_anew AFTER UPDATE OF comment, put_right, language ON cards BEGIN
    UPDATE case_texts SET (said, office, facets) =
        (SELECT n.said, n.office, n.facets FROM case_texts_now n WHERE n.reference = NEW.reference)
        WHERE reference = NEW.reference;
END;
-- sqlite:
CREATE TRIGGER messages_searched AFTER INSERT ON messages BEGIN
    UPDATE case_texts SET (said, office, facets) =
        (SELECT n.said, n.office, n.facets FROM case_texts_now n WHERE n.reference = NEW.reference)
        WHERE reference = NEW.reference;
END;
-- sqlite:
CREATE TRIGGER messages_searched_anew AFTER UPDATE OF body ON messages BEGIN
    UPDATE case_texts SET (said, office, facets) =
        (SELECT n.said, n.office, n.facets FROM case_texts_now n WHERE n.reference = NEW.reference)
        WHERE reference = NEW.reference;
END;
-- sqlite:
CREATE TRIGGER messages_searched_no_more AFTER DELETE ON messages BEGIN
    UPDATE case_texts SET (said, office, facets) =
        (SELECT n.said, n.office, n.facets FROM case_texts_now n WHERE n.reference = OLD.reference)
        WHERE reference = OLD.reference;
END;

-- The cases of before, which the desk writes out a few hundred at a time: nobody waits for all of them.
CREATE TABLE case_texts_owed (reference TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO case_texts_owed (reference) SELECT reference FROM cases;
-- sqlite:
CREATE TRIGGER case_texts_paid AFTER DELETE ON case_texts_owed BEGIN
    INSERT INTO case_texts (id, reference, said, office, facets)
        SELECT COALESCE((SELECT MAX(t.id) + 1 FROM case_texts t
            WHERE t.id BETWEEN n.received_at * 1000000 AND n.received_at * 1000000 + 999999), n.received_at * 1000000),
            n.reference, n.said, n.office, n.facets
        FROM case_texts_now n WHERE n.reference = OLD.reference;
END;
