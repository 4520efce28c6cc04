import { describe, it, expect } from '@jest/globals';
import {
  bodyStream,
  contactStream,
  membershipOf,
  membershipStream,
  sourceStream,
  stateStream,
} from './streams.js';

describe('names of streams', () => {
  it.each([
    ['board-of-peace', 'KAZ'],
    ['abraham-accords', 'X-SOMALILAND'],
    ['abraham-accords', 'X-NORTHERN-CYPRUS'],
    ['a', 'X-1'],
    ['x-y', 'X-Y'],
    ['un-1945', 'XKX'],
  ])('membership of %s, %s is read back as it was', (body, state) => {
    expect(membershipOf(membershipStream(body, state))).toEqual({ body, state });
  });

  it('no other stream is a membership', () => {
    const others = [
      bodyStream('membership-x'),
      stateStream('KAZ'),
      sourceStream('membership-x'),
      'membership-KAZ',
      'x-membership-a-KAZ',
      contactStream('membership-a'),
      'membership-a-KAZ\n',
    ];
    expect(others.filter(membershipOf)).toEqual([]);
  });

  it('are the stored ones', () => {
    expect([
      membershipStream('a', 'KAZ'),
      bodyStream('a'),
      stateStream('KAZ'),
      sourceStream('a'),
      contactStream('a'),
    ]).toEqual(['membership-a-KAZ', 'body-a', 'state-KAZ', 'source-a', 'contact-a']);
  });
});
