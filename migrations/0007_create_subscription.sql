-- That a person is on one of the movement's mailing lists, by the list's key in the configuration.
CREATE TABLE subscription (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  list TEXT NOT NULL,
  since_at TEXT NOT NULL,
  PRIMARY KEY (person_id, list)
) STRICT, WITHOUT ROWID;

-- Serves: who is on this list?
CREATE INDEX subscription_list ON subscription (list);
