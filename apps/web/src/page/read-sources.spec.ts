import { describe, expect, it } from '@jest/globals';
import { readSources } from './read-sources.js';

const SALT = '5f0c8b9e-3f5f-4f5e-9a63-0d4a8f1f4f10';
const read = (typed: Record<string, string>) => readSources(typed, 'en', SALT);
const NEW = {
  'source-1-url': 'https://example.org/a',
  'source-1-outlet': 'وزارة الخارجية',
  'source-1-language': 'ar',
};

describe('the sources that a form cites', () => {
  it('are chosen from those registered, with what they say', () => {
    const { citations, registrations, faults } = read({ 'source-1': 'gazette-1', 'source-1-quote': 'انضمت' });
    expect({ citations, registrations, faults }).toEqual({
      citations: [{ source: 'gazette-1', quote: 'انضمت' }],
      registrations: [],
      faults: [],
    });
  });

  it('or registered in place, under the same id however often the form is sent', () => {
    const first = read(NEW);
    expect(first.faults).toEqual([]);
    expect(first.registrations).toEqual([
      {
        id: first.citations[0]!.source,
        outlet: 'وزارة الخارجية',
        url: 'https://example.org/a',
        language: 'ar',
      },
    ]);
    expect(first.citations[0]!.source).toMatch(/^example-org-[0-9a-f]{8}$/);
    expect(read(NEW)).toEqual(first);
    expect(readSources(NEW, 'en', 'another form').citations).not.toEqual(first.citations);
  });

  it.each([
    [{}, 'source-1'],
    [{ 'source-1-quote': 'joined' }, 'source-1'],
    [{ ...NEW, 'source-1': 'gazette-1' }, 'source-1'],
    [{ ...NEW, 'source-1-outlet': '' }, 'source-1-outlet'],
    [{ ...NEW, 'source-1-outlet': 'x'.repeat(201) }, 'source-1-outlet'],
    [{ ...NEW, 'source-1-url': 'javascript:alert(1)' }, 'source-1-url'],
    [{ ...NEW, 'source-1-published': '30-02-2025' }, 'source-1-published'],
    [{ ...NEW, 'source-1-relies': 'x'.repeat(201) }, 'source-1-relies'],
    [{ ...NEW, 'source-1-title': 'a\u0000b' }, 'source-1-title'],
    [{ 'source-1': '../../etc/passwd' }, 'source-1'],
    [{ 'source-1': 'gazette-1', 'source-1-quote': 'x'.repeat(5001) }, 'source-1-quote'],
    [{ 'source-rows': '2', 'source-1': 'gazette-1', 'source-2': 'gazette-1' }, 'source-2'],
  ])('%j is at fault at %s', (typed: Record<string, string>, field) => {
    expect(read(typed).faults.map((fault) => fault.field)).toEqual([field]);
  });
});
