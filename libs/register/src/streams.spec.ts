import { describe, it, expect } from '@jest/globals';
import { bodyStream, membershipOf, membershipStream, sourceStream, stateStream } from './streams.js';

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
    ];
    expect(others.map(membershipOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are the stored ones', () => {
    expect([membershipStream('a', 'KAZ'), bodyStream('a'), stateStream('KAZ'), sourceStream('a')]).toEqual([
      'membership-a-KAZ',
      'body-a',
      'state-KAZ',
      'source-a',
    ]);
  });
});
