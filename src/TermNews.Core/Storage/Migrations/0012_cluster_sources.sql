-- With the feed, so that the sources of a cluster are counted in the index alone: ranked lists count them for thousands of candidates.
DROP INDEX status_by_cluster;
CREATE INDEX status_by_cluster ON story_status (cluster_id, sort_at, story_id, feed_id) WHERE cluster_id IS NOT NULL;
