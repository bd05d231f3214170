-- A survey that was published in error. Another corrects it and says why: `series` is the first that was published, where this
-- one is another, and `number` counts from 1. Or it is withdrawn: one member asks and says why, a publisher who is another does it.
ALTER TABLE surveys ADD COLUMN number BIGINT NOT NULL DEFAULT 1;
ALTER TABLE surveys ADD COLUMN series TEXT;
ALTER TABLE surveys ADD COLUMN corrects TEXT;
ALTER TABLE surveys ADD COLUMN reason_en TEXT;
ALTER TABLE surveys ADD COLUMN reason_fr TEXT;
ALTER TABLE surveys ADD COLUMN withdrawal_en TEXT;
ALTER TABLE surveys ADD COLUMN withdrawal_fr TEXT;
ALTER TABLE surveys ADD COLUMN asker TEXT;
ALTER TABLE surveys ADD COLUMN asked_at BIGINT;
ALTER TABLE surveys ADD COLUMN withdrawer TEXT;
ALTER TABLE surveys ADD COLUMN withdrawn_at BIGINT;
