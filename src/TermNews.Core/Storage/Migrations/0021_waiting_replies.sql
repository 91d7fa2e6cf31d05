-- An imported reply that waits for its story stays a reply.
ALTER TABLE waiting_comments ADD COLUMN reply_to_uid TEXT;

DROP TRIGGER stories_are_awaited;
CREATE TRIGGER stories_are_awaited AFTER INSERT ON stories WHEN EXISTS (SELECT 1 FROM waiting_comments)
BEGIN
    INSERT OR IGNORE INTO comments (story_id, author, text, created_at, edited_at, uid)
    SELECT new.id, author, text, created_at, edited_at, uid FROM waiting_comments
     WHERE (entry_guid = new.entry_guid AND feed_url = (SELECT feed_url FROM feeds WHERE id = new.feed_id)) OR link = new.link
     ORDER BY created_at;
    UPDATE comments SET reply_to = (
        SELECT p.id FROM waiting_comments w JOIN comments p ON p.uid = w.reply_to_uid AND p.story_id = new.id AND p.id <> comments.id
         WHERE w.uid = comments.uid)
     WHERE story_id = new.id AND reply_to IS NULL AND uid IN (SELECT uid FROM waiting_comments WHERE reply_to_uid IS NOT NULL);
    DELETE FROM waiting_comments WHERE uid IN (SELECT uid FROM comments WHERE story_id = new.id);
END;
