-- What the reader does not want to see for a while. What the configuration mutes is kept here too, so that every process stores stories by it.
CREATE TABLE mutes (
    id            INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL,      -- word, author, feed or category.
    text          TEXT NOT NULL,
    feed_id       INTEGER,            -- The feed, where one was chosen and not only named.
    until         INTEGER NOT NULL,   -- 253402300799, the end of the year 9999, for ever.
    is_configured INTEGER NOT NULL
) STRICT;

-- When the last mute of a story ends; 0 where there never was one. A time that has passed mutes nothing: no work waits for it.
ALTER TABLE story_status ADD COLUMN muted_until INTEGER NOT NULL DEFAULT 0;
CREATE INDEX status_muted ON story_status (muted_until, feed_id, hidden_at) WHERE muted_until > 0;

DROP INDEX status_unread;
DROP INDEX status_unread_by_feed;
CREATE INDEX status_unread ON story_status (sort_at, story_id, feed_id, muted_until) WHERE read_at IS NULL AND hidden_at IS NULL;
CREATE INDEX status_unread_by_feed ON story_status (feed_id, muted_until) WHERE read_at IS NULL AND hidden_at IS NULL;
