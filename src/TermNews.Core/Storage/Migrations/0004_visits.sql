-- What visits taught about a feed.
ALTER TABLE feeds ADD COLUMN moving_to    TEXT;      -- Where its last visit was sent for good; the next visit decides.
ALTER TABLE feeds ADD COLUMN gone_at      INTEGER;   -- Its host said that it is gone (410): it is not visited any more.
ALTER TABLE feeds ADD COLUMN rhythm       INTEGER;   -- Seconds between visits, as its entries come.
ALTER TABLE feeds ADD COLUMN time_to_live INTEGER;   -- Seconds that it asks not to be fetched again.
ALTER TABLE feeds ADD COLUMN skip_hours   INTEGER NOT NULL DEFAULT 0;   -- Bit n: no visits in the hour from n o'clock, GMT.
ALTER TABLE feeds ADD COLUMN skip_days    INTEGER NOT NULL DEFAULT 0;   -- Bit n: no visits on day n of the week, Sunday being 0.
