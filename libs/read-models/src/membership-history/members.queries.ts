// The states of a body as a list that is searched, filtered and sorted. A body has at most some hundreds of them, so that
// they are read in one go and put in order here: no database sorts names by the rules of a language.
import { searchNames, STANDINGS, type Standing } from '#register';
import { statesByCode, type KnownState } from '../dossier/dossier.queries.js';
import { byNameOf, type NameLanguage } from '../names/name-order.js';
import type { Clocks, Page, Reader } from '../reader.js';
import { membersOfBody, type MembershipRow } from './membership-history.queries.js';

/** More states than there are. */
const ALL = 10_000;

export const MEMBER_ORDERS = ['code', 'name', 'since', 'standing'] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];

export interface Member {
  readonly row: MembershipRow;
  readonly state: KnownState;
}

export interface MemberChoice extends Page {
  readonly standings?: readonly Standing[] | undefined;
  /** A name or a part of one, in any script. */
  readonly q?: string | undefined;
  /** `since`: the latest first. `standing`: in the order of the vocabulary, then by name. */
  readonly order: MemberOrder;
  /** Of the names that are sorted by; English stands in where there is none. */
  readonly language: NameLanguage;
}

/** Every state with a standing in a body, by its own word or another's; by code, ascending. */
export async function everyMember(reader: Reader, body: string, clocks: Clocks): Promise<Member[]> {
  const rows = await everyMemberRow(reader, body, clocks);
  const states = await statesByCode(
    reader,
    clocks,
    rows.map(({ state }) => state),
  );
  return membersIn(rows, states);
}

/** The same without what is known of each state, for whoever asks for that together with other states. */
export const everyMemberRow = (reader: Reader, body: string, clocks: Clocks): Promise<MembershipRow[]> =>
  membersOfBody(reader, body, clocks, { limit: ALL });

export const membersIn = (
  rows: readonly MembershipRow[],
  states: ReadonlyMap<string, KnownState>,
): Member[] =>
  rows.flatMap((row) => {
    const state = states.get(row.state);
    return state ? [{ row, state }] : [];
  });

/** A page of them as chosen; `after` is the code of the last one of the page before. */
export function chooseMembers(members: readonly Member[], choice: MemberChoice): Member[] {
  const { standings, q, after, limit } = choice;
  const found = q === undefined ? undefined : foundBy(members, q);
  const order = orderOf(choice);
  const wanted = members
    .filter(({ row }) => standings === undefined || standings.includes(row.own.standing))
    .filter(({ row }) => found === undefined || found.has(row.state))
    .sort(order);
  const last = members.find(({ row }) => row.state === after);
  // A cursor of a state that is not there on these clocks leads nowhere: nothing comes after it.
  if (after !== undefined && !last) return [];
  return wanted.filter((member) => last === undefined || order(last, member) < 0).slice(0, limit);
}

/** How many states have each standing by their own words, in the order of the vocabulary; those that none has are left out. */
export function countsOf(
  members: readonly Member[],
): { readonly standing: Standing; readonly states: number }[] {
  return STANDINGS.flatMap((standing) => {
    const states = members.filter(({ row }) => row.own.standing === standing).length;
    return states === 0 ? [] : [{ standing, states }];
  });
}

/** The states of these whose code, names or aliases answer a text. */
function foundBy(members: readonly Member[], q: string): ReadonlySet<string> {
  const entries = members.flatMap(({ state }) =>
    [state.code, ...Object.values(state.names), ...state.aliases].map((name) => ({
      key: state.code,
      name,
      kind: 'state',
    })),
  );
  return new Set(searchNames(entries, q, entries.length).map(({ key }) => key));
}

type Order = (a: Member, b: Member) => number;

function orderOf({ order, language }: MemberChoice): Order {
  const byCode: Order = (a, b) => compare(a.row.state, b.row.state);
  const byNames = byNameOf(language);
  const byName: Order = (a, b) => byNames(a.state.names, b.state.names) || byCode(a, b);
  switch (order) {
    case 'code':
      return byCode;
    case 'name':
      return byName;
    case 'since':
      return (a, b) => compare(b.row.own.since ?? '', a.row.own.since ?? '') || byName(a, b);
    case 'standing':
      return (a, b) => rankOf(a) - rankOf(b) || byName(a, b);
  }
}

const rankOf = ({ row }: Member): number => STANDINGS.indexOf(row.own.standing);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
