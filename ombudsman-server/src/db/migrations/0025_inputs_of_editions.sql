-- The hash of an edition's inputs was in what is published, and small counts can be tried out against it. What binds an
-- edition to its inputs is now a hash under a key of the office. No office has published an edition yet; those that were made
-- to try it are removed, to be prepared again.
DELETE FROM editions;
ALTER TABLE editions RENAME COLUMN inputs_sha256 TO inputs_hmac;
