-- The texts of a few stories of a feed are packed together, as TextBlock makes them: that takes half the time, and less room.
CREATE TABLE text_blocks (
    id     INTEGER PRIMARY KEY,
    texts  INTEGER NOT NULL,   -- Of how many stories it holds the texts.
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE text_places (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    block_id INTEGER NOT NULL REFERENCES text_blocks (id),
    place    INTEGER NOT NULL   -- Which of the block's stories it is, counted from 0.
) STRICT;

INSERT INTO text_blocks SELECT story_id, 1, packed FROM story_text;
INSERT INTO text_places SELECT story_id, story_id, 0 FROM story_text;
DROP TABLE story_text;
ALTER TABLE text_places RENAME TO story_text;
CREATE INDEX story_text_by_block ON story_text (block_id);

CREATE TRIGGER story_text_was_the_last_of_its_block AFTER DELETE ON story_text
  WHEN NOT EXISTS (SELECT 1 FROM story_text WHERE block_id = OLD.block_id)
BEGIN
    DELETE FROM text_blocks WHERE id = OLD.block_id;
END;

-- An article counts the words that it shows.
ALTER TABLE stories DROP COLUMN word_count;
