-- Serve: which trainings and activities were there in these months?
CREATE INDEX training_held ON training (held_on, theme, attendees);
CREATE INDEX activity_held ON activity (held_on, attendees);
