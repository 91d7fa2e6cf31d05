-- Pictures of articles, made small; what is here can be fetched again.
CREATE TABLE pictures (
    url        TEXT PRIMARY KEY,
    fetched_at INTEGER NOT NULL,
    file       BLOB NOT NULL
) STRICT;

CREATE INDEX pictures_by_age ON pictures (fetched_at);
