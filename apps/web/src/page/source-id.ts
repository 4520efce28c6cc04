// A name for a source in addresses: what a reader may recognise, and a part that makes it the only one.
import { createHash } from 'node:crypto';

interface Naming {
  readonly outlet: string;
  readonly url?: string;
  readonly publishedOn?: string;
}

/** The same naming and salt give the same id; at most 100 characters, as the register takes them. */
export function sourceIdFor({ outlet, url, publishedOn }: Naming, salt: string): string {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const name = plain(outlet) || plain(host) || 'source';
  const unique = createHash('sha256').update(salt).digest('hex').slice(0, 8);
  return [name.slice(0, 50).replace(/-$/, ''), plain(publishedOn ?? '').slice(0, 20), unique]
    .filter((part) => part !== '')
    .join('-');
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
