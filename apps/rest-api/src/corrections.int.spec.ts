// What is said of an act changes the answer from then on, and never the answers before.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { membershipCommand, replayRegister } from '#application';
import type { Correction, MembershipAct } from '#register';
import { DEMO_EVENTS, demoRow } from '../../../test/support/demo-facts.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeEach(async () => {
  rest = await demoRest();
});
afterEach(async () => {
  const { position } = await rest.register.store.head();
  const { differences } = await replayRegister(rest.register, position, () => undefined);
  await rest.close();
  expect(differences).toEqual([]);
}, 30_000);

const sources = [{ source: 'ani-2025-11-07' }];
const KAZ = { state: 'KAZ', body: 'board-of-peace' };

/** Says something of an act; gives the id of the event and its position. */
async function say(correction: Correction, membership = KAZ) {
  const command = membershipCommand(membership, correction, 'person', { actor: 'officer:amina' });
  const { events, position } = await rest.register.execute(command);
  await rest.register.catchUp();
  return { eventId: events[0]!, position };
}
const retract = (retracts: string, membership = KAZ) =>
  say({ type: 'ActRetracted', data: { retracts, reason: 'misread' } }, membership);

const standing = async (query = '', { body, state } = KAZ) =>
  (await rest.get(`/api/v1/memberships/${body}/${state}${query}`)).body;
const actOf = async (eventId: string, query = '') => {
  const { body } = await rest.get(`/api/v1/memberships/board-of-peace/KAZ/history${query}`);
  return body.items.find((item: { eventId: string }) => item.eventId === eventId);
};

const signed = demoRow('kaz-board-of-peace-signed').eventId;
const accepted = demoRow('kaz-board-of-peace-accepted').eventId;

describe('a retraction', () => {
  it('of the signature leaves the acceptance, now and not earlier', async () => {
    const { position, eventId } = await retract(signed);
    expect(await standing()).toMatchObject({
      standing: 'accepted',
      awaiting: 'signature',
      meta: { position },
    });
    expect(await standing(`?atPosition=${position - 1}`)).toMatchObject({ standing: 'party' });
    expect(await actOf(signed)).toMatchObject({
      status: 'retracted',
      said: [
        expect.anything(),
        { type: 'ActRetracted', eventId, position, reason: 'misread', actor: 'officer:amina' },
      ],
    });
    expect(await actOf(signed, `?atPosition=${position - 1}`)).toMatchObject({
      status: 'counts',
      said: [expect.anything()],
    });
  });

  it('of a retraction brings the act back, and the time between stays as it was known', async () => {
    const first = await retract(signed);
    const second = await retract(first.eventId);
    expect(await standing()).toMatchObject({ standing: 'party', since: '2026-01-22', acts: [signed] });
    expect(await standing(`?atPosition=${first.position}`)).toMatchObject({ standing: 'accepted' });
    expect(await standing(`?atPosition=${first.position - 1}`)).toMatchObject({ standing: 'party' });
    const { said, status } = await actOf(signed);
    expect(status).toBe('counts');
    expect(said.at(-1)).toMatchObject({ retracts: first.eventId, position: second.position });
  });

  it('of the very acceptance takes an earlier day back to the invitation', async () => {
    const asOf = 'asOf=2026-01-20';
    await retract(accepted);
    expect(await standing(`?${asOf}`)).toMatchObject({ standing: 'invited' });
    expect(await standing(`?${asOf}&atPosition=${DEMO_EVENTS}`)).toMatchObject({ standing: 'accepted' });
    expect(await standing()).toMatchObject({ standing: 'party' });
  });
});

describe('a correction', () => {
  const act: MembershipAct = {
    type: 'CharterSigned',
    data: { on: '2026-01-24', basis: 'act', attestation: 'signed', kind: 'simple', sources },
  };
  const data = { corrects: signed, act: act as never, reason: 'the day was misread', sources };

  it('of the day moves the act, now and not earlier', async () => {
    const { position } = await say({ type: 'ActCorrected', data });
    expect(await standing('?asOf=2026-01-23')).toMatchObject({ standing: 'accepted' });
    expect(await standing('?asOf=2026-01-24')).toMatchObject({
      standing: 'party',
      since: '2026-01-24',
      sources: expect.arrayContaining([expect.objectContaining({ id: 'ani-2025-11-07' })]),
    });
    expect(await standing(`?asOf=2026-01-23&atPosition=${position - 1}`)).toMatchObject({
      standing: 'party',
    });
    expect(await actOf(signed)).toMatchObject({
      on: '2026-01-24',
      effectiveDay: '2026-01-24',
      status: 'counts',
    });
    expect(await actOf(signed, `?atPosition=${position - 1}`)).toMatchObject({ on: '2026-01-22' });
  });

  it('may itself be retracted', async () => {
    const { eventId } = await say({ type: 'ActCorrected', data });
    await retract(eventId);
    expect(await standing('?asOf=2026-01-23')).toMatchObject({ standing: 'party', since: '2026-01-22' });
  });
});

describe('a denial', () => {
  const denies = (by: string): Correction => ({
    type: 'ActDenied',
    data: { denies: signed, by: { state: by }, on: '2026-02-01', attestation: 'declared', sources },
  });

  it('by the one whose act it is: it no longer counts, now and not earlier', async () => {
    const { position } = await say(denies('KAZ'));
    expect(await standing()).toMatchObject({ standing: 'accepted' });
    expect(await actOf(signed)).toMatchObject({ status: 'denied' });
    expect(await standing(`?atPosition=${position - 1}`)).toMatchObject({
      standing: 'party',
      disputed: false,
    });
  });

  it('by another: it counts and is disputed, now and not earlier', async () => {
    const { position } = await say(denies('USA'));
    expect(await standing()).toMatchObject({ standing: 'party', disputed: true });
    expect(await actOf(signed)).toMatchObject({ status: 'counts', disputed: true });
    expect(await standing(`?atPosition=${position - 1}`)).toMatchObject({
      standing: 'party',
      disputed: false,
    });
  });
});

describe('a corroboration', () => {
  it('adds a source, now and not earlier', async () => {
    const query = '?asOf=2026-01-23';
    const before = await standing(query);
    const { position } = await say({ type: 'ActCorroborated', data: { corroborates: signed, sources } });
    const after = await standing(query);
    const cited = ({ sources }: { sources: { id: string }[] }) => sources.map(({ id }) => id).sort();
    expect(cited(after)).toEqual([...cited(before), 'ani-2025-11-07'].sort());
    expect(after.independentSources).toBe(Number(before.independentSources) + 1);
    expect(cited(await standing(`${query}&atPosition=${position - 1}`))).toEqual(cited(before));
    const { body } = await rest.get('/api/v1/sources/ani-2025-11-07');
    expect(body.acts.map(({ eventId }: { eventId: string }) => eventId)).toContain(signed);
  });
});

describe('is refused', () => {
  it('of what is no event of this membership, and of what was corrected already', async () => {
    await expect(retract(demoRow('kaz-abraham-accords-joined').eventId)).rejects.toMatchObject({
      refusal: { code: 'unknown-act' },
    });
    const act = {
      type: 'CharterSigned',
      data: { on: '2026-01-24', basis: 'act', attestation: 'signed', kind: 'simple', sources },
    } as never;
    const data = { corrects: signed, act, reason: 'the day', sources };
    const { eventId } = await say({ type: 'ActCorrected', data });
    await expect(say({ type: 'ActCorrected', data: { ...data, reason: 'again' } })).rejects.toMatchObject({
      refusal: { code: 'already-corrected', by: eventId },
    });
  });
});
