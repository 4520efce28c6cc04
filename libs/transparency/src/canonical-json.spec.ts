import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('orders keys by UTF-16 code units, at every depth and also where they look like numbers', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }], '10': 0, '9': 0, é: 0, a: null })).toBe(
      '{"10":0,"9":0,"a":null,"b":[{"a":2,"z":1}],"é":0}',
    );
  });

  it('sorts as RFC 8785 §3.2.3 shows', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    const order = [...canonicalJson(value).matchAll(/:(\d)/g)].map(([, digit]) => Number(digit));
    expect(order).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([1e2, 0.1, -0, 1e21, 333333333.3333333])).toBe(
      '[100,0.1,0,1e+21,333333333.3333333]',
    );
  });

  it('leaves absent members out and refuses what is no JSON', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalJson([undefined])).toThrow('not a JSON value');
    expect(() => canonicalJson(NaN)).toThrow('not a JSON value');
  });
});
