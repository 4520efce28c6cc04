import { describe, it, expect } from '@jest/globals';
import { appointed, established, given, id, left, registered, retracted } from './given-body.contract.js';
import { organsOn, overlapOf } from './organs.js';

const gaza = { organ: 'gaza-executive-board', names: { en: 'Gaza Executive Board' }, seats: 11 };

describe('the organs of a body', () => {
  it('have their seats and members, with the act that seated each and on whose word', () => {
    const { body } = given(
      registered(),
      established('2026-01-16', { seats: 7 }),
      appointed('2026-01-17', { state: 'USA', portfolio: 'foreign affairs', attestation: 'reported' }),
    );
    expect(organsOn(body, '2026-01-17')).toStrictEqual([
      {
        organ: 'executive-board',
        names: { en: 'Executive Board' },
        seats: 7,
        since: '2026-01-16',
        eventId: id(2),
        attestation: 'declared',
        members: [
          {
            person: 'Marco Rubio',
            state: 'USA',
            portfolio: 'foreign affairs',
            since: '2026-01-17',
            eventId: id(3),
            attestation: 'reported',
          },
        ],
      },
    ]);
  });

  it('are those of the day', () => {
    const { body } = given(
      registered(),
      established('2026-01-16', gaza),
      established('2026-01-10'),
      appointed('2026-01-17'),
      left('2026-01-20'),
    );
    const on = (day: string) => organsOn(body, day).map(({ organ, members }) => [organ, members.length]);
    expect(on('2026-01-09')).toEqual([]);
    expect(on('2026-01-10')).toEqual([['executive-board', 0]]);
    expect(on('2026-01-19')).toEqual([
      ['executive-board', 1],
      ['gaza-executive-board', 0],
    ]);
    expect(on('2026-01-20')[0]).toEqual(['executive-board', 0]);
  });

  it('need not say how many seats they have', () => {
    expect(organsOn(given(registered(), established('2026-01-16')).body, '2026-01-16')[0]).not.toHaveProperty(
      'seats',
    );
  });

  it('leave out claims and what was retracted', () => {
    const { body } = given(
      registered(),
      established('2026-01-16'),
      established('2026-01-16', { ...gaza, claim: true }),
      appointed('2026-01-17', { claim: true }),
      appointed('2026-01-17', { person: 'Tony Blair' }),
      retracted(5),
    );
    expect(organsOn(body, '2026-01-17').map(({ organ, members }) => [organ, members])).toEqual([
      ['executive-board', []],
    ]);
  });

  it('are the same in whatever order their acts were recorded', () => {
    const { body } = given(
      left('2026-01-17'),
      appointed('2026-01-17'),
      established('2026-01-16'),
      registered(),
    );
    expect(organsOn(body, '2026-01-17')[0]?.members).toEqual([]);
    const { body: again } = given(appointed('2026-01-18'), left('2026-01-17'), established('2026-01-18'));
    expect(organsOn(again, '2026-01-18')[0]?.members).toHaveLength(1);
  });

  it('keep the seat of one who is appointed again, with the newer portfolio', () => {
    const { body } = given(
      registered(),
      established('2026-01-16'),
      appointed('2026-01-17', { state: 'USA', portfolio: 'peace' }),
      appointed('2026-01-19', { person: 'marco rubio', portfolio: 'finance' }),
    );
    expect(organsOn(body, '2026-01-19')[0]?.members).toMatchObject([
      { person: 'Marco Rubio', since: '2026-01-17', state: 'USA', portfolio: 'finance', eventId: id(3) },
    ]);
  });

  it('belong to their own members only', () => {
    const { body } = given(
      established('2026-01-16'),
      established('2026-01-16', gaza),
      appointed('2026-01-17'),
    );
    expect(organsOn(body, '2026-01-17').map(({ members }) => members.length)).toEqual([1, 0]);
  });
});

describe('who sits on several organs', () => {
  it('is found in whatever spelling, as first spelt', () => {
    const { body } = given(
      established('2026-01-16'),
      established('2026-01-17', gaza),
      appointed('2026-01-17', { person: 'ستيف ويتكوف' }),
      appointed('2026-01-17', { person: 'Tony Blair' }),
      appointed('2026-01-17', { organ: gaza.organ, person: 'ستیف ويتكوف' }),
      appointed('2026-01-17', { organ: gaza.organ, person: 'Sigrid Kaag' }),
    );
    expect(overlapOf(organsOn(body, '2026-01-17'))).toEqual([
      { person: 'ستيف ويتكوف', organs: ['executive-board', 'gaza-executive-board'] },
    ]);
  });

  it('is nobody where there is one organ, or none', () => {
    expect(
      overlapOf(organsOn(given(established('2026-01-16'), appointed('2026-01-17')).body, '2026-02-01')),
    ).toEqual([]);
    expect(overlapOf([])).toEqual([]);
  });
});
