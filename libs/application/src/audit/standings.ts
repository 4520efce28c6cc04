import type { Standing } from '#register';
import type { LineDocument } from '#read-models';

/** What a replay has a membership to be on a day. */
export interface StandingThen {
  readonly body: string;
  readonly state: string;
  readonly standing: Standing;
  readonly since: string | null;
  readonly reported: Standing;
}

/** Gathers the register as it stood on a day, line by line. */
export class Standings {
  readonly #all: StandingThen[] = [];

  constructor(private readonly asOf: string) {}

  add({ body, state, rows }: LineDocument): void {
    const row = rows.find(
      ({ from, to, knownTo }) => knownTo === null && from <= this.asOf && (to === null || this.asOf < to),
    );
    if (!row || (row.own.standing === 'none' && row.reported.standing === 'none')) return;
    const { own, reported } = row;
    this.#all.push({
      body,
      state,
      standing: own.standing,
      since: own.since,
      reported: reported.standing,
    });
  }

  /** How many there are, and the first of them by body and state. */
  first(most: number): { readonly standing: number; readonly standings: readonly StandingThen[] } {
    const sorted = this.#all.sort((a, b) => compare(a.body, b.body) || compare(a.state, b.state));
    return { standing: sorted.length, standings: sorted.slice(0, most) };
  }

  /** How many states have which standing in which body, by their own words; by body and standing. */
  counts(): { readonly body: string; readonly standing: Standing; readonly states: number }[] {
    const counts = new Map<string, { body: string; standing: Standing; states: number }>();
    for (const { body, standing } of this.#all) {
      if (standing === 'none') continue;
      const known = counts.get(`${body} ${standing}`);
      counts.set(`${body} ${standing}`, { body, standing, states: (known?.states ?? 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => compare(a.body, b.body) || compare(a.standing, b.standing));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
