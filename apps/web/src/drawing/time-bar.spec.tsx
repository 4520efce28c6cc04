import { describe, it, expect } from '@jest/globals';
import { TimeBar, type TimeBarProps } from './time-bar.js';
import { rendered } from './testing/rendered.js';

const props: TimeBarProps = {
  id: 't',
  language: 'en',
  path: '/states/KAZ',
  query: { q: 'a&b "c"', asOf: '2026-01-20', knownAt: '2026-02-01T00:00:00Z' },
  asOf: '2026-01-20',
  today: '2026-11-22',
  days: ['2026-01-22', '2026-01-16', '2026-01-19'],
  position: 15,
  head: 30,
  steps: [
    { position: 10, at: '2026-01-19T12:00:00.000Z' },
    { position: 20, at: '2026-01-22T23:59:59.000Z' },
  ],
};

const bar = (more: Partial<TimeBarProps> = {}) => rendered(<TimeBar {...props} {...more} />);
/** Where the links of both clocks lead, by their words: those of valid days first. */
const links = (html: string) =>
  [...html.matchAll(/<a class="step" href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href = '', word]) => {
    const url = new URL(href.replaceAll('&amp;', '&').replaceAll('&quot;', '"'), 'http://x');
    return [word, Object.fromEntries(url.searchParams)];
  });

describe('the bar of time', () => {
  it('leads to the changes around the day, and keeps what else was asked', () => {
    const kept = { q: 'a&b "c"', knownAt: '2026-02-01T00:00:00Z' };
    expect(links(bar()).slice(0, 4)).toEqual([
      ['First', { ...kept, asOf: '2026-01-16' }],
      ['Previous', { ...kept, asOf: '2026-01-19' }],
      ['Next', { ...kept, asOf: '2026-01-22' }],
      ['Today', kept],
    ]);
  });

  it('leads to the steps of what was known, and no instant beside the position', () => {
    const kept = { q: 'a&b "c"', asOf: '2026-01-20' };
    expect(links(bar()).slice(4)).toEqual([
      ['First', { ...kept, atPosition: '10' }],
      ['Previous', { ...kept, atPosition: '10' }],
      ['Next', { ...kept, atPosition: '20' }],
      ['Latest', kept],
    ]);
  });

  it('has no link to where one stands, or to where there is nothing', () => {
    const html = bar({ asOf: '2026-11-22', position: 30 });
    expect(links(html).map(([word]) => word)).toEqual(['First', 'Previous', 'First', 'Previous']);
    expect(html.match(/aria-current="true"/g)).toHaveLength(2);
    expect(links(bar({ days: [], steps: [] })).map(([word]) => word)).toEqual(['Today', 'Latest']);
  });

  it('has a form on each clock that keeps the rest of the query', () => {
    const html = bar();
    expect(html).toMatch(/<form method="get" action="\/states\/KAZ">/);
    const fields = [...html.matchAll(/<input[^>]*name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(fields).toEqual([
      ['q', 'a&amp;b &quot;c&quot;'],
      ['knownAt', '2026-02-01T00:00:00Z'],
      ['asOf', '2026-01-20'],
      ['q', 'a&amp;b &quot;c&quot;'],
      ['asOf', '2026-01-20'],
      ['knownOn', '2026-01-19'],
    ]);
    expect(html).toContain('<label for="t-day">');
  });

  it('lists every change in words', () => {
    const html = bar({ language: 'ar' });
    expect(html).toContain('كل الأيام التي تغيّر فيها شيء (3)');
    expect(html).toContain('>16 يناير 2026</a>');
  });
});
