-- Entries whose stories were dropped by age or number, while their feeds may still list them: they do not come back as new.
CREATE TABLE dropped_entries (
    id         INTEGER PRIMARY KEY,
    feed_id    INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    entry_hash INTEGER NOT NULL,   -- XxHash3 of the GUID in UTF-16.
    UNIQUE (feed_id, entry_hash)
) STRICT;
