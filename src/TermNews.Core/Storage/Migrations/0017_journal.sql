-- What the reader did, so that it can be undone and done again, by any program that has this file.
CREATE TABLE journal_steps (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,   -- Steps are undone from the highest id down.
    at        INTEGER NOT NULL,
    kind      TEXT NOT NULL,                       -- A name of StepKinds.
    words     TEXT NOT NULL,                       -- What was done: "3 stories marked as read".
    undone_at INTEGER,                             -- Null while it is done; undone steps are always the last ones.
    first_row INTEGER NOT NULL,                    -- Its rows are those of journal_rows from here…
    last_row  INTEGER NOT NULL,                    -- …to here, both included; less than first_row where it has none.
    size      INTEGER NOT NULL                     -- Bytes of its rows, about.
) STRICT;

CREATE INDEX journal_undone ON journal_steps (id) WHERE undone_at IS NOT NULL;

-- What is to be done to a row of another table in order to turn a step, from the last row to the first.
CREATE TABLE journal_rows (
    id      INTEGER PRIMARY KEY,
    deed    TEXT NOT NULL,   -- insert, update or delete.
    subject TEXT NOT NULL,   -- The table.
    columns TEXT NOT NULL,   -- The columns that have a value here, with commas between: of the key, of the row, or of both.
    v1 ANY, v2 ANY, v3 ANY, v4 ANY, v5 ANY, v6 ANY, v7 ANY, v8 ANY,
    v9 ANY, v10 ANY, v11 ANY, v12 ANY, v13 ANY, v14 ANY, v15 ANY, v16 ANY,
    v17 ANY, v18 ANY, v19 ANY, v20 ANY, v21 ANY, v22 ANY, v23 ANY, v24 ANY,
    v25 ANY, v26 ANY, v27 ANY, v28 ANY, v29 ANY, v30 ANY, v31 ANY, v32 ANY
) STRICT;
