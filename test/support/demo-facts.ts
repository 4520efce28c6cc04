// What the demo register holds, as its own loader reads it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formerStates, isoStates, readActs } from '#interchange';

const data = join(import.meta.dirname, '../../data/demo');
const rows = readActs(readFileSync(join(data, 'register.ndjson'), 'utf8'));
const former = formerStates();

/** Codes of all states that the demo registers, in that order: ISO 3166-1, Kosovo, the European Union, past ones. */
export const DEMO_STATES: readonly string[] = [
  ...isoStates().map(({ code }) => code),
  ...former.map(({ state }) => state.code),
  ...rows.flatMap((row) => (row.kind === 'state' ? [row.state.code] : [])),
];

/** Events before the first line of the file: the states, and who succeeded whom. */
const BEFORE = isoStates().length + former.length + former.flatMap(({ successions }) => successions).length;

/** What a first start loads unless it is told otherwise. */
export const DEMO_EVENTS = BEFORE + rows.length;

/** What a first start loads with CHANCERY_DEMO=founding. */
export const FOUNDING_EVENTS = BEFORE + readActs(readFileSync(join(data, 'founding.ndjson'), 'utf8')).length;

/** Where the demo records the row with this id: `kaz-board-of-peace-signed`. Each line of the file is one event. */
export function demoRow(id: string): { readonly position: number; readonly eventId: string } {
  const row = rows.find((each) => 'id' in each && each.id === id);
  if (!row) throw new Error(`the demo has no row ${id}`);
  return { position: BEFORE + row.line, eventId: row.eventId };
}

/** Where it registers a body. */
export function demoBody(slug: string): number {
  const row = rows.find((each) => each.kind === 'body' && each.body.slug === slug);
  if (!row) throw new Error(`the demo has no body ${slug}`);
  return BEFORE + row.line;
}

/** A question about the demo register, and what must come out. */
export interface Expected {
  readonly body: string;
  readonly state: string;
  readonly asOf: string;
  readonly knownAt?: string;
  readonly standing: string;
  readonly disputed?: boolean;
  readonly reason: string;
}

export const EXPECTED = JSON.parse(readFileSync(join(data, 'expected.json'), 'utf8')) as readonly Expected[];
