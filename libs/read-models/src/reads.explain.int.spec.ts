// Every read that a request or a projection waits for goes by an index, however much there is.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SqlClient } from '#event-store';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  actOfEvent,
  actsById,
  actsOf,
  actsOfState,
  actsRestingOn,
  latestActs,
} from './act-log/act-log.queries.js';
import { actTable } from './act-log/act-log.table.js';
import {
  bodiesBySlug,
  contactsOfState,
  latestSources,
  listBodies,
  listSources,
  listStates,
  sourcesAt,
  sourcesById,
  statesByCode,
} from './dossier/dossier.queries.js';
import { DossierEntity } from './dossier/dossier.table.js';
import { driftFrom } from './membership-history/membership-history.drift.queries.js';
import { everyRowOf, knownStepsOf } from './membership-history/known-steps.queries.js';
import {
  allMemberships,
  countsOfBodies,
  countsOfStates,
  countsOverTime,
  lineOf,
  linesOfState,
  membersOfBody,
  membershipsOfState,
} from './membership-history/membership-history.queries.js';
import { membershipTable } from './membership-history/membership-history.table.js';
import { lookUp } from './names/name-index.queries.js';
import { nameTable } from './names/name-index.table.js';
import type { Reader } from './reader.js';
import { rowTable } from './row-table.js';

const BODIES = 400;
const STATES = 200;

/** 400 bodies, 200 states, 80,000 memberships with an act each, 40,000 sources, 20,000 contacts. */
const FILL = [
  `insert into event_store.event (position, event_id, stream_id, version, type, schema_version, data, metadata, recorded_at)
   select n, gen_random_uuid(), 'membership-body-' || b || '-X-' || s, 1, 'AccordJoined', 1,
     jsonb_build_object('sources', jsonb_build_array(jsonb_build_object('source', 'paper-' || n % 40000))), '{}', now()
   from generate_series(1, ${BODIES}) b, generate_series(1, ${STATES}) s, lateral (select (b - 1) * ${STATES} + s as n) at`,
  `insert into read_model.act_log (event_id, position, body, state, type, effective_day, data, actor, recorded_at, said,
     said_ids, sources)
   select event_id, position, split_part(stream_id, '-', 2) || '-' || split_part(stream_id, '-', 3),
     'X-' || split_part(stream_id, '-', 5), type, date '1950-01-01' + (position * 13 % 25000)::int, data, 'me', now(), '[]',
     array[gen_random_uuid()], array['paper-' || position % 40000]
   from event_store.event`,
  `insert into read_model.membership_citation (source, body, state) select sources[1], body, state from read_model.act_log`,
  `insert into read_model.membership_history (body, state, valid_from, known_from, known_to, standing, acts, sources,
     disputed, discredited, reported, reported_acts, reported_sources, reported_disputed, reported_discredited, roles,
     attributes, cause)
   select body, state, effective_day, position * 2 + turn, case turn when 0 then position * 2 + 1 end, 'joined',
     array[event_id], 1, false, false, 'joined', '{}', 0, false, false, '[]', '{}', event_id
   from read_model.act_log, generate_series(0, 1) turn`,
  `insert into read_model.dossier (stream, kind, key, position, states, address, events)
   select kind || '-' || key, kind, key, n, case kind when 'contact' then array['X-' || n % 5000] else '{}' end,
     case kind when 'source' then 'https://example.org/' || n end, '[]'
   from (
     select 'state' as kind, 'X-' || n as key, n from generate_series(1, ${STATES}) n union all
     select 'body', 'body-' || n, n from generate_series(1, ${BODIES}) n union all
     select 'source', 'paper-' || n, n from generate_series(1, 40000) n union all
     select 'contact', 'call-' || n, n from generate_series(1, 20000) n) d`,
  `insert into read_model.name_index (stream, name, normalised, position)
   select 'state-X-' || n, name, name, n
   from generate_series(1, 40000) n, lateral (select translate(md5(n::text), '0123456789', 'ghijklmnop') as name) named`,
  'analyze event_store.event',
  ...['act_log', 'membership_citation', 'membership_history', 'dossier', 'name_index'].map(
    (table) => `analyze read_model.${table}`,
  ),
];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (const statement of FILL) await database.admin.query(statement);
}, 240_000);
afterAll(() => database.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Tables of some rows for the whole program; to read one from end to end is right. */
const SMALL = ['projection', 'head'];

/** Asks the database how it would answer, and gives what it would read from end to end; the piece of work gets no rows. */
async function scansOf(work: (client: Asking) => Promise<unknown>): Promise<string[]> {
  const plans: Plan[] = [];
  const explain = async (text: string, values: unknown[] = []) => {
    const { rows } = await database.admin.query(`explain (format json) ${text}`, values);
    plans.push(...nodes(rows[0]['QUERY PLAN'][0].Plan as Plan));
  };
  await work({
    reader: {
      async query<T>(text: string, values?: unknown[]) {
        await explain(text, values);
        return [] as T;
      },
    },
    client: {
      async query(asked: string | { text: string; values: unknown[] }, values?: unknown[]) {
        await (typeof asked === 'string' ? explain(asked, values) : explain(asked.text, asked.values));
        return { rows: [] };
      },
    },
  });
  expect(plans.length).toBeGreaterThan(0);
  return plans
    .filter((plan) => plan['Node Type'] === 'Seq Scan' && !SMALL.includes(plan['Relation Name'] ?? ''))
    .map((plan) => plan['Relation Name'] ?? '');
}

interface Asking {
  readonly reader: Reader;
  readonly client: SqlClient;
}

const clocks = { asOf: '2001-01-01', position: 70_000 };
const id = '00000000-0000-4000-8000-000000000001';
const page = { limit: 100 };

const reads: readonly [string, (asking: Asking) => Promise<unknown>][] = [
  ['acts by event ids', ({ reader }) => actsById(reader, 70_000, [id, id])],
  ['the act of an event', ({ reader }) => actOfEvent(reader, 70_000, id)],
  ['the acts of a membership', ({ reader }) => actsOf(reader, 70_000, 'body-7', 'X-7')],
  ['the acts of a state', ({ reader }) => actsOfState(reader, 70_000, 'X-7')],
  ['the acts that rest on a source', ({ reader }) => actsRestingOn(reader, 70_000, 'paper-7', page)],
  ['states by code', ({ reader }) => statesByCode(reader, clocks, ['X-7', 'X-8'])],
  ['a page of states', ({ reader }) => listStates(reader, clocks, page)],
  ['bodies by slug', ({ reader }) => bodiesBySlug(reader, clocks, ['body-7'])],
  ['a page of bodies', ({ reader }) => listBodies(reader, clocks, page)],
  ['sources by id', ({ reader }) => sourcesById(reader, 70_000, ['paper-7', 'paper-8'])],
  ['a page of sources', ({ reader }) => listSources(reader, 70_000, { ...page, after: 'paper-3' })],
  ['the latest sources', ({ reader }) => latestSources(reader, 70_000, 20)],
  ['sources by address', ({ reader }) => sourcesAt(reader, 70_000, 'https://example.org/7')],
  ['the contacts of a state', ({ reader }) => contactsOfState(reader, 70_000, 'X-7')],
  ['the memberships of a state', ({ reader }) => membershipsOfState(reader, 'X-7', clocks, page)],
  ['the members of a body', ({ reader }) => membersOfBody(reader, 'body-7', clocks, page)],
  [
    'the members of a body by standing',
    ({ reader }) => membersOfBody(reader, 'body-7', clocks, { ...page, standings: ['joined'] }),
  ],
  ['the line of a membership', ({ reader }) => lineOf(reader, 'body-7', 'X-7', 70_000)],
  ['every row of a membership', ({ reader }) => everyRowOf(reader, 'body-7', 'X-7')],
  [
    'the steps in which a membership became known',
    ({ reader }) => knownStepsOf(reader, { body: 'body-7', state: 'X-7' }),
  ],
  ['the steps in which a body became known', ({ reader }) => knownStepsOf(reader, { body: 'body-7' })],
  ['the steps in which a state became known', ({ reader }) => knownStepsOf(reader, { state: 'X-7' })],
  ['the latest acts', ({ reader }) => latestActs(reader, 70_000, { ...page, after: '60000' })],
  ['the latest acts of a body', ({ reader }) => latestActs(reader, 70_000, { ...page, body: 'body-7' })],
  ['the latest acts of a state', ({ reader }) => latestActs(reader, 70_000, { ...page, state: 'X-7' })],
  [
    'the latest acts of a type',
    ({ reader }) => latestActs(reader, 70_000, { ...page, types: ['AccordJoined'] }),
  ],
  [
    'a page of all memberships',
    ({ reader }) => allMemberships(reader, clocks, { ...page, after: 'body-7-X-7' }),
  ],
  [
    'a page of the memberships of a body',
    ({ reader }) => allMemberships(reader, clocks, { ...page, body: 'body-7' }),
  ],
  [
    'a page of the memberships of a state',
    ({ reader }) => allMemberships(reader, clocks, { ...page, state: 'X-7' }),
  ],
  ['the lines of a state', ({ reader }) => linesOfState(reader, 'X-7', 70_000)],
  ['the counts of some bodies', ({ reader }) => countsOfBodies(reader, clocks, ['body-7', 'body-8'])],
  ['the counts of some states', ({ reader }) => countsOfStates(reader, clocks, ['X-7', 'X-8'])],
  ['the counts of a body over time', ({ reader }) => countsOverTime(reader, 'body-7', 70_000)],
  ['a page of the drift proof', ({ reader }) => driftFrom(new Map(), reader, 70_000).next()],
];

const loads: readonly [string, (asking: Asking) => Promise<unknown>][] = [
  [
    'acts, and what was said of them',
    ({ client }) => actTable.load(client, { keys: [id], tags: [`event:${id}`] }),
  ],
  ['dossiers', ({ client }) => rowTable(DossierEntity).load(client, { keys: ['source-paper-7'], tags: [] })],
  ['names', ({ client }) => nameTable.load(client, { keys: ['state-X-7'], tags: [] })],
  [
    'a line, its body and the sources that it cites',
    ({ client }) =>
      membershipTable.load(client, {
        keys: ['line:body-7:X-7', 'body:body-7', 'source:paper-7'],
        tags: ['body:body-7', 'source:paper-7'],
      }),
  ],
];

describe('on 80,000 memberships', () => {
  it.each(reads)('%s: no table is read from end to end', async (_, read) => {
    expect(await scansOf(read)).toEqual([]);
  });

  it('a state by name: what happens inside of a function is no part of a plan, but it is counted', async () => {
    const client = await database.admin.connect();
    const scans = async () => {
      const { rows } = await client.query<{ scans: number }>(
        `select seq_scan::int as scans from pg_stat_xact_user_tables where relname = 'name_index'`,
      );
      return rows[0]?.scans;
    };
    const reader: Reader = {
      query: async <T>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as T,
    };
    await client.query('begin');
    const before = await scans();
    expect(await lookUp(reader, 'state', 'hijacked', 70_000, 10)).toEqual([]);
    expect(await scans()).toBe(before);
    await client.query('rollback');
    client.release(true);
  });

  it.each(loads)('what a projection needs of %s: no table is read from end to end', async (_, load) => {
    expect(await scansOf(load)).toEqual([]);
  });
});
