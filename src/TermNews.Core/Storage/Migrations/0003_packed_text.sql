-- A story's texts are kept compressed and together, as PackedText makes them.
CREATE TABLE packed_text (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    packed   BLOB NOT NULL
) STRICT;

INSERT INTO packed_text SELECT story_id, pack_text(summary, content) FROM story_text;
DROP TABLE story_text;
ALTER TABLE packed_text RENAME TO story_text;

-- Stories that are listed and readable and whose words the index does not have yet, or not as they are now.
CREATE TABLE unindexed (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE
) STRICT;

INSERT INTO unindexed SELECT id FROM stories;

-- The body comes first: the index names the column of each word but of those in the first, and most words are in the body.
DROP TABLE story_terms;
DROP TABLE story_index;
CREATE VIRTUAL TABLE story_index USING fts5(
    body, title, author, categories, feed,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Many words are gathered before they are written, and less is merged afterwards.
INSERT INTO story_index (story_index, rank) VALUES ('hashsize', 16777216);
INSERT INTO story_index (story_index, rank) VALUES ('automerge', 8);

CREATE VIRTUAL TABLE story_terms USING fts5vocab (story_index, row);
