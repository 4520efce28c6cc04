-- The projector reads the log and keeps the positions of the projections.
GRANT USAGE ON SCHEMA event_store TO chancery_projector;
GRANT SELECT ON event_store.event, event_store.head, event_store.projection TO chancery_projector;
GRANT INSERT (name, version) ON event_store.projection TO chancery_projector;
GRANT UPDATE (position, failed_position, failed_event_id, failure, failed_at)
  ON event_store.projection TO chancery_projector;
