-- What PostgreSQL does in words of its own, in the place of what the migrations before this one tell SQLite alone: the fence
-- around the log, and what can be searched of a case. SQLite reads nothing but comments here.
/* postgres:
CREATE FUNCTION log_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the log is only added to'; END $$;
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries EXECUTE FUNCTION log_stays();
CREATE TRIGGER audit_entries_last BEFORE DELETE OR TRUNCATE ON audit_entries EXECUTE FUNCTION log_stays();
CREATE TRIGGER audit_anchors_stay BEFORE UPDATE ON audit_anchors EXECUTE FUNCTION log_stays();
CREATE TRIGGER audit_anchors_last BEFORE DELETE OR TRUNCATE ON audit_anchors EXECUTE FUNCTION log_stays();
CREATE TRIGGER audit_heads_stay BEFORE UPDATE ON audit_heads EXECUTE FUNCTION log_stays();
CREATE TRIGGER audit_heads_last BEFORE DELETE OR TRUNCATE ON audit_heads EXECUTE FUNCTION log_stays();

-- Every text under one of these names in a case's facts. A stage that cannot be read stops nobody's write.
CREATE FUNCTION case_fact_texts(facts TEXT, names TEXT[]) RETURNS SETOF TEXT LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN QUERY SELECT found.pair ->> 'value'
        FROM jsonb_path_query(CAST(facts AS JSONB), 'strict $.** ? (@.type() == "object").keyvalue()') AS found (pair)
        WHERE found.pair ->> 'key' = ANY (names) AND jsonb_typeof(found.pair -> 'value') = 'string';
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN RETURN;
END $$;

CREATE FUNCTION case_facet(facet TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(convert_to(facet, 'UTF8'), 'hex') $$;

CREATE VIEW case_texts_now AS SELECT c.reference, k.received_at,
    COALESCE(k.comment, '') || chr(10) || COALESCE(k.put_right, '') AS said,
    COALESCE((SELECT string_agg(m.body, chr(10) ORDER BY m.number) FROM messages m WHERE m.reference = c.reference), '') ||
    chr(10) || COALESCE((SELECT string_agg(t, chr(10)) FROM case_fact_texts(c.facts, ARRAY
        ['answer', 'what', 'wanted', 'advice', 'how', 'letter', 'evidence', 'reasons', 'owner', 'to']) t), '') AS office,
    case_facet('stage:' || c.stage) || ' ' || case_facet('intent:' || c.intent) || ' ' ||
        case_facet('service:' || c.service) || ' ' || case_facet('desk:' || c.desk) || ' ' ||
        case_facet('language:' || k.language) ||
        CASE WHEN c.stage IN ('closed', 'anonymised') THEN '' ELSE ' ' || case_facet('stage:open') END ||
        CASE WHEN substr(c.labels, 1, 6) = 'urgent' THEN ' ' || case_facet('severity:urgent') ELSE '' END ||
        COALESCE((SELECT ' ' || case_facet('severity:' || t)
            FROM case_fact_texts(c.facts, ARRAY['severity']) t LIMIT 1), '') AS facets
    FROM cases c JOIN cards k ON k.reference = c.reference;

-- The words of a text as `casework/search/words.rs` knows them: small letters and digits without accents. What separates words
-- is named by its place in Unicode, for the database's own idea of a letter depends on its locale. More than this of one
-- text has no room in an index.
CREATE FUNCTION case_words(said TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE AS $$
    SELECT to_tsvector('simple', translate(lower(regexp_replace(regexp_replace(
        normalize(left(said, 150000), NFD),
        '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]',
        '', 'g'),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u2000-\u206f\u20a0-\u2bff\u2e00-\u2e7f\u3000-\u303f]+',
        ' ', 'g')), 'ÆŒØÐÞŁ', 'æœøðþł')) $$;
ALTER TABLE case_texts ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (case_words(reference || ' ' || said || ' ' || office) ||
    array_to_tsvector(array_remove(string_to_array(facets, ' '), ''))) STORED;
CREATE INDEX case_search ON case_texts USING gin (words);

CREATE FUNCTION case_texts_anew(of_case TEXT) RETURNS void LANGUAGE sql AS $$
    UPDATE case_texts t SET said = n.said, office = n.office, facets = n.facets
        FROM case_texts_now n WHERE t.reference = of_case AND n.reference = of_case $$;

CREATE FUNCTION cases_searched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO case_texts_owed (reference) VALUES (NEW.reference) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_searched AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION cases_searched();

CREATE FUNCTION case_texts_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO case_texts (id, reference, said, office, facets)
        SELECT COALESCE((SELECT MAX(t.id) + 1 FROM case_texts t
            WHERE t.id BETWEEN n.received_at * 1000000 AND n.received_at * 1000000 + 999999), n.received_at * 1000000),
            n.reference, n.said, n.office, n.facets
        FROM case_texts_now n WHERE n.reference = OLD.reference;
    RETURN NULL;
END $$;
CREATE TRIGGER case_texts_paid AFTER DELETE ON case_texts_owed FOR EACH ROW EXECUTE FUNCTION case_texts_paid();

CREATE FUNCTION searched_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM case_texts_anew(NEW.reference); RETURN NULL; END $$;
CREATE TRIGGER cases_searched_anew AFTER UPDATE OF service, intent, stage, facts, desk, labels ON cases
    FOR EACH ROW EXECUTE FUNCTION searched_anew();
CREATE TRIGGER cards_searched_anew AFTER UPDATE OF comment, put_right, language ON cards
    FOR EACH ROW EXECUTE FUNCTION searched_anew();
CREATE TRIGGER messages_searched AFTER INSERT OR UPDATE OF body ON messages FOR EACH ROW EXECUTE FUNCTION searched_anew();

CREATE FUNCTION searched_without() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM case_texts_anew(OLD.reference); RETURN NULL; END $$;
CREATE TRIGGER messages_searched_no_more AFTER DELETE ON messages FOR EACH ROW EXECUTE FUNCTION searched_without();

CREATE FUNCTION cases_searched_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN DELETE FROM case_texts WHERE reference = OLD.reference; RETURN NULL; END $$;
CREATE TRIGGER cases_searched_no_more AFTER DELETE ON cases FOR EACH ROW EXECUTE FUNCTION cases_searched_no_more();
*/
