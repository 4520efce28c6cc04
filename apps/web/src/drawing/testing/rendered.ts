// What a reader finds in a rendered drawing.
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { View } from '#register';

export const rendered = (node: VNode): string => renderToString(node);

const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The rows of all tables, each as the texts of its cells; heads are left out. */
export const rowsIn = (html: string): string[][] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row = '']) => [...row.matchAll(/<t[hd]([^>]*)>(.*?)<\/t[hd]>/gs)])
    .filter((cells) => !cells.every(([, attributes]) => attributes?.includes('scope="col"')))
    .map((cells) => cells.map(([, , cell = '']) => text(cell)));

/** The elements with a class: their attributes, and the text of a `<title>` within. */
export function drawnWith(
  html: string,
  wanted: string,
): { title: string; attributes: Record<string, string> }[] {
  return [
    ...html.matchAll(/<(?:rect|path|use|line|g|circle|text)\b([^>]*?)(\/?)>(?:<title>(.*?)<\/title>)?/gs),
  ]
    .map(([, list = '', , title = '']) => ({
      title,
      attributes: Object.fromEntries(
        [...list.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    }))
    .filter(({ attributes }) => attributes['class']?.split(' ').includes(wanted));
}

/** A standing by somebody's word. */
export const view = (standing: View['standing'], attestation: View['attestation'] = 'declared'): View => ({
  standing,
  since: null,
  attestation: standing === 'none' ? null : attestation,
  acts: [],
  sources: 1,
  disputed: false,
  discredited: false,
});
