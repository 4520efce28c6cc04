import { eventCodec } from '#event-store';
import { eventTypes } from '#register';

/** Reads and writes the events of the register. */
export const codec = eventCodec(eventTypes);
