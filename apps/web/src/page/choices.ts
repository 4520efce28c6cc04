// The states and bodies that a form offers, and how they are called.
import { Inject, Injectable } from '@nestjs/common';
import { ClockReader, READER } from '#application';
import { bodiesLike, listBodies, listStates, statesLike, type Reader } from '#read-models';
import type { BodyKind } from '#register';
import { nameIn } from './parts.js';
import type { Language } from '../words/language.js';
import type { Names } from '../words/refusals.js';

export interface Choice {
  /** Code of a state, slug of a body. */
  readonly value: string;
  readonly label: string;
}

export interface Found extends Choice {
  /** The name that answered, where it is not the one shown. */
  readonly match: string;
}

/** Everything that a form can name. */
export interface Choices extends Names {
  readonly states: readonly Choice[];
  readonly bodies: readonly (Choice & { readonly kind: BodyKind })[];
  readonly kindOf: (slug: string) => BodyKind | undefined;
}

/** Whether a value is one of a list. */
export const isChoice = (choices: readonly Choice[], value: string): boolean =>
  choices.some((choice) => choice.value === value);

/** What a list of suggestions shows at most. */
const MOST_FOUND = 8;
const AT_ONCE = 200;

@Injectable()
export class ChoiceReader {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** All of them, each list in the order of its names. */
  async all(language: Language): Promise<Choices> {
    const clocks = await this.clocks.resolve({});
    const [states, bodies] = await Promise.all([
      whole(
        (after) => listStates(this.reader, clocks, { limit: AT_ONCE, ...after }),
        ({ code }) => code,
      ),
      whole(
        (after) => listBodies(this.reader, clocks, { limit: AT_ONCE, ...after }),
        ({ slug }) => slug,
      ),
    ]);
    const named = {
      states: inOrder(
        language,
        states.map(({ code, names }) => ({ value: code, label: nameIn(names, language) })),
      ),
      bodies: inOrder(
        language,
        bodies.map(({ slug, names, kind }) => ({ value: slug, label: nameIn(names, language), kind })),
      ),
    };
    const byCode = new Map(named.states.map(({ value, label }) => [value, label]));
    const bySlug = new Map(named.bodies.map((body) => [body.value, body]));
    return {
      ...named,
      state: (code) => byCode.get(code) ?? code,
      body: (slug) => bySlug.get(slug)?.label ?? slug,
      kindOf: (slug) => bySlug.get(slug)?.kind,
    };
  }

  /** What a text may mean, in any script and spelling, best first: the same look-up as that of the REST surface. */
  async find(kind: 'state' | 'body', text: string, language: Language): Promise<Found[]> {
    const clocks = await this.clocks.resolve({});
    const found =
      kind === 'state'
        ? (await statesLike(this.reader, clocks, text, MOST_FOUND)).map((one) => ({
            ...one,
            value: one.code,
          }))
        : (await bodiesLike(this.reader, clocks, text, MOST_FOUND)).map((one) => ({
            ...one,
            value: one.slug,
          }));
    return found.map(({ value, names, match }) => ({
      ...{ value, match: match.name },
      label: nameIn(names, language),
    }));
  }
}

async function whole<Row>(
  list: (after: { after?: string }) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const more = await list(last === undefined ? {} : { after: keyOf(last) });
    rows.push(...more);
    if (more.length < AT_ONCE) return rows;
  }
}

function inOrder<Item extends Choice>(language: Language, items: Item[]): Item[] {
  const { compare } = new Intl.Collator(language);
  return items.sort((a, b) => compare(a.label, b.label));
}
