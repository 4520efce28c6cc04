import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '#application';
import { LANGUAGES } from './language.js';
import { fieldOfRefusal, refusalSentence } from './refusals.js';

const id = 'b0686778-c2af-56b7-9912-a85b543b09ce';

/** One of each code, so that a new one does not compile without its sentence being looked at here. */
const EACH: { readonly [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
  'act-not-legal': {
    code: 'act-not-legal',
    act: 'InvitationReceived',
    on: '2026-01-19',
    standing: 'accepted',
    since: id,
    legal: ['CharterSigned'],
  },
  'body-dissolved': {
    code: 'body-dissolved',
    act: 'CharterSigned',
    on: '2026-01-19',
    dissolvedOn: '2025-01-01',
  },
  'day-in-future': { code: 'day-in-future', field: 'on', day: '2030-01-01', today: '2026-01-19' },
  'effect-before-notice': { code: 'effect-before-notice', on: '2026-01-19', effectiveOn: '2026-01-01' },
  'not-own-word': { code: 'not-own-word', act: 'IntentAnnounced', speaker: 'USA', owner: 'KAZ' },
  'speaker-without-state': {
    code: 'speaker-without-state',
    act: 'IntentAnnounced',
    speaker: 'An envoy',
    owner: 'KAZ',
  },
  'state-not-there': {
    code: 'state-not-there',
    state: 'SUN',
    on: '2026-01-19',
    from: null,
    until: '1991-12-26',
  },
  'unknown-act': { code: 'unknown-act', eventId: id },
  'not-correctable': { code: 'not-correctable', eventId: id, type: 'ActRetracted' },
  'already-corrected': { code: 'already-corrected', eventId: id, by: id },
  'unknown-state': { code: 'unknown-state', state: 'XYZ' },
  'unknown-body': { code: 'unknown-body', body: 'guild' },
  'unknown-source': { code: 'unknown-source', source: 'gazette-9' },
  'stale-version': { code: 'stale-version', expected: 1, actual: 2 },
  'body-exists': { code: 'body-exists', slug: 'guild' },
  'body-not-registered': { code: 'body-not-registered' },
  'already-in-force': { code: 'already-in-force', since: '2026-01-22' },
  'already-dissolved': { code: 'already-dissolved', since: '2026-01-22' },
  'organ-exists': { code: 'organ-exists', organ: 'board', since: id },
  'unknown-organ': { code: 'unknown-organ', organ: 'board', organs: [] },
  'not-a-member': {
    code: 'not-a-member',
    organ: 'board',
    person: 'Badr',
    on: '2026-01-19',
    members: ['Amina'],
  },
  'state-exists': { code: 'state-exists', state: 'KAZ' },
  'state-not-registered': { code: 'state-not-registered' },
  'name-known': { code: 'name-known', name: 'Land' },
  'own-successor': { code: 'own-successor', state: 'KAZ' },
  'state-dissolved': { code: 'state-dissolved', until: '1991-12-26' },
  'source-exists': { code: 'source-exists', source: 'gazette-1' },
  'source-not-registered': { code: 'source-not-registered' },
  'already-discredited': { code: 'already-discredited', reason: 'Made up.' },
  'not-discredited': { code: 'not-discredited' },
  'contact-exists': { code: 'contact-exists', contact: 'call-1' },
  'contact-not-recorded': { code: 'contact-not-recorded' },
  'contact-retracted': { code: 'contact-retracted', reason: 'Made up.' },
};

describe.each(LANGUAGES)('every refusal has a sentence of its own in %s', (language) => {
  const sentences = Object.values(EACH).map((refusal) => refusalSentence(language, refusal));

  it('that is whole, in that language, and without a gap', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\p{L}.*[.؟?]$/u);
      expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
      expect(/[\u0600-\u06ff]/.test(sentence)).toBe(language === 'ar');
    }
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('that calls states as the page does', () => {
    const named = { state: (code: string) => `<${code}>`, body: (slug: string) => slug };
    expect(refusalSentence(language, EACH['not-own-word'], named)).toContain('<USA>');
    expect(refusalSentence(language, EACH['state-not-there'], named)).toContain('<SUN>');
  });
});

it('a refusal leads to the field that it speaks of', () => {
  expect(fieldOfRefusal(EACH['day-in-future'])).toBe('on');
  expect(fieldOfRefusal({ ...EACH['day-in-future'], field: 'announcedOn' })).toBe('announcedOn');
  expect(fieldOfRefusal(EACH['act-not-legal'])).toBe('act');
  expect(fieldOfRefusal(EACH['stale-version'])).toBe('');
});
