export type { EventMetadata, NewEvent, StoredEvent } from './event.js';
export {
  asStored,
  eventCodec,
  type EventCodec,
  type EventType,
  type EventTypes,
  type Schema,
} from './event-codec.js';
export { fingerprint } from './fingerprint.js';
export { InMemoryEventStore } from './memory/in-memory-event-store.js';
export { eventStoreRoles, eventStoreSql } from './postgres/event-store-sql.js';
export { foldStreams } from './postgres/fold-streams.js';
export { loadLog } from './postgres/load-log.js';
export type { ProjectionBinding } from './postgres/live-documents.js';
export {
  projectionStatus,
  resumeProjection,
  waitForProjections,
  type ProjectionFailure,
  type ProjectionId,
  type ProjectionStatus,
} from './postgres/projection-state.js';
export {
  runProjections,
  type ProjectionRunner,
  type ProjectionRunnerOptions,
} from './postgres/projection-runner.js';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres-event-store.js';
export { SteadyClient, steadyPool } from './postgres/steady-client.js';
export type {
  DocumentChange,
  Documents,
  Projection,
  ProjectionTable,
  Scope,
  SqlClient,
} from './projection.js';
export { replay } from './replay.js';
export { StoreError, type StoreErrorCode } from './store-error.js';
export type { AppendRequest, AppendResult, EventStore, Expectation, StreamWrite } from './store.js';
