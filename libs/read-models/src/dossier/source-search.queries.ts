// Sources by words of their title, outlet or id.
import { canonicalUrl, normaliseName } from '#register';
import { rowsOf, type Reader } from '../reader.js';
import { sourcesAt, sourcesById, type KnownSource } from './dossier.queries.js';

/** What a source is found by, as it was registered. */
interface SourceTraces {
  readonly id: string;
  readonly outlet: string;
  readonly title: string | null;
}

const TRACES = `select key as id, events->0->'data'->>'outlet' as outlet, events->0->'data'->>'title' as title
  from read_model.dossier where kind = 'source' and position <= $1`;

/**
 * The registered sources that a text may mean: one at this address, else those with all its words in their title, outlet
 * or id, in any script; the last registered first.
 */
export async function sourcesLike(
  reader: Reader,
  position: number,
  text: string,
  limit: number,
): Promise<KnownSource[]> {
  if (/^https?:/i.test(text.trim())) return sourcesAt(reader, position, text);
  const wanted = normaliseName(text).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  const rows = await rowsOf<SourceTraces>(reader, `${TRACES} order by position desc`, [position]);
  const said = ({ id, outlet, title }: SourceTraces) => normaliseName(`${title ?? ''} ${outlet} ${id}`);
  const ids = rows
    .filter((row) => wanted.every((word) => said(row).includes(word)))
    .map(({ id }) => id)
    .slice(0, limit);
  return inOrder(ids, await sourcesById(reader, position, ids));
}

/** The source registered last at the host of an address; undefined where there is none, or it is no address. */
export async function lastSourceAtHost(
  reader: Reader,
  position: number,
  url: string,
): Promise<KnownSource | undefined> {
  const page = canonicalUrl(url);
  if (!/^https:/.test(page) || !URL.canParse(page)) return undefined;
  const rows = await rowsOf<{ readonly id: string }>(reader, AT_HOST, [
    position,
    `https://${new URL(page).host}`,
  ]);
  const [id = ''] = rows.map((row) => row.id);
  return (await sourcesById(reader, position, [id])).get(id);
}

const AT_HOST = `select key as id from read_model.dossier where kind = 'source' and position <= $1
  and (address = $2 or starts_with(address, $2 || '/') or starts_with(address, $2 || '?'))
  order by position desc limit 1`;

const inOrder = (ids: readonly string[], sources: ReadonlyMap<string, KnownSource>): KnownSource[] =>
  ids.flatMap((id) => sources.get(id) ?? []);
