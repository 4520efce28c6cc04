// Events of the log as CloudEvents 1.0, in its JSON format, for whoever asks for that by Accept.
import type { FastifyRequest } from 'fastify';
import type { StoredEvent } from '#application';
import { BASE } from './answer.js';

export const ONE_CLOUD_EVENT = 'application/cloudevents+json; charset=utf-8';
export const CLOUD_EVENTS = 'application/cloudevents-batch+json; charset=utf-8';

/** Whether a request would rather have CloudEvents: it names their type, and JSON not before it. */
export function wantsCloudEvents({ headers }: FastifyRequest): boolean {
  const accepted = (headers.accept ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const first = accepted.find(
    (type) => type === 'application/json' || type?.startsWith('application/cloudevents'),
  );
  return first !== undefined && first !== 'application/json';
}

/** Its id is that of the event, its subject the stream; what CloudEvents has no attribute for are extensions. */
export const cloudEvent = ({
  eventId,
  streamId,
  type,
  schemaVersion,
  recordedAt,
  position,
  version,
  data,
  metadata,
}: StoredEvent) => ({
  specversion: '1.0',
  id: eventId,
  source: `${BASE}/events`,
  type: `chancery.${type}.v${String(schemaVersion)}`,
  subject: streamId,
  time: recordedAt,
  datacontenttype: 'application/json',
  position,
  streamversion: version,
  actor: metadata.actor,
  ...(metadata.correlationId !== undefined && { correlationid: metadata.correlationId }),
  ...(metadata.causationId !== undefined && { causationid: metadata.causationId }),
  ...(metadata.batchId !== undefined && { batchid: metadata.batchId }),
  data,
});
