-- Serves: who has unsubscribed lately?
CREATE INDEX suppression_since ON suppression (since_at);
