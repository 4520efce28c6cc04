// Why memberships differ between two points: the events that the register learned in between, or the acts that took effect.
import { foldDay } from '#register';
import { actsById, type KnownAct } from '../act-log/act-log.queries.js';
import { bodiesBySlug } from '../dossier/dossier.queries.js';
import { rowsOf, type Reader } from '../reader.js';
import { keyOfChange, type Between, type MembershipChange } from './membership-changes.queries.js';

/** An event that lies behind a change. */
export interface Cause {
  readonly eventId: string;
  readonly position: number;
  readonly streamId: string;
  readonly type: string;
  /** The day of which it tells, as recorded (EDTF); null where it tells of none. */
  readonly on: string | null;
  readonly actor: string;
  readonly recordedAt: string;
}

/** The causes of each change by its key, in the order of recording; of an act that was corrected, as corrected. */
export async function causesOf(
  reader: Reader,
  between: Between,
  changes: readonly MembershipChange[],
): Promise<Map<string, readonly Cause[]>> {
  const found =
    between.from.position === between.to.position
      ? await inEffectBetween(reader, between, changes)
      : await learnedBetween(reader, between, changes);
  return new Map(changes.map((change) => [keyOfChange(change), found.get(keyOfChange(change)) ?? []]));
}

type Found = Map<string, readonly Cause[]>;
const lineArrays = (changes: readonly MembershipChange[]): [string[], string[]] => [
  changes.map(({ body }) => body),
  changes.map(({ state }) => state),
];

const CAUSE = `e.event_id as "eventId", e.position, e.stream_id as "streamId", e.type,
  coalesce(e.data->>'on', e.data->>'inForceSince') as "on", e.metadata->>'actor' as actor,
  to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"`;

/** Every opening and closing of a row for the day asked about, by the event at that position. */
const LEARNED = `
  select distinct c.body, c.state, ${CAUSE}
  from unnest($1::text[], $2::text[]) as c(body, state)
    join read_model.membership_history h on h.body = c.body and h.state = c.state
    cross join lateral (values (h.known_from), (h.known_to)) as turn(position)
    join event_store.event e on e.position = turn.position
  where turn.position > $3 and turn.position <= $4
    and h.valid_from <= $5::date and (h.valid_to is null or h.valid_to > $5::date)
  order by e.position`;

type CauseOfLine = Cause & { readonly body: string; readonly state: string };

async function learnedBetween(
  reader: Reader,
  { from, to }: Between,
  changes: readonly MembershipChange[],
): Promise<Found> {
  const values = [...lineArrays(changes), from.position, to.position, to.asOf];
  return byLine(await rowsOf<CauseOfLine>(reader, LEARNED, values));
}

/** The acts of every row that begins between the two days; those that took effect then are told. */
const SUPPORTING = `
  select h.body, h.state, h.acts || h.reported_acts || h.attributes
      || array(select (role->>'act')::uuid from jsonb_array_elements(h.roles) as role) as acts
  from unnest($1::text[], $2::text[]) as c(body, state)
    join read_model.membership_history h on h.body = c.body and h.state = c.state
  where h.known_from <= $3 and (h.known_to is null or h.known_to > $3)
    and h.valid_from > $4::date and h.valid_from <= $5::date`;

/** What a body's own events may change without any act of the state. */
const OF_BODIES = `
  select s.body, ${CAUSE} from unnest($1::text[]) as s(body)
    join event_store.event e on e.stream_id = 'body-' || s.body
  where e.position <= $2 and e.type in ('BodyRegistered', 'CharterEnteredIntoForce', 'BodyDissolved')
  order by e.position`;

async function inEffectBetween(
  reader: Reader,
  between: Between,
  changes: readonly MembershipChange[],
): Promise<Found> {
  const { from, to } = between;
  const isBetween = (day: string): boolean => day > from.asOf && day <= to.asOf;
  const values = [...lineArrays(changes), to.position, from.asOf, to.asOf];
  const supporting = await rowsOf<{ body: string; state: string; acts: string[] }>(
    reader,
    SUPPORTING,
    values,
  );
  const acts = await actsById(reader, to.position, [...new Set(supporting.flatMap((row) => row.acts))]);
  const inEffect = [...acts.values()]
    .filter(({ resolved }) => isBetween(resolved.day) || isBetween(resolved.effectiveDay))
    .sort((a, b) => a.row.position - b.row.position);
  const found = byLine(inEffect.map(causeOfAct));
  const ofBodies = await bodiesBetween(reader, between, changes);
  for (const { body, state } of changes) {
    const key = keyOfChange({ body, state });
    const others = ofBodies.filter((event) => event.body === body).map(({ body: _, ...cause }) => cause);
    if (others.length > 0) found.set(key, [...(found.get(key) ?? []), ...others]);
  }
  return found;
}

/** The events by which the bodies of changes came into force or ended between the two days, unless they were retracted. */
async function bodiesBetween(
  reader: Reader,
  { from, to }: Between,
  changes: readonly MembershipChange[],
): Promise<(Cause & { readonly body: string })[]> {
  const slugs = [...new Set(changes.map(({ body }) => body))];
  const bodies = await bodiesBySlug(reader, to, slugs);
  const events = await rowsOf<Cause & { body: string }>(reader, OF_BODIES, [slugs, to.position]);
  return events.filter(({ body, on }) => {
    const day = on === null ? '' : foldDay(on);
    const { inForceOn, dissolvedOn } = bodies.get(body)?.facts ?? {};
    return day > from.asOf && day <= to.asOf && (day === inForceOn || day === dissolvedOn);
  });
}

const causeOfAct = ({ row, resolved }: KnownAct): CauseOfLine => ({
  body: row.body,
  state: row.state,
  eventId: row.eventId,
  position: row.position,
  streamId: keyOfChange(row),
  type: resolved.act.type,
  on: resolved.act.data.on,
  actor: row.actor,
  recordedAt: row.recordedAt,
});

function byLine(causes: readonly CauseOfLine[]): Found {
  const found = new Map<string, Cause[]>();
  for (const { body, state, ...cause } of causes) {
    const key = keyOfChange({ body, state });
    found.set(key, [...(found.get(key) ?? []), cause]);
  }
  return found;
}
