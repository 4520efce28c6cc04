import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { canonicalUrl, withoutTracking } from './canonical-url.js';

const page = 'https://example.org/news/1?a=1&b=2';

describe('canonicalUrl', () => {
  it.each([
    ['as it is', 'https://example.org/news/1?a=1&b=2'],
    ['the case of scheme and host', 'HTTPS://Example.ORG/news/1?a=1&b=2'],
    ['http', 'http://example.org/news/1?a=1&b=2'],
    ['www', 'https://www.example.org/news/1?a=1&b=2'],
    ['the default ports', 'http://example.org:80/news/1?a=1&b=2'],
    ['the default port of https', 'https://example.org:443/news/1?a=1&b=2'],
    ['a closing slash', 'https://example.org/news/1/?a=1&b=2'],
    ['a fragment', 'https://example.org/news/1?a=1&b=2#top'],
    ['tracking', 'https://example.org/news/1?utm_source=x&a=1&fbclid=y&b=2&UTM_Campaign=z&gclid='],
    ['the order of parameters', 'https://example.org/news/1?b=2&a=1'],
    ['a dot behind the host', 'https://example.org./news/1?a=1&b=2'],
    ['blanks around it', ' https://example.org/news/1?a=1&b=2\n'],
  ])('one page, whatever %s', (_, text) => {
    expect(canonicalUrl(text)).toBe(page);
  });

  it('is blind to how a path in another script is written', () => {
    const written = 'https://example.org/خبر';
    expect(canonicalUrl('https://example.org/%d8%ae%d8%a8%d8%b1')).toBe(canonicalUrl(written));
    expect(canonicalUrl(written)).toBe('https://example.org/%D8%AE%D8%A8%D8%B1');
  });

  it('leaves no slash and no question mark behind', () => {
    expect(canonicalUrl('https://www.example.org/?utm_source=x')).toBe('https://example.org');
  });

  it.each([
    ['path', 'https://example.org/news/2?a=1&b=2'],
    ['the case of the path', 'https://example.org/News/1?a=1&b=2'],
    ['host', 'https://news.example.org/news/1?a=1&b=2'],
    ['port', 'https://example.org:8443/news/1?a=1&b=2'],
    ['parameter', 'https://example.org/news/1?a=1&b=3'],
    ['host that has www in it', 'https://news.www.example.org/news/1?a=1&b=2'],
    ['a parameter that ends like one of tracking', 'https://example.org/news/1?a=1&b=2&my_gclid=1'],
    ['a parameter that begins like one of tracking', 'https://example.org/news/1?a=1&b=2&gclid_of=1'],
    ['a parameter that is named like one of tracking', 'https://example.org/news/1?a=1&b=2&utm=1'],
  ])('another %s is another page', (_, text) => {
    expect(canonicalUrl(text)).not.toBe(page);
  });

  it('takes no www out of the middle of a host', () => {
    expect(canonicalUrl('https://news.www.example.org')).toBe('https://news.www.example.org');
  });

  it.each(['not an address', 'ftp://example.org/', 'ftp://example.org/?of=https://a.org', 'https://', ''])(
    '%j stays as it is',
    (text) => {
      expect(canonicalUrl(text)).toBe(text);
    },
  );

  it('gives the same for what it gave, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (text) => {
          const once = canonicalUrl(text);
          expect(canonicalUrl(once)).toBe(once);
        },
      ),
    );
  });
});

describe('withoutTracking', () => {
  it.each([
    ['https://www.example.org/a?utm_source=x&id=7&fbclid=y', 'https://www.example.org/a?id=7'],
    ['https://example.org/a/?UTM_Campaign=x#part', 'https://example.org/a/#part'],
    ['http://example.org/a?b=2&a=%2f', 'http://example.org/a?b=2&a=%2f'],
    ['https://example.org/خبر?gclid=', 'https://example.org/خبر'],
    ['https://example.org/a#?utm_source=x', 'https://example.org/a#?utm_source=x'],
    ['not an address?utm_source=x', 'not an address?utm_source=x'],
    ['', ''],
  ])('%s is kept as %s', (copied, kept) => {
    expect(withoutTracking(copied)).toBe(kept);
  });

  it('names the same page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(canonicalUrl(withoutTracking(url))).toBe(canonicalUrl(url));
      }),
    );
  });
});
