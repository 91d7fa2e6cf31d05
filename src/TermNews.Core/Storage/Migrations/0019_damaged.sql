-- What could not be read any more and was set aside by `db check --repair`, as it was.
CREATE TABLE damaged (
    id           INTEGER PRIMARY KEY,
    subject      TEXT NOT NULL,      -- The table and the column: stories.categories.
    row_id       INTEGER NOT NULL,   -- Its row there.
    story_id     INTEGER,            -- The story that it belonged to; null for none, or several.
    value        ANY,                -- Null where not even the bytes could be read.
    set_aside_at INTEGER NOT NULL
) STRICT;
