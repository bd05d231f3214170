-- Who said that something stands between a member and a case, by the name that they sign in with: somebody else takes it back. Of what
-- was said before, the log tells it.
ALTER TABLE interests ADD COLUMN declared_by TEXT;
UPDATE interests SET declared_by = (SELECT MIN(a.actor) FROM audit_entries a WHERE a.chain = interests.reference
    AND a.action = 'coi_block' AND a.about = interests.staff AND a.reason = interests.rule AND a.at = interests.declared_at);

-- What was taken back, by whom, when and why. It stands here and not among the interests any more, and can be declared anew.
CREATE TABLE interests_taken_back (
    reference TEXT NOT NULL REFERENCES cases (reference),
    staff TEXT NOT NULL REFERENCES staff (name),
    rule TEXT NOT NULL,
    declared_at BIGINT NOT NULL,
    declared_by TEXT,
    taken_back_by TEXT NOT NULL REFERENCES staff (name),
    taken_back_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (reference, staff, rule, taken_back_at)
);
