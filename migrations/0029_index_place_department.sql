-- Serves: which towns are there around this group, to be offered while one types? Named in the statement: without figures of how
-- many towns a country has, SQLite would read all of them by the primary key.
CREATE INDEX place_department ON place (country, department);
