import { describe, it, expect } from '@jest/globals';
import { Timeline, type TimelineEntry } from './timeline.js';
import { drawnWith, rendered } from './testing/rendered.js';

const act: TimelineEntry = {
  kind: 'act',
  type: 'CharterSigned',
  id: 'a1',
  on: '2026-01-22',
  status: 'counts',
  disputed: false,
  attestation: 'signed',
  body: { name: '<b>Board</b>', href: '/bodies/board-of-peace' },
  href: '/acts/a1',
};
const relations: TimelineEntry = {
  kind: 'contact',
  type: 'relations-established',
  id: 'c1',
  on: '1992',
  status: 'counts',
  disputed: false,
  attestation: 'reported',
};
const claim: TimelineEntry = { ...act, id: 'a2', on: '2026-01', status: 'claim', disputed: true };
const line = (language: 'en' | 'ar', entries: TimelineEntry[]) =>
  rendered(<Timeline id="t" language={language} state="Kazakhstan" entries={entries} />);

describe('a timeline', () => {
  it('lists acts and contacts by year, in the order of days', () => {
    const html = line('en', [act, claim, relations]);
    const order = [...html.matchAll(/<li id="t-(\w+)"/g)].map(([, id]) => id);
    expect(order).toEqual(['c1', 'a2', 'a1']);
    expect([...html.matchAll(/<h3[^>]*>(\d+)/g)].map(([, year]) => year)).toEqual(['1992', '2026']);
  });

  it('tells a contact, an act, and what does not count apart by shape and by word', () => {
    const html = line('en', [act, claim, relations]);
    expect(['contact', 'void', 'filled'].map((look) => drawnWith(html, look).length)).toEqual([1, 1, 1]);
    expect(html).toContain('a claim, does not count');
    expect(html).toContain('relations established');
  });

  it('shows how many there are in each year, and leads to them', () => {
    const html = line('en', [act, claim, relations]);
    expect(html).toContain('1992: 1 entry, 2026: 2 entries');
    expect(html).toContain('href="#t-2026"');
    expect(html).toContain('id="t-2026"');
    expect(html).toContain('…');
  });

  it('has the years from right to left in Arabic', () => {
    const places = (html: string) =>
      drawnWith(html, 'acts').map(({ attributes }) => parseFloat(attributes['x']!));
    const [en, ar] = [places(line('en', [act, relations])), places(line('ar', [act, relations]))];
    expect(en[0]).toBeLessThan(en[1]!);
    expect(ar[0]).toBeGreaterThan(ar[1]!);
  });

  it('takes names as text', () => {
    expect(line('en', [act])).toContain('<bdi>&lt;b>Board&lt;/b></bdi>');
  });

  it('says so where there is nothing', () => {
    expect(line('ar', [])).toBe('<p>لم يُسجَّل شيء بعد.</p>');
  });
});
