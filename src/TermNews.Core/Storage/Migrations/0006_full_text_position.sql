-- The full text of a page has other paragraphs than the feed's text.
ALTER TABLE story_status ADD COLUMN full_text_position INTEGER NOT NULL DEFAULT 0;
