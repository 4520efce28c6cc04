import { describe, expect, it } from '@jest/globals';
import { explain, SENTENCES, type ProblemCode } from './sentences.js';

const CODES = Object.keys(SENTENCES) as ProblemCode[];
const factsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('every problem', () => {
  it.each(CODES)('%s has a title and a sentence in both languages, with the same facts', (code) => {
    const { status, en, ar } = SENTENCES[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    for (const [title, detail] of [en, ar]) {
      expect(title).toMatch(/^\p{L}[^.{}]+$/u);
      expect(detail).toMatch(/\.$/);
    }
    expect(en.join('')).not.toMatch(/[\u0600-\u06ff]/);
    expect(ar[0]).toMatch(/^[\u0600-\u06ff ]+$/);
    expect(factsIn(ar[1])).toEqual(factsIn(en[1]));
  });
});

describe('a sentence', () => {
  it('has its facts filled in, each as often as it stands there', () => {
    const facts = { parameter: 'atPosition', head: 271 };
    expect(explain('position-ahead', facts, 'en')).toEqual({
      title: 'Beyond the log',
      detail: '“atPosition” lies beyond the end of the log, which is 271.',
    });
    expect(explain('position-ahead', facts, 'ar').detail).toBe('يقع «atPosition» بعد نهاية السجل، وهي 271.');
  });

  it('takes a fact as it is, whatever is written in it', () => {
    const parameter = '{known} $& $1 \u202e';
    expect(explain('unknown-parameter', { parameter, known: 'limit' }, 'en').detail).toBe(
      `This address does not take the parameter “${parameter}”. It takes: limit.`,
    );
  });
});
