-- What a program's desk is asked about a complaint: to settle it with the person (`settle`), or something the office must know
-- (`ask`). `verdict` is empty until it answers: `settled`, `declined`, `answered`; `ended` where the case went on without it.
CREATE TABLE referrals (
    reference TEXT NOT NULL REFERENCES cases (reference),
    number BIGINT NOT NULL,
    desk TEXT NOT NULL REFERENCES desks (slug),
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answer_by TEXT NOT NULL,
    verdict TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    answered_by TEXT,
    answered_at BIGINT,
    PRIMARY KEY (reference, number)
);
CREATE INDEX referrals_of_desk ON referrals (desk, verdict, answer_by, reference);
