import { describe, it, expect } from '@jest/globals';
import type { BodyEvent } from './body.js';
import { ceremoniesOf, namesOn } from './body-calendar.js';
import { given, id, registered, renamed, retracted, scheduled } from './given-body.contract.js';

describe('the ceremonies of a body', () => {
  it('are those announced, by their day, those without one last', () => {
    const { body } = given(
      scheduled('2026-01-10', { purpose: 'accession' }),
      scheduled('2026-01-19', { purpose: 'signing', scheduledFor: '2026-01-22', place: 'Davos' }),
      scheduled('2026-01-18', { purpose: 'opening', scheduledFor: '2026-01', attestation: 'reported' }),
    );
    expect(ceremoniesOf(body)).toStrictEqual([
      {
        purpose: 'opening',
        scheduledFor: '2026-01',
        announcedOn: '2026-01-18',
        eventId: id(3),
        attestation: 'reported',
      },
      {
        purpose: 'signing',
        scheduledFor: '2026-01-22',
        place: 'Davos',
        announcedOn: '2026-01-19',
        eventId: id(2),
        attestation: 'declared',
      },
      {
        purpose: 'accession',
        scheduledFor: null,
        announcedOn: '2026-01-10',
        eventId: id(1),
        attestation: 'declared',
      },
    ]);
  });

  it('of one day, or of none, come in the order in which they were announced', () => {
    const purposes = (...events: BodyEvent[]) =>
      ceremoniesOf(given(...events).body).map(({ purpose }) => purpose);
    const at = (on: string, scheduledFor?: string) =>
      scheduled(on, { purpose: on, ...(scheduledFor !== undefined && { scheduledFor }) });
    expect(purposes(at('2026-01-12'), at('2026-01-10'), at('2026-01-11'))).toEqual([
      '2026-01-10',
      '2026-01-11',
      '2026-01-12',
    ]);
    const day = '2026-03-01';
    expect(purposes(at('2026-01-12', day), at('2026-01-10', day), at('2026-01-11', day))).toEqual([
      '2026-01-10',
      '2026-01-11',
      '2026-01-12',
    ]);
  });

  it('are neither claimed nor retracted', () => {
    expect(
      ceremoniesOf(
        given(scheduled('2026-01-10', { claim: true }), scheduled('2026-01-11'), retracted(2)).body,
      ),
    ).toEqual([]);
  });
});

describe('the names of a body', () => {
  const { body } = given(
    registered({ aliases: ['BoP', 'Peace Board'] }),
    renamed('2026-02-01', { names: { en: 'Council of Peace' } }),
    renamed('2026-01-20', { names: { en: 'Peace Board', ar: 'مجلس السلام' } }),
    renamed('2026-01-21', { claim: true }),
  );

  it('are those registered until it is renamed', () => {
    expect(namesOn(body, '2026-01-19')).toEqual({
      names: { en: 'Board of Peace', ar: 'مجلس السلام' },
      aliases: ['BoP', 'Peace Board'],
    });
  });

  it('are those of the last renaming by the day; the earlier ones stay as aliases, each once', () => {
    expect(namesOn(body, '2026-01-20')).toEqual({
      names: { en: 'Peace Board', ar: 'مجلس السلام' },
      aliases: ['BoP', 'Board of Peace'],
    });
    expect(namesOn(body, '2026-02-01')).toEqual({
      names: { en: 'Council of Peace' },
      aliases: ['BoP', 'Peace Board', 'Board of Peace', 'مجلس السلام'],
    });
  });

  it('may be those registered alone', () => {
    const names = { en: 'Board of Peace' };
    const { body: plain } = given(registered({ names, aliases: undefined }));
    expect(namesOn(plain, '2026-01-19')).toEqual({ names, aliases: [] });
  });

  it('are none where it is not registered', () => {
    expect(namesOn(given(renamed('2026-01-20')).body, '2026-02-01')).toBeUndefined();
  });
});
