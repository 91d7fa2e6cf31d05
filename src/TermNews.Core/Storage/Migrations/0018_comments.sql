-- A comment has an id that is unique over machines (RFC 9562). Those that are there get one made of what two copies of a database share
-- (version 8), so that copies agree; new ones get one of version 7 from the program.
ALTER TABLE comments ADD COLUMN uid TEXT;
UPDATE comments SET uid = printf('%08x-%04x-8000-8000-%012x', created_at & 0xffffffff, story_id & 0xffff, id);
CREATE UNIQUE INDEX comments_by_uid ON comments (uid);

-- What a comment said before.
CREATE TABLE comment_versions (
    uid        TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    text       TEXT NOT NULL,
    PRIMARY KEY (uid, written_at, text)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER comments_keep_versions AFTER UPDATE OF text ON comments WHEN old.text <> new.text AND old.uid IS NOT NULL
BEGIN
    INSERT OR IGNORE INTO comment_versions (uid, written_at, text)
    VALUES (old.uid, coalesce(old.edited_at, old.created_at), old.text);
END;

-- Tombstones: a deleted comment does not come back by an import. Undoing the deletion inserts it again, and takes the tombstone away.
CREATE TABLE comment_tombstones (
    uid        TEXT NOT NULL PRIMARY KEY,
    deleted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER comments_leave_tombstones AFTER DELETE ON comments WHEN old.uid IS NOT NULL
BEGIN
    INSERT OR REPLACE INTO comment_tombstones (uid, deleted_at) VALUES (old.uid, unixepoch());
END;

CREATE TRIGGER comments_rise_again AFTER INSERT ON comments WHEN new.uid IS NOT NULL
BEGIN
    DELETE FROM comment_tombstones WHERE uid = new.uid;
END;

-- Imported comments whose story is not here (yet).
CREATE TABLE waiting_comments (
    uid        TEXT NOT NULL PRIMARY KEY,
    feed_url   TEXT,
    entry_guid TEXT,
    link       TEXT,
    headline   TEXT,
    author     TEXT NOT NULL,
    text       TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TRIGGER stories_are_awaited AFTER INSERT ON stories WHEN EXISTS (SELECT 1 FROM waiting_comments)
BEGIN
    INSERT OR IGNORE INTO comments (story_id, author, text, created_at, edited_at, uid)
    SELECT new.id, author, text, created_at, edited_at, uid FROM waiting_comments
     WHERE (entry_guid = new.entry_guid AND feed_url = (SELECT feed_url FROM feeds WHERE id = new.feed_id)) OR link = new.link;
    DELETE FROM waiting_comments WHERE uid IN (SELECT uid FROM comments WHERE story_id = new.id);
END;
