import { describe, expect, it } from '@jest/globals';
import { ACT_TYPES, actSchemas, type ActType } from '#register';
import type { Typed } from '../page/forms.js';
import { OWN_FIELDS, fieldOfPath } from './act-fields.js';
import { readAct, readOn, typedAct } from './read-act.js';

const around = { language: 'en' as const, today: '2026-04-01', citations: [{ source: 'gazette-1' }] };
const ID = 'b0686778-c2af-46b7-9912-a85b543b09ce';

/** Something for each own field of any act. */
const OWN: Typed = {
  'by-state': 'USA',
  'by-name': 'Donald Trump',
  ...{ capacity: 'founding', condition: 'A state of its own', means: 'letter', signature: 'ad-referendum' },
  ...{
    signedBy: 'The minister',
    place: 'Davos',
    instrument: 'accession',
    depositary: 'UN',
    reason: 'Arrears',
  },
  ...{ ending: 'expulsion', role: 'observer', text: 'نص', 'text-language': 'ar', provisions: 'art. 3' },
  ...{ withdraws: ID, to: 'ISR', against: ID },
};
const COMMON: Typed = {
  on: '2026-01-19',
  attestation: 'declared',
  announcedBy: 'The press secretary',
  note: 'n',
};

describe.each(ACT_TYPES)('%s', (type: ActType) => {
  it('is read from its form and typed back into it', () => {
    const { act, faults } = readAct({ ...OWN, ...COMMON }, type, around);
    expect(faults).toEqual([]);
    expect(act).toMatchObject({ type, data: { on: '2026-01-19', basis: 'act', attestation: 'declared' } });
    expect(readAct(typedAct(act!), type, around).act).toEqual(act);
  });

  it('has a field for everything that its schema has of its own', () => {
    const { act } = readAct(
      { ...OWN, ...COMMON, effectiveOn: '2026', announcedOn: '2026-01', claim: 'yes' },
      type,
      around,
    );
    expect(Object.keys(act!.data).sort()).toEqual(Object.keys(actSchemas[type].shape).sort());
  });

  it('says what is missing, each at its field', () => {
    const { faults } = readAct({ ...COMMON }, type, around);
    const needed = OWN_FIELDS[type].filter((field) => !('optional' in field) && field.ask !== 'language');
    const names = needed.map(({ name }) => (name === 'by' ? 'by-state' : name));
    expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining(names));
  });
});

it('a fault of the data leads to the field that it was typed into', () => {
  expect(fieldOfPath('CharterSigned', 'kind')).toBe('signature');
  expect(fieldOfPath('MembershipEnded', 'reason')).toBe('ending');
  expect(fieldOfPath('InvitationReceived', 'by')).toBe('by-state');
  expect(fieldOfPath('AccordJoined', 'sources.0.quote')).toBe('quote');
});

describe('the day of an act', () => {
  const unknown = { 'on-meant': 'unknown', on: '' };

  it.each<[Typed, string]>([
    [{ on: '2026-01-19' }, '2026-01-19'],
    [{ on: '2026-01' }, '2026-01'],
    [{ on: '٢٠٢٦' }, '2026'],
    [{ on: '2026-01-19', 'on-meant': 'before' }, '../2026-01-19'],
    [{ on: '2026-01-19', 'on-meant': 'after' }, '2026-01-19/..'],
    [{ on: '2026-01', 'on-meant': 'uncertain' }, '2026-01?'],
  ])('%j is %s', (typed, day) => {
    expect(readOn(typed, around)).toEqual({ day, faults: [] });
  });

  it('that is unknown is bound by the announcement, else by the publication, else by today', () => {
    const published = { ...around, publishedOn: '2026-03-02' };
    expect(readOn({ ...unknown, announcedOn: '2026-02-01' }, published)).toMatchObject({
      day: '../2026-02-01',
      basis: 'announcement',
    });
    expect(readOn(unknown, published)).toMatchObject({ day: '../2026-03-02', basis: 'publication' });
    expect(readOn(unknown, { ...around, publishedOn: '2026?' })).toMatchObject({ day: '../2026-04-01' });
    expect(readOn(unknown, around)).toMatchObject({ day: '../2026-04-01', basis: 'publication' });
  });

  it.each(['', '2026-02-30', '19-01-2026', 'yesterday'])('“%s” is none', (on) => {
    expect(readOn({ on }, around).faults).toMatchObject([{ field: 'on' }]);
  });
});
