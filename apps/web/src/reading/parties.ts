// The state and the body that an address names; where there is none, what may have been meant.
import {
  bodiesLike,
  dossiersOf,
  findBody,
  findState,
  statesLike,
  type Clocks,
  type KnownAct,
  type KnownBody,
  type KnownState,
  type Reader,
} from '#read-models';
import { bodySlug, stateCode, type Names } from '#register';
import { onSameClocks, type PageContext } from '../page/context.js';
import { nameIn } from '../page/parts.js';
import { Trouble, type Near } from '../page/trouble.js';
import { number, words } from '../words/language.js';

const WORDS = words({
  en: {
    state: (code: string, position: string) =>
      `The register has no state with the code “${code}” as known at position ${position}.`,
    body: (slug: string, position: string) =>
      `The register has no body “${slug}” as known at position ${position}.`,
    source: (id: string, position: string) =>
      `The register has no source “${id}” as known at position ${position}.`,
    search: (text: string) => `Search for “${text}”`,
    searchSources: (text: string) => `Search the sources for “${text}”`,
  },
  ar: {
    state: (code: string, position: string) =>
      `لا توجد في السجل دولة رمزها «${code}» بحسب المعلوم عند الموضع ${position}.`,
    body: (slug: string, position: string) =>
      `لا توجد في السجل هيئة «${slug}» بحسب المعلوم عند الموضع ${position}.`,
    source: (id: string, position: string) =>
      `لا يوجد في السجل مصدر «${id}» بحسب المعلوم عند الموضع ${position}.`,
    search: (text: string) => `ابحث عن «${text}»`,
    searchSources: (text: string) => `ابحث في المصادر عن «${text}»`,
  },
});

export async function stateAt(
  page: PageContext,
  reader: Reader,
  clocks: Clocks,
  code: string,
): Promise<KnownState> {
  const state = stateCode.safeParse(code).success ? await findState(reader, clocks, code) : undefined;
  return state ?? noState(page, reader, clocks, code);
}

export async function bodyAt(
  page: PageContext,
  reader: Reader,
  clocks: Clocks,
  slug: string,
): Promise<KnownBody> {
  const body = bodySlug.safeParse(slug).success ? await findBody(reader, clocks, slug) : undefined;
  return body ?? noBody(page, reader, clocks, slug);
}

/** The two of a membership, in one question. */
export async function bothAt(
  page: PageContext,
  reader: Reader,
  clocks: Clocks,
  slug: string,
  code: string,
): Promise<{ readonly body: KnownBody; readonly state: KnownState }> {
  const { bodies, states } = await dossiersOf(reader, clocks, {
    bodies: [slug].filter((key) => bodySlug.safeParse(key).success),
    states: [code].filter((key) => stateCode.safeParse(key).success),
  });
  return {
    body: bodies.get(slug) ?? (await noBody(page, reader, clocks, slug)),
    state: states.get(code) ?? (await noState(page, reader, clocks, code)),
  };
}

async function noState(page: PageContext, reader: Reader, clocks: Clocks, code: string): Promise<never> {
  const states = await statesLike(reader, clocks, asText(code), NEAR);
  const near = states.map((one) => nearBy(page, `/states/${one.code}`, one.names));
  const say = WORDS[page.language];
  throw notFound(page, say.state(code, number(page.language, clocks.position)), near, code);
}

async function noBody(page: PageContext, reader: Reader, clocks: Clocks, slug: string): Promise<never> {
  const bodies = await bodiesLike(reader, clocks, asText(slug), NEAR);
  const near = bodies.map((one) => nearBy(page, `/bodies/${one.slug}`, one.names));
  const say = WORDS[page.language];
  throw notFound(page, say.body(slug, number(page.language, clocks.position)), near, slug);
}

/** So many are offered in the place of one that is not there. */
const NEAR = 5;
const nearBy = (page: PageContext, path: string, names: Names): Near => ({
  href: onSameClocks(page, path),
  name: nameIn(names, page.language),
});

/** The error page for a source that is not there; it leads to the search among sources. */
export function noSource(page: PageContext, { position }: Clocks, id: string): Trouble {
  const say = WORDS[page.language];
  const q = asText(id);
  const search = {
    href: onSameClocks(page, `/sources?${new URLSearchParams({ q }).toString()}`),
    name: say.searchSources(q),
  };
  return new Trouble(
    'not-found',
    [say.source(id, number(page.language, position))],
    q === '' ? [] : [search],
  );
}

/** Codes of the states that these acts, and what was said of them, speak of. */
export function partiesOf(acts: readonly KnownAct[]): string[] {
  const codes = acts.flatMap(({ row, said, resolved: { act } }) => [
    row.state,
    'by' in act.data ? act.data.by?.state : undefined,
    'to' in act.data ? act.data.to : undefined,
    ...said.map(({ event }) => (event.type === 'ActDenied' ? event.data.by.state : undefined)),
  ]);
  return [...new Set(codes.filter((code) => code !== undefined))];
}

/** An error page that leads on: to what is near, and to the search. */
function notFound(page: PageContext, sentence: string, near: readonly Near[], asked: string): Trouble {
  const text = asText(asked);
  const query = new URLSearchParams({ q: text }).toString();
  const search = { href: onSameClocks(page, `/search?${query}`), name: WORDS[page.language].search(text) };
  return new Trouble('not-found', [sentence], text === '' ? near : [...near, search]);
}

/** What was typed in the place of a code, as one would look for it; the search takes 200 characters. */
const asText = (code: string): string =>
  code
    .replaceAll('-', ' ')
    .replace(/[\0\s]+/g, ' ')
    .trim()
    .slice(0, 200);
