-- A name of signs alone, such as 🌻, was compared as nothing: two such groups could not be, and neither was found.
UPDATE local_group
SET name_key = lower(trim(replace(replace(name, char(160), ' '), char(769), '')))
WHERE name_key = '';

UPDATE person
SET name_key = lower(trim(replace(replace(name, char(160), ' '), char(769), '')))
WHERE name_key = '';
