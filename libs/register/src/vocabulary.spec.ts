import { describe, it, expect } from '@jest/globals';
import { ATTESTATIONS, isOwnWord, stronger } from './vocabulary.js';

describe('attestations', () => {
  it('count for the standing from the word of the one whose act it is', () => {
    expect(ATTESTATIONS.filter(isOwnWord)).toEqual(['declared', 'documented', 'signed', 'deposited']);
  });

  it('outrank one another in their order, a declared act and a documented one on a level', () => {
    const best = (...all: readonly (typeof ATTESTATIONS)[number][]) => all.reduce(stronger);
    expect(best('reported', 'stated')).toBe('stated');
    expect(best('declared', 'stated', 'reported')).toBe('declared');
    expect(best('stated', 'declared')).toBe('declared');
    expect(best('declared', 'documented')).toBe('declared');
    expect(best('documented', 'declared')).toBe('documented');
    expect(best('documented', 'signed')).toBe('signed');
    expect(best('deposited', 'signed', 'documented')).toBe('deposited');
  });
});
