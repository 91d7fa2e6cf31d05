-- Stories that the reader took out of a cluster, each with those it never shares one with again.
CREATE TABLE cluster_splits (
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    PRIMARY KEY (story_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cluster_splits_by_other ON cluster_splits (other_id);
