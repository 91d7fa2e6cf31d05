-- Times are Unix seconds. Text the lists show is apart from the heavy text, and both are apart from what the reader did.

CREATE TABLE feeds (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_url      TEXT NOT NULL UNIQUE,
    title         TEXT,
    own_title     TEXT,
    site_url      TEXT,
    etag          TEXT,
    last_modified TEXT,
    fetched_at    INTEGER,
    next_fetch_at INTEGER,
    paused_until  INTEGER,
    error         TEXT,
    failures      INTEGER NOT NULL DEFAULT 0,
    added_at      INTEGER NOT NULL,
    removed_at    INTEGER   -- The subscription ended; the row stays for the stories that are kept.
) STRICT;

CREATE TABLE feed_tags (
    feed_id  INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag      TEXT NOT NULL,
    folded   TEXT NOT NULL,
    PRIMARY KEY (feed_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE stories (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id            INTEGER NOT NULL REFERENCES feeds (id),
    entry_guid         TEXT NOT NULL,
    title              TEXT,
    link               TEXT,
    author             TEXT,
    author_email       TEXT,
    published_at       INTEGER,
    updated_at         INTEGER,
    first_seen_at      INTEGER NOT NULL,
    categories         TEXT,   -- A JSON array of strings, or null.
    enclosures         TEXT,   -- A JSON array of objects, or null.
    image_url          TEXT,
    image_caption      TEXT,
    language           TEXT,
    discussion_link    TEXT,
    lead               TEXT,
    word_count         INTEGER NOT NULL,
    published_comments INTEGER,
    published_points   INTEGER,
    published_views    INTEGER,
    published_rating   REAL,
    fingerprint        INTEGER NOT NULL,   -- Of what this table holds: an unchanged entry is not written again.
    text_fingerprint   INTEGER NOT NULL,   -- Of what the text and the search index hold.
    cluster_id         INTEGER,            -- The first story of its cluster; null for a story alone, which stands for its own id.
    UNIQUE (feed_id, entry_guid)
) STRICT;

CREATE INDEX stories_by_cluster ON stories (cluster_id) WHERE cluster_id IS NOT NULL;

-- One narrow row for each story: all that lists are chosen and ordered by, so that no list reads a wide row it does not show.
-- feed_id never changes; sort_at stands here alone.
CREATE TABLE story_status (
    story_id  INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    feed_id   INTEGER NOT NULL,
    sort_at   INTEGER NOT NULL,
    read_at   INTEGER,
    saved_at  INTEGER,
    pinned_at INTEGER,
    hidden_at INTEGER,
    viewed_at INTEGER,
    views     INTEGER NOT NULL DEFAULT 0,
    position  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX status_by_time ON story_status (sort_at, story_id);
CREATE INDEX status_by_feed ON story_status (feed_id, sort_at, story_id);
CREATE INDEX status_unread ON story_status (sort_at, story_id, feed_id) WHERE read_at IS NULL AND hidden_at IS NULL;
CREATE INDEX status_unread_by_feed ON story_status (feed_id) WHERE read_at IS NULL AND hidden_at IS NULL;
CREATE INDEX status_saved ON story_status (sort_at, story_id) WHERE saved_at IS NOT NULL;
CREATE INDEX status_pinned ON story_status (sort_at, story_id) WHERE pinned_at IS NOT NULL;

CREATE TABLE story_text (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    summary  TEXT,
    content  TEXT
) STRICT;

CREATE TABLE categories (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
) STRICT;

CREATE INDEX categories_by_folded ON categories (folded);

CREATE TABLE story_categories (
    category_id INTEGER NOT NULL REFERENCES categories (id),
    story_id    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    PRIMARY KEY (category_id, story_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_categories_by_story ON story_categories (story_id);

CREATE TABLE comments (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    story_id   INTEGER NOT NULL REFERENCES stories (id),
    author     TEXT NOT NULL,
    text       TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at  INTEGER,
    reply_to   INTEGER   -- May name a comment that was deleted: when that is undone, the reply finds it again.
) STRICT;

CREATE INDEX comments_by_story ON comments (story_id, created_at);

CREATE TABLE drafts (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;

-- Contentless: the words are kept, not the text, which is separated differently for indexing than for reading.
-- The column feed holds the feed's id, so that renaming a feed rewrites nothing.
CREATE VIRTUAL TABLE story_index USING fts5 (
    title, author, categories, feed, body,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE story_terms USING fts5vocab (story_index, row);
