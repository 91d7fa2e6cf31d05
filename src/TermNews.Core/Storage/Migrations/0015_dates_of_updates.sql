-- Of entries that say only when they were updated, as Atom allows (RFC 4287 section 4.1.2), that is where they stand in time.
UPDATE story_status SET sort_at = s.updated_at
  FROM stories s
 WHERE s.id = story_status.story_id AND s.published_at IS NULL AND s.updated_at < story_status.sort_at;
