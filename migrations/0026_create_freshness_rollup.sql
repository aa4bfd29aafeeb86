-- How old each section was at the end of a round, in groups by region; of the groups that are written to
CREATE TABLE freshness_rollup (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  section TEXT NOT NULL,
  region TEXT NOT NULL,
  month INTEGER NOT NULL,
  quarter INTEGER NOT NULL,
  half INTEGER NOT NULL,
  older INTEGER NOT NULL,
  never INTEGER NOT NULL,
  PRIMARY KEY (round_key, section, region)
) STRICT, WITHOUT ROWID;

-- How old each section was at the end of a round, by department too: `freshness_rollup`, which has it by region, is their sum. Read for
-- one department at a time.
CREATE TABLE freshness_snapshot (
  department TEXT NOT NULL,
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  section TEXT NOT NULL,
  region TEXT NOT NULL,
  month INTEGER NOT NULL,
  quarter INTEGER NOT NULL,
  half INTEGER NOT NULL,
  older INTEGER NOT NULL,
  never INTEGER NOT NULL,
  PRIMARY KEY (department, round_key, section, region)
) STRICT, WITHOUT ROWID;

-- Serves: does a round that goes take its ages with it?
CREATE INDEX freshness_snapshot_round ON freshness_snapshot (round_key);

CREATE TRIGGER freshness_snapshot_sums AFTER INSERT ON freshness_snapshot
BEGIN
  INSERT INTO freshness_rollup (round_key, section, region, month, quarter, half, older, never)
  VALUES (new.round_key, new.section, new.region, new.month, new.quarter, new.half, new.older, new.never)
  ON CONFLICT DO UPDATE
  SET
    month = month + excluded.month,
    quarter = quarter + excluded.quarter,
    half = half + excluded.half,
    older = older + excluded.older,
    never = never + excluded.never;
END;

-- A round's end is added up slice by slice
CREATE TRIGGER freshness_snapshot_grows AFTER UPDATE ON freshness_snapshot
BEGIN
  UPDATE freshness_rollup
  SET
    month = month + new.month - old.month,
    quarter = quarter + new.quarter - old.quarter,
    half = half + new.half - old.half,
    older = older + new.older - old.older,
    never = never + new.never - old.never
  WHERE round_key = new.round_key AND section = new.section AND region = new.region;
END;
