-- A draft per place where words are typed: a new comment on a story, an answer to a comment, the change of a comment.
ALTER TABLE drafts RENAME TO drafts_of_stories;

CREATE TABLE drafts (
    id       INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES stories (id),   -- A story with a draft is not deleted.
    editing  INTEGER,   -- May name a comment that was deleted: when that is undone, the change finds it again.
    reply_to INTEGER,   -- Likewise.
    text     TEXT NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX drafts_by_place ON drafts (story_id, ifnull(editing, 0), ifnull(reply_to, 0));

INSERT INTO drafts (story_id, text, saved_at) SELECT story_id, text, saved_at FROM drafts_of_stories;
DROP TABLE drafts_of_stories;
