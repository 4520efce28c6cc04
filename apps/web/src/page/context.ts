// What every page needs to know of the request that it answers.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '../words/language.js';

/** Which halves of the program this process serves: the links between them are drawn only where they lead somewhere. */
export interface Halves {
  readonly rest: boolean;
  readonly pages: boolean;
  readonly admin: boolean;
}

/** Who is signed in, and what their forms must bring along. Set on the request by the guard. */
export interface SignedIn {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly displayName: string;
    readonly roles: readonly AccountRole[];
  };
  readonly csrf: string;
}
export type AccountRole = 'recorder' | 'auditor' | 'admin';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
  }
}

export interface PageContext {
  readonly language: Language;
  /** Path of the page, without its query. */
  readonly path: string;
  /** The query as it came, without `lang` and without the fields of a form that were left empty. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly signedIn: SignedIn | undefined;
  readonly halves: Halves;
  /** Asked for by htmx, which wants a part of the page and not its frame. */
  readonly partial: boolean;
}

export const LANGUAGE_COOKIE = 'chancery-lang';

const ALL: Halves = { rest: true, pages: true, admin: true };
/** What this process serves; told once, when the application is made. */
const served = new WeakMap<object, Halves>();
export const serves = (server: object, halves: Halves): unknown => served.set(server, halves);

export function pageContext(request: FastifyRequest): PageContext {
  const url = addressOf(request);
  const { lang: _, ...given } = (request.query ?? {}) as Record<string, unknown>;
  const query = withKnownDay(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')));
  return {
    language: languageOf(request, url),
    path: url.pathname,
    query,
    signedIn: request.signedIn,
    halves: served.get(request.server) ?? ALL,
    partial: request.headers['hx-request'] === 'true',
  };
}

/** A form can ask for a day (`knownOn`): what was known by its end, in UTC; of a day that is not over, what is known now. */
const withKnownDay = ({ knownOn, ...query }: Readonly<Record<string, unknown>>) =>
  typeof knownOn === 'string' && knownOn !== new Date().toISOString().slice(0, 10)
    ? { ...query, knownAt: `${knownOn}T23:59:59.999Z` }
    : query;

/** `//` at the beginning would be taken for a host. */
const addressOf = ({ url }: FastifyRequest): URL => new URL(`http://pages.invalid${url}`);

export const OfPage = createParamDecorator((_: unknown, context: ExecutionContext): PageContext =>
  pageContext(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** What the address says, else what was chosen before, else what the browser would rather have. */
function languageOf(request: FastifyRequest, url: URL): Language {
  // An address that is none was refused before its cookies were read.
  const cookies = request.cookies as FastifyRequest['cookies'] | null;
  const asked = url.searchParams.get('lang') ?? cookies?.[LANGUAGE_COOKIE];
  const known = LANGUAGES.find((language) => language === asked);
  return known ?? (/^\s*ar\b/i.test(request.headers['accept-language'] ?? '') ? 'ar' : 'en');
}

const CLOCK_PARAMETERS = ['asOf', 'knownAt', 'atPosition'] as const;

/** The address of another reading page, on the same two clocks as this one. */
export function onSameClocks(page: PageContext, path: string): string {
  const kept = CLOCK_PARAMETERS.flatMap((name) => {
    const value = page.query[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return withParameters(path, Object.fromEntries(kept));
}

/** This page's address with parameters set, or left out where they are undefined. */
export function here(page: PageContext, parameters: Readonly<Record<string, string | undefined>>): string {
  const kept = Object.entries(page.query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return withParameters(page.path, { ...Object.fromEntries(kept), ...parameters });
}

/** An address with parameters added; those undefined are left out. */
export function withParameters(
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const added = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  // Most links of a page are of now, and written hundreds of times.
  if (added.length === 0 && !path.includes('?')) return path;
  const [bare = '', already] = path.split('?');
  const search = new URLSearchParams(already);
  for (const [name, value] of added) search.set(name, value);
  const text = search.toString();
  return text === '' ? bare : `${bare}?${text}`;
}
