import { describe, it, expect } from '@jest/globals';
import { replay, type Projection, type StoredEvent } from '#event-store';
import { bodies, sources, states } from './registers.projection.js';

const body = {
  slug: 'abraham-accords',
  kind: 'accord',
  names: { en: 'Abraham Accords' },
  rule: { binding: 'signature', invitation: false },
  sources: [],
};
const state = { code: 'KAZ', names: { en: 'Kazakhstan' } };
const source = { id: 'ani', outlet: 'not named', language: 'ar' };

const event = (position: number, streamId: string, type: string, data: object): StoredEvent => ({
  position,
  eventId: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
  streamId,
  version: 1,
  type,
  schemaVersion: 1,
  data,
  metadata: { actor: 'loader:demo' },
  recordedAt: '2025-11-07T12:00:00.000Z',
});
const log = [
  event(1, 'source-ani', 'SourceRegistered', source),
  event(2, 'body-abraham-accords', 'BodyRegistered', body),
  event(3, 'state-KAZ', 'StateRegistered', state),
];

describe('the registers', () => {
  it.each<[Projection<never> | Projection<object>, string, object]>([
    [sources, 'ani', { ...source, position: 1 }],
    [bodies, 'abraham-accords', { ...body, position: 2 }],
    [states, 'KAZ', { ...state, position: 3 }],
  ])(
    '$name: a row for each registration, with its position, and for nothing else',
    async (register, key, row) => {
      expect(await replay(register as Projection<object>, [log])).toEqual(new Map([[key, row]]));
    },
  );
});
