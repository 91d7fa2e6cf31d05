-- Stories that report the same news share the lowest id among them, in the narrow row that lists are chosen by; null for a story alone.
DROP INDEX stories_by_cluster;
ALTER TABLE stories DROP COLUMN cluster_id;
ALTER TABLE story_status ADD COLUMN cluster_id INTEGER;
CREATE INDEX status_by_cluster ON story_status (cluster_id, sort_at, story_id) WHERE cluster_id IS NOT NULL;

-- Stories whose cluster has not been looked for yet.
CREATE TABLE unclustered (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE
) STRICT;

INSERT INTO unclustered SELECT id FROM stories;

-- In how many headlines each word was seen, by its hash; 0 for all headlines.
CREATE TABLE cluster_words (
    word      INTEGER PRIMARY KEY,
    headlines INTEGER NOT NULL
) STRICT;
