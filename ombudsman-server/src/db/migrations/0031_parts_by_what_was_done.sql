-- Who did something about a case besides taking it on, finding, approving or reviewing had the part of a "helper", whatever they
-- did. Each is called what it was, as the log has it: the part began in the write that made the entry. What the log does not tell
-- keeps its name.
UPDATE parts SET part = COALESCE((SELECT CASE a.action
    WHEN 'classify' THEN 'assessed'
    WHEN 'external_referral' THEN 'turned-away'
    WHEN 'request_program' THEN 'referred'
    WHEN 'extend' THEN 'put-off'
    WHEN 'comment_received' THEN 'heard-comments'
    WHEN 'answer' THEN 'answered-for-all'
    WHEN 'give_back' THEN 'gave-back'
    WHEN 'program_reply' THEN CASE WHEN a.reason = 'settled' THEN 'settled' ELSE 'took-back' END
    END FROM audit_entries a WHERE a.chain = parts.reference AND a.actor = parts.staff AND a.at = parts.since
    AND a.action IN ('classify', 'external_referral', 'request_program', 'extend', 'comment_received', 'answer', 'give_back',
    'program_reply') ORDER BY a.seq LIMIT 1), part) WHERE part = 'helper';
