// The source that was typed: one that is registered and was chosen, or one to be registered with the act.
import {
  actsRestingOn,
  lastSourceAtHost,
  sourcesAt,
  sourcesById,
  sourcesLike,
  type KnownAct,
  type KnownSource,
  type Reader,
} from '#read-models';
import { sourceId, type Citation, type Edtf, type SourceRegistered } from '#register';
import type { FieldFault, Typed } from '../page/forms.js';
import { readNewSource, textLanguage } from '../page/read-sources.js';
import type { Language } from '../words/language.js';
import { FORM } from './form-words.js';
import { refusalSentence } from '../words/refusals.js';

/** A registered source that may be the one meant, with acts that rest on it. */
export interface Candidate {
  readonly source: KnownSource;
  readonly acts: readonly KnownAct[];
  /** It is at the address that was typed for a new one. */
  readonly sameAddress: boolean;
}

export interface ReadSource {
  readonly citation?: Citation;
  /** To be registered before what cites it. */
  readonly register?: SourceRegistered['data'];
  readonly publishedOn?: Edtf | undefined;
  /** To choose from. */
  readonly candidates: readonly Candidate[];
  /** What is taken for a new source where its fields are left empty. */
  readonly proposal?: Proposal | undefined;
  readonly faults: readonly FieldFault[];
}

export interface Proposal {
  readonly language: string;
  /** As the last source from the same host has it; none where there is no such source. */
  readonly outlet?: string;
  readonly host?: string;
}

/** The value of the choice that says: none of those registered. */
export const NEW_SOURCE = 'new';
const MOST_CANDIDATES = 6;
const MOST_ACTS = 20;

interface Around {
  readonly reader: Reader;
  readonly position: number;
  readonly language: Language;
  /** The form's one-time key. */
  readonly salt: string;
}

export async function readSource(typed: Typed, around: Around): Promise<ReadSource> {
  const { language } = around;
  const [candidates, proposal] = await Promise.all([
    candidatesFor(typed, around),
    proposalFor(typed, around),
  ]);
  const chosen = typed['source'] ?? '';
  const quote = typed['quote'] ?? '';
  const cite = (source: string): Citation => (quote === '' ? { source } : { source, quote });
  if (chosen !== '' && chosen !== NEW_SOURCE) {
    const known = candidates.find(({ source }) => source.id === chosen)?.source;
    const sentence = refusalSentence(language, { code: 'unknown-source', source: chosen });
    if (!known)
      return {
        candidates,
        faults: [{ field: candidates.length > 0 ? 'source' : 'source-search', sentence }],
      };
    return { citation: cite(chosen), publishedOn: known.registered.publishedOn, candidates, faults: [] };
  }
  const undecided = chosen === '' && candidates.length > 0;
  if (undecided) {
    const sameAddress = candidates.some((one) => one.sameAddress);
    const sentence = sameAddress ? FORM[language].chooseSource : FORM[language].chooseFound;
    return { candidates, proposal, faults: [{ field: 'source', sentence }] };
  }
  const meant = withProposal(typed, proposal);
  const { source, faults } = readNewSource(meant, 'new-', language, saltOf(meant, around.salt));
  if (!source) return { candidates, proposal, faults };
  return {
    ...{ citation: cite(source.id), register: source, publishedOn: source.publishedOn },
    ...{ candidates, proposal, faults: [] },
  };
}

/** What is proposed stands in for what was left empty, and never for what was typed. */
const withProposal = (typed: Typed, { outlet = '', language }: Proposal): Typed => ({
  ...typed,
  'new-outlet': typed['new-outlet'] || outlet,
  'new-language': typed['new-language'] || language,
});

/** The form with what was proposed written into it, once a source is to be registered so. */
export const settled = (typed: Typed, register: SourceRegistered['data'] | undefined): Typed =>
  register ? { ...typed, 'new-outlet': register.outlet, 'new-language': register.language } : typed;

/** The script of the text tells its language best; where it does not, the last source from the same host. */
async function proposalFor(typed: Typed, { reader, position, language }: Around): Promise<Proposal> {
  const url = typed['new-url'] ?? '';
  const last = await lastSourceAtHost(reader, position, url);
  const unsaid = { ...typed, 'new-language': '' };
  if (!last) return { language: textLanguage(unsaid, 'new-', language) };
  const { outlet, language: lastLanguage } = last.registered;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return { language: textLanguage(unsaid, 'new-', language, lastLanguage), outlet, host };
}

/** Another content is another source: what was registered for a draft is never in the way of what it says afterwards. */
const saltOf = (typed: Typed, salt: string): string =>
  JSON.stringify([salt, ...Object.entries(typed).filter(([name]) => name.startsWith('new-'))]);

async function candidatesFor(typed: Typed, { reader, position }: Around): Promise<Candidate[]> {
  const url = typed['new-url'] ?? '';
  const chosen = sourceId.safeParse(typed['source'] ?? '');
  const search = typed['source-search'] ?? '';
  const [atUrl, found, picked] = await Promise.all([
    /^https?:/i.test(url) ? sourcesAt(reader, position, url) : [],
    search === '' ? [] : sourcesLike(reader, position, search, MOST_CANDIDATES),
    chosen.success ? sourcesById(reader, position, [chosen.data]) : new Map<string, KnownSource>(),
  ]);
  const all = new Map([...picked.values(), ...atUrl, ...found].map((source) => [source.id, source]));
  const addresses = new Set(atUrl.map(({ id }) => id));
  return Promise.all(
    [...all.values()].slice(0, MOST_CANDIDATES).map(async (source) => ({
      source,
      acts: await actsRestingOn(reader, position, source.id, { limit: MOST_ACTS }),
      sameAddress: addresses.has(source.id),
    })),
  );
}
