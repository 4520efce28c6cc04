import { describe, it, expect } from '@jest/globals';
import { z } from 'zod';
import { uuidV5 } from './uuid-v5.js';
import { eventIdOf, ROWS_NAMESPACE } from './acts/row-id.js';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const URLS = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

describe('uuidV5', () => {
  it('gives the example of RFC 9562, appendix A.4', () => {
    expect(uuidV5(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('reads a namespace in either case, and a name as UTF-8', () => {
    expect(uuidV5(DNS.toUpperCase(), 'www.example.com')).toBe(uuidV5(DNS, 'www.example.com'));
    expect(uuidV5(DNS, 'كازاخستان')).toBe('6a15c7dc-c200-5604-bf3e-542bec2d7060');
  });

  it('differs by namespace and by name', () => {
    const ids = [uuidV5(DNS, 'a'), uuidV5(DNS, 'b'), uuidV5(URLS, 'a')];
    expect(new Set(ids).size).toBe(3);
  });
});

describe('eventIdOf', () => {
  it('derives from a namespace that can be derived again', () => {
    expect(ROWS_NAMESPACE).toBe(uuidV5(URLS, 'chancery:acts-ndjson'));
  });

  it('never changes: a row imported last year is the same row', () => {
    expect(eventIdOf('act', 'kaz-board-of-peace-invited')).toBe('da3a4d7d-aef9-5cc5-a375-f58fe2e55389');
    expect(eventIdOf('body', 'board-of-peace')).toBe('b20f947a-b110-58e0-bd4e-38d027fd3b83');
  });

  it('gives registrations and acts of one name ids of their own, which the schemas take', () => {
    const ids = (['source', 'body', 'state', 'act'] as const).map((kind) => eventIdOf(kind, 'x'));
    expect(new Set(ids).size).toBe(4);
    expect(ids.every((id) => z.uuid().safeParse(id).success)).toBe(true);
  });
});
