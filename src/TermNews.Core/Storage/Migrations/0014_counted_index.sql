-- What a feed counted for its newest stories is found without looking through those that it counted nothing for.
CREATE INDEX status_counted ON story_status (feed_id, sort_at, story_id) WHERE hidden_at IS NULL AND is_counted > 0;
