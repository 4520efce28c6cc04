// One stored sample for each event type and version. What was stored once must be readable for ever: samples are added
// to and never edited. A sample of an earlier version has a `.decoded.json` beside it: what it is today.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it, expect } from '@jest/globals';
import { eventCodec, type StoredEvent } from '#event-store';
import { eventTypes, type EventType } from '#register';

const folder = new URL('events/', import.meta.url);
const files = readdirSync(folder);
const codec = eventCodec(eventTypes);

const expected = (Object.keys(eventTypes) as EventType[]).flatMap((type) =>
  eventTypes[type].schemas.map((_, index) => ({
    type,
    version: index + 1,
    file: `${type}.v${index + 1}.json`,
  })),
);

const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

const stored = (type: string, schemaVersion: number, data: unknown): StoredEvent => ({
  position: 1,
  eventId: '00000000-0000-4000-8000-000000000001',
  streamId: 'golden',
  version: 1,
  type,
  schemaVersion,
  data,
  metadata: { actor: 'loader:golden' },
  recordedAt: '2026-01-19T14:24:00.000Z',
});

describe('golden events', () => {
  it('there is a sample of every type and version, and none beyond', () => {
    const samples = files.filter((file) => !file.endsWith('.decoded.json'));
    expect(samples.sort()).toEqual(expected.map(({ file }) => file).sort());
  });

  it('each sample of an earlier version says what it is today, and no other does', () => {
    const earlier = expected.filter(({ type, version }) => version < eventTypes[type].schemas.length);
    const decoded = files.filter((file) => file.endsWith('.decoded.json'));
    expect(decoded.sort()).toEqual(earlier.map(({ file }) => file.replace('.json', '.decoded.json')).sort());
  });

  it.each(expected)('$type, version $version, could be stored as it stands', ({ type, version, file }) => {
    const data = json(file);
    expect(eventTypes[type].schemas[version - 1]?.parse(data)).toEqual(data);
    expect(() => codec.check(stored(type, version, data))).not.toThrow();
  });

  it.each(expected)('$type, version $version, is read as expected', ({ type, version, file }) => {
    const latest = eventTypes[type].schemas.length;
    const today = json(version === latest ? file : file.replace('.json', '.decoded.json'));
    expect(codec.decode(stored(type, version, json(file)))).toEqual(stored(type, latest, today));
    expect(codec.encode({ type, data: today as object })).toEqual({ schemaVersion: latest, data: today });
  });

  it.each(expected)(
    '$type, version $version, refuses a field that it does not know',
    ({ type, version, file }) => {
      const data = { ...(json(file) as object), colour: 'blue' };
      expect(() => codec.check(stored(type, version, data))).toThrow(/colour/);
    },
  );
});
