-- What interest is learnt from: the stories the reader did something with, found by when.
ALTER TABLE story_status ADD COLUMN finished_at INTEGER;   -- When its text was first read to the end.
CREATE INDEX status_liked ON story_status (max(coalesce(viewed_at, 0), coalesce(saved_at, 0)), story_id)
 WHERE max(coalesce(viewed_at, 0), coalesce(saved_at, 0)) > 0;   -- Said so that it is not taken for an index of what is saved.
CREATE INDEX status_hidden ON story_status (hidden_at, story_id) WHERE hidden_at IS NOT NULL;

-- What the reader said about interests. Nothing that was learnt stands here: it is learnt anew from the stories each time.
CREATE TABLE interest_edits (
    kind      TEXT NOT NULL,   -- term, feed or category; all where everything was erased.
    key       TEXT NOT NULL,   -- The term, the feed's id in digits, the category without case; empty for all.
    name      TEXT NOT NULL,
    strength  REAL,            -- From -3 to 3; null where it was forgotten and is learnt anew from then on.
    edited_at INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
