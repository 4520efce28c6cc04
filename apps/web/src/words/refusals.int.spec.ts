// Whatever the register refuses of a form, its page says so in both languages, at the field, with what would be possible.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  bodyCommand,
  contactCommand,
  sourceCommand,
  type AnyCommand,
  type Envelope,
  type Refusal,
} from '#application';
import { registerBody, registerSource } from '../../../../test/support/commands.js';
import { demo } from '../../../../test/support/demo.js';
import { faultsOf } from '../../../../test/support/record-desk.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { signedIn, type SignedInVisitor } from '../../../../test/support/signed-in.js';
import { webOver, type Web } from '../../../../test/support/web.js';
import { LANGUAGES, type Language } from './language.js';
import { REFUSAL_CODES, refusalSentence } from './refusals.js';
import { REFUSED_ACTS } from './testing/refused-acts.js';
import { REFUSED_AT_DESK } from './testing/refused-at-desk.js';
import type { RefusedForm, Senders, Unsayable } from './testing/refused-form.js';

jest.setTimeout(60_000);

/** One of each code: a new one does not compile before it has its form here. */
const EACH: Readonly<Record<Refusal['code'], RefusedForm | Unsayable>> = {
  ...REFUSED_ACTS,
  ...REFUSED_AT_DESK,
};
const ALL = Object.entries(EACH);
const FORMS = ALL.filter((each): each is [string, RefusedForm] => 'send' in each[1]);
const UNSAYABLE = ALL.filter((each): each is [string, Unsayable] => 'because' in each[1]);

const SOURCES = { sources: [{ source: 'gazette-1' }] };
const DECLARED = { basis: 'act', attestation: 'declared', ...SOURCES } as const;
const by: Envelope = { actor: 'officer:badr' };

/** A body that was dissolved, a source that was discredited, a contact that was retracted. */
const BEFORE: readonly AnyCommand[] = [
  registerSource('gazette-1'),
  registerSource('gazette-2'),
  registerBody('league'),
  bodyCommand('league', { type: 'BodyDissolved', data: { on: '2026-02-01', ...DECLARED } }, by),
  sourceCommand('gazette-2', { type: 'SourceDiscredited', data: { reason: 'Made up.' } }, by),
  contactCommand(
    'retracted-1',
    {
      type: 'ContactRecorded',
      data: {
        ...{ id: 'retracted-1', kind: 'call', on: '2026-01-05', ...DECLARED },
        participants: [{ state: 'KAZ' }, { state: 'USA' }],
      },
    },
    by,
  ),
  contactCommand('retracted-1', { type: 'ContactRetracted', data: { reason: 'Made up.' } }, by),
];

let register: TestRegister;
let web: Web;
let officers: readonly [SignedInVisitor, SignedInVisitor];
beforeAll(async () => {
  register = await testRegister(demo);
  for (const command of BEFORE) await register.execute(command);
  await register.catchUp();
  web = await webOver(register);
  const officer = () => signedIn(register, web, 'recorder', 'admin');
  officers = [await officer(), await officer()];
}, 60_000);
afterAll(async () => {
  await web.close();
  await register.close();
});

function speaking(language: Language): Senders {
  const inLanguage = { 'accept-language': language };
  const [officer, other] = officers.map((one) => ({
    get: (path: string) => one.get(path, inLanguage),
    post: (path: string, fields?: Readonly<Record<string, string>>) => one.post(path, fields, inLanguage),
  })) as [Senders['officer'], Senders['other']];
  return { register, officer, other };
}

const actor = () => `account:${officers[0].account.name}`;
/** What the officer has recorded: nothing of what was refused. */
async function recordedByOfficer(): Promise<number> {
  let count = 0;
  for await (const batch of register.log.readAll())
    count += batch.filter(({ metadata }) => metadata.actor === actor()).length;
  return count;
}

it('nothing that can be refused is left out', () => {
  expect(Object.keys(EACH).sort()).toEqual([...REFUSAL_CODES].sort());
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(FORMS)(
    'a form that is refused as %s says so at its field, and records nothing',
    async (_, form) => {
      const before = await recordedByOfficer();
      const { status, text } = await form.send(speaking(language));
      const faults = faultsOf(text);
      expect([status, faults.map(([field]) => field)]).toEqual([form.status ?? 422, [form.field]]);
      expect(faults[0]![1].replace(/[\u2066-\u2069]/g, '')).toContain(form[language]);
      expect(text).toContain(`<html lang="${language}"`);
      if (form.field !== '') expect(text).toContain(`id="${form.field}"`);
      expect(await recordedByOfficer()).toBe(before);
    },
  );

  it.each(UNSAYABLE)('no form is refused as %s, and its sentence says what to do', async (_, unsayable) => {
    const before = await recordedByOfficer();
    expect((await unsayable.instead(speaking(language))).status).toBe(unsayable.status);
    expect(refusalSentence(language, unsayable.refusal)).toContain(unsayable[language]);
    expect(await recordedByOfficer()).toBe(before);
  });
});
