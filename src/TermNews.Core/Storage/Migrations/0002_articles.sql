-- Full texts of stories as they were found on their pages; what is here can be fetched again.
CREATE TABLE articles (
    story_id      INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    fetched_at    INTEGER NOT NULL,
    html          TEXT,   -- Null where the page has no readable article.
    fault         TEXT,   -- Why there is none.
    title         TEXT,
    byline        TEXT,
    site_name     TEXT,
    published_at  INTEGER,
    language      TEXT,
    right_to_left INTEGER NOT NULL,
    image_url     TEXT,
    image_caption TEXT,
    size          INTEGER NOT NULL
) STRICT;

CREATE INDEX articles_by_age ON articles (fetched_at, size);
