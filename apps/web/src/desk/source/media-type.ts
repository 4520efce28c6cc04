// What a file is, by its own bytes: its name and what a browser calls it prove nothing.

/** The kinds of which copies are kept. */
export const KEPT = [
  'application/pdf',
  'text/html',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/webp',
] as const;
export type Kept = (typeof KEPT)[number];

/** Undefined for every other kind: archives, programs, drawings with scripts in them (SVG), office documents. */
export function mediaTypeOf(bytes: Uint8Array): Kept | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (/^(\xef\xbb\xbf)?\s*%PDF-\d/.test(start)) return 'application/pdf';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  if (isHtml(start) && !start.includes('\0')) return 'text/html';
  return isText(bytes) && !/^(\xef\xbb\xbf)?\s*<(\?xml|svg)/i.test(start) ? 'text/plain' : undefined;
}

/** Pages are kept in the encoding that they came in, so that only their first letters are read. */
const isHtml = (start: string): boolean =>
  /^(\xef\xbb\xbf)?\s*(<!--[^>]*-->\s*)*<(!doctype html|html|head|body)[\s>]/i.test(start);

/** UTF-8 without control characters other than tabs, line ends and page ends. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
