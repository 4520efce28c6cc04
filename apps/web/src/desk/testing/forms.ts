// What a specification of a form needs: the fields that a page carries, and the page to which an answer leads.
import { request } from 'node:http';
import type { Answer } from '../../../../../test/support/rest.js';
import type { SignedInVisitor } from '../../../../../test/support/signed-in.js';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' };

const plain = (html: string): string =>
  html.replace(/&(amp|quot|#39|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '');

/** The hidden fields of the form of a page, as a browser sends them back. */
export function formOf({ text }: Answer): Record<string, string> {
  const main = text.slice(text.indexOf('<main'));
  return Object.fromEntries(
    [...main.matchAll(/<input(?=[^>]* type="hidden")(?:[^>"]|"[^"]*")*>/g)].map(([input]) => [
      plain(/ name="([^"]*)"/.exec(input)?.[1] ?? ''),
      plain(/ value="([^"]*)"/.exec(input)?.[1] ?? ''),
    ]),
  );
}

/** The page to which a redirect leads. */
export async function landed(
  visitor: Pick<SignedInVisitor, 'get'>,
  { status, headers }: Answer,
): Promise<Answer> {
  if (status !== 303) throw new Error(`not a redirect: ${String(status)}`);
  return visitor.get(headers['location'] ?? '');
}

/** The sentences of the error summary. */
export const summaryOf = ({ text }: Answer): string[] => {
  const summary = /<div class="error-summary".*?<\/div>/s.exec(text)?.[0] ?? '';
  return [...summary.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) =>
    plain(item.replace(/<[^>]*>/g, '')),
  );
};

/** The names of the fields to which the error summary leads. */
export const faultyFields = ({ text }: Answer): string[] => {
  const summary = /<div class="error-summary".*?<\/div>/s.exec(text)?.[0] ?? '';
  return [...summary.matchAll(/<li>(?:<a href="#([^"]*)")?/g)].map(([, field = '']) => field);
};

export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  readonly filename?: string;
  readonly type?: string;
}

/** Sends a form with files as a browser does: as multipart/form-data. */
export function upload(
  { port }: { readonly port: number },
  headers: Readonly<Record<string, string>>,
  path: string,
  parts: readonly Part[],
): Promise<Answer> {
  const boundary = '----specification';
  const body = Buffer.concat([
    ...parts.flatMap(({ name, content, filename, type }) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"`),
      Buffer.from(filename === undefined ? '' : `; filename="${filename}"`),
      Buffer.from(type === undefined ? '' : `\r\ncontent-type: ${type}`),
      Buffer.from('\r\n\r\n'),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        ...{ host: '127.0.0.1', port, method: 'POST', path, agent: false },
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-length': String(body.length),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (more: string) => (text += more));
        response.on('end', () => {
          const { statusCode = 0, headers: given } = response;
          resolve({ status: statusCode, headers: given as Record<string, string>, text, body: undefined });
        });
      },
    );
    call.on('error', reject).end(body);
  });
}
