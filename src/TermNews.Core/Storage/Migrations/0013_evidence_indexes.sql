-- Ranked lists and counts are chosen by in indexes alone, whatever else is known of a hundred thousand stories.
ALTER TABLE story_status ADD COLUMN is_counted INTEGER NOT NULL DEFAULT 0;   -- Its feed says how often it was liked, viewed or commented on.
UPDATE story_status SET is_counted = 1 WHERE story_id IN (
    SELECT id FROM stories WHERE published_comments > 0 OR published_points > 0 OR published_views > 0 OR published_rating > 0);

CREATE INDEX status_with_evidence ON story_status (feed_id, sort_at, story_id, muted_until, is_counted)
 WHERE hidden_at IS NULL AND (cluster_id IS NOT NULL OR is_counted > 0 OR views > 0);

DROP INDEX status_by_feed;
DROP INDEX status_by_cluster;
DROP INDEX status_unread_by_feed;
CREATE INDEX status_by_feed ON story_status (feed_id, sort_at, story_id, hidden_at, muted_until);
CREATE INDEX status_by_cluster ON story_status (cluster_id, sort_at, story_id, feed_id, hidden_at, muted_until, read_at) WHERE cluster_id IS NOT NULL;
CREATE INDEX status_unread_by_feed ON story_status (feed_id, sort_at, story_id, muted_until) WHERE read_at IS NULL AND hidden_at IS NULL;
