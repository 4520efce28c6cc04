// What the pages load besides their text: styles, two scripts, fonts, pictures. All of it is read once, at the start, and
// named by its content, so that a browser may keep it for ever.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { WORLD } from '../drawing/world.js';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same in Brotli, where that is worth it. */
  readonly brotli?: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  woff2: 'font/woff2',
};

/** In the order of their layers. */
const STYLES = ['tokens', 'base', 'forms', 'parts', 'reading', 'record', 'drawing', 'print'] as const;
/** The subsets that the names of this register need; IBM Plex is under the SIL Open Font License 1.1. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'arabic'];

const assets = new Map<string, Asset>();
const paths = new Map<string, string>();

/** The path of an asset by its plain name: `assetPath('style.css')`. */
export function assetPath(name: string): string {
  const path = paths.get(name);
  if (path === undefined) throw new Error(`There is no asset ${name}.`);
  return path;
}

/** By the last part of its path. */
export const assetAt = (file: string): Asset | undefined => assets.get(file);

function keep(name: string, bytes: Buffer): string {
  const dot = name.lastIndexOf('.');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  const type = TYPES[name.slice(dot + 1)] ?? 'application/octet-stream';
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  assets.set(file, {
    type,
    bytes,
    ...(!name.endsWith('.woff2') && { brotli: brotliCompressSync(bytes, { params }) }),
  });
  paths.set(name, `/assets/${file}`);
  return `/assets/${file}`;
}

const own = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** The faces of a family in regular and semibold, each subset a file of its own that only text that needs it loads. */
function fontFaces(family: string): string {
  const faces = ['400', '600'].flatMap((weight) =>
    readFileSync(resolve(`${family}/${weight}.css`), 'utf8').match(/@font-face \{[^}]*\}/g),
  );
  return faces
    .flatMap((face) => {
      const file = /files\/([\w-]+\.woff2)/.exec(face ?? '')?.[1] ?? '';
      const subset = /^ibm-plex-sans(?:-arabic)?-(\w+(?:-ext)?)-/.exec(file)?.[1] ?? '';
      if (face === null || !SUBSETS.includes(subset)) return [];
      const path = keep(file, readFileSync(resolve(`${family}/files/${file}`)));
      return [face.replace(/src: [^;]*;/, `src: url(${path}) format('woff2');`)];
    })
    .join('\n');
}

const layers = STYLES.map((name) => own(`style/${name}.css`).toString());
const fonts = ['@fontsource/ibm-plex-sans', '@fontsource/ibm-plex-sans-arabic'].map(fontFaces);
keep('style.css', Buffer.from([`@layer ${STYLES.join(', ')};`, ...fonts, ...layers].join('\n')));
// The ground of every map: drawn by reference, because it is larger than the page around it and never changes.
const land = WORLD.land + (WORLD.contested['antarctica'] ?? '');
keep('land.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><path id="land" d="${land}"/></svg>`));
keep('htmx.min.js', readFileSync(resolve('htmx.org/dist/htmx.min.js')));
for (const folder of ['script', 'picture']) {
  for (const file of readdirSync(new URL(`${folder}/`, import.meta.url)))
    keep(file, own(`${folder}/${file}`));
}
