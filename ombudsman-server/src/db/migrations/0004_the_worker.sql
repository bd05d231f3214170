-- What the worker worked out about a card. A card that is marked (spam, a duplicate) is in quarantine: it counts nowhere
-- and opens no case, and can be restored.
ALTER TABLE cards ADD COLUMN source TEXT;
ALTER TABLE cards ADD COLUMN mark TEXT;
ALTER TABLE cards ADD COLUMN mark_reason TEXT;
ALTER TABLE cards ADD COLUMN likeness TEXT;
ALTER TABLE cards ADD COLUMN labels TEXT NOT NULL DEFAULT '';
ALTER TABLE cards ADD COLUMN instrument TEXT NOT NULL DEFAULT 'card-2';
CREATE INDEX cards_likeness ON cards (likeness, received_at) WHERE likeness IS NOT NULL;
CREATE INDEX cards_marked ON cards (mark, received_at) WHERE mark IS NOT NULL;

-- What people wrote before personal information in it was masked, sealed like an address.
CREATE TABLE originals (
    reference TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
);

-- What an officer had opened: the address, or what was masked.
ALTER TABLE vault_openings ADD COLUMN opened TEXT NOT NULL DEFAULT 'address';

-- Where a case is worked on: the office, or a desk of its own.
ALTER TABLE cases ADD COLUMN desk TEXT NOT NULL DEFAULT 'office';
ALTER TABLE services ADD COLUMN desk TEXT;
