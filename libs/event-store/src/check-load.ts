import { checkedJson } from './check-json.js';
import { checkMetadata, checkStreamId } from './check-request.js';
import type { StoredEvent } from './event.js';
import type { EventCodec } from './event-codec.js';
import { isUuid } from './names.js';
import { StoreError } from './store-error.js';

/** Goes along a log that comes from elsewhere and refuses the first event that could not have been written here. */
export class LoadCheck {
  #position = 0;
  #recordedAt = '';
  readonly #versions = new Map<string, number>();

  constructor(
    private readonly codec: EventCodec,
    private readonly now: Date,
  ) {}

  /** Refuses an event that may not follow the ones before it; gives the JSON text of its data. */
  next(event: StoredEvent): string {
    const { streamId, eventId, position, version, recordedAt } = event;
    checkStreamId(streamId);
    if (!isUuid(eventId)) throw outOfLine(event, `${eventId} is not a UUID`);
    checkMetadata(event.metadata);
    if (position !== this.#position + 1) throw outOfLine(event, `follows position ${this.#position}`);
    const before = this.#versions.get(streamId) ?? 0;
    if (version !== before + 1) throw outOfLine(event, `version ${version} of ${streamId} follows ${before}`);
    this.#checkInstant(event);
    this.codec.check(event);
    this.#position = position;
    this.#recordedAt = recordedAt;
    this.#versions.set(streamId, version);
    return checkedJson(event.data);
  }

  #checkInstant(event: StoredEvent): void {
    const { recordedAt } = event;
    const instant = new Date(recordedAt);
    if (!(instant.getTime() >= 0) || instant.toISOString() !== recordedAt)
      throw outOfLine(event, `${recordedAt} is not an instant since 1970 in UTC with milliseconds`);
    if (recordedAt < this.#recordedAt) throw outOfLine(event, `${recordedAt} is before ${this.#recordedAt}`);
    if (instant > this.now) throw outOfLine(event, `${recordedAt} is in the future`);
  }
}

function outOfLine({ position }: StoredEvent, message: string): StoreError {
  return new StoreError('bad-request', `event ${position}: ${message}`, { position });
}
