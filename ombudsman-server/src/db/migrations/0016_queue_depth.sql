-- How long the queue is, is counted once a second while cards pour in: from an index, not by reading what people wrote. The
-- same index finds what waits, in the order of tickets.
DROP INDEX queue_waiting;
CREATE INDEX queue_aside ON queue (set_aside);
