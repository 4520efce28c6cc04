// The cast of the specs: a land, a club and a gazette, and what officers record of them.
import { ForBody, ForMembership, ForSource, ForState, type AnyCommand, type Envelope } from '#application';
import type { MembershipAct } from '#register';

const by = (more: Partial<Envelope>): Envelope => ({ actor: 'officer:amina', ...more });

export const registerState = (code: string, more: Partial<Envelope> = {}, en = code) =>
  new ForState(code, { type: 'RegisterState', state: { code, names: { en } } }, by(more));

export const registerBody = (slug: string, more: Partial<Envelope> = {}) =>
  new ForBody(
    slug,
    {
      type: 'RegisterBody',
      body: {
        slug,
        kind: 'organization',
        names: { en: slug },
        rule: { binding: 'signature', invitation: true },
        sources: [],
      },
    },
    by(more),
  );

export const registerSource = (id: string, more: Partial<Envelope> = {}, outlet = 'The Gazette') =>
  new ForSource(id, { type: 'RegisterSource', source: { id, outlet, language: 'en' } }, by(more));

/** What every register of a spec begins with. */
export const CAST: AnyCommand[] = [
  registerState('X-LAND'),
  registerBody('club'),
  registerSource('gazette-1'),
];

export const LAND_IN_CLUB = { state: 'X-LAND', body: 'club' };

type Act<Type> = Extract<MembershipAct, { type: Type }>;

const fields = {
  basis: 'act' as const,
  attestation: 'declared' as const,
  sources: [{ source: 'gazette-1' }],
};

export const invitation = (on = '2026-01-10', source = 'gazette-1'): Act<'InvitationReceived'> => ({
  type: 'InvitationReceived',
  data: { ...fields, on, by: { name: 'The club' }, sources: [{ source }] },
});

export const withdrawal = (on = '2026-01-12'): Act<'InvitationWithdrawn'> => ({
  type: 'InvitationWithdrawn',
  data: { ...fields, on, by: { name: 'The club' } },
});

export const acceptance = (on = '2026-01-12'): Act<'MembershipAccepted'> => ({
  type: 'MembershipAccepted',
  data: { ...fields, on, means: 'letter' },
});

/** Too weak to count, so that any number may stand beside each other. */
export const claim = (note: string): Act<'AccordJoined'> => ({
  type: 'AccordJoined',
  data: { ...fields, on: '2026-01-15', claim: true, note },
});

export const record = (act: MembershipAct, more: Partial<Envelope> = {}, membership = LAND_IN_CLUB) =>
  new ForMembership(membership, { type: 'RecordAct', act, as: 'person' }, by(more));

export const retract = (retracts: string, more: Partial<Envelope> = {}, membership = LAND_IN_CLUB) =>
  new ForMembership(
    membership,
    {
      type: 'Correct',
      correction: { type: 'ActRetracted', data: { retracts, reason: 'misread' } },
    },
    by(more),
  );
