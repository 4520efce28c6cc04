// An officer at the desk: a web over the demo register whose projections run, and forms sent as a browser sends them.
import { expect } from '@jest/globals';
import { demo } from './demo.js';
import { testRegister, type TestRegister } from './register.js';
import type { Answer } from './rest.js';
import { signedIn, type SignedInVisitor } from './signed-in.js';
import { webOver, type Web } from './web.js';

export interface Desk {
  readonly register: TestRegister;
  readonly web: Web;
  /** A recorder. */
  officer(): Promise<SignedInVisitor>;
  /** Position of the log: what was refused has not moved it. */
  head(): Promise<number>;
  close(): Promise<void>;
}

export async function recordDesk(): Promise<Desk> {
  const register = await testRegister(demo);
  register.projector.start();
  const web = await webOver(register);
  return {
    register,
    web,
    officer: () => signedIn(register, web, 'recorder'),
    head: async () => (await register.store.head()).position,
    close: async () => {
      await web.close();
      await register.close();
    },
  };
}

/** The address that an answer leads to. */
export function leadsTo(answer: Answer): string {
  expect(answer.status).toBe(303);
  return answer.headers['location'] ?? '';
}

/** The value of a hidden field of a page. */
export function hidden(html: string, name: string): string {
  const tag = html.match(new RegExp(`<input type="hidden"[^>]*name="${name}"[^>]*>`))?.[0] ?? '';
  return /value="([^"]*)"/.exec(tag)?.[1] ?? '';
}

/** What a page says, without its marks. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** The faults in the summary of a form, as `[field, sentence]`. */
export function faultsOf(html: string): [field: string, sentence: string][] {
  const summary = /<div class="error-summary".*?<\/div>/s.exec(html)?.[0] ?? '';
  return [...summary.matchAll(/<li>(?:<a href="#([^"]*)">)?(.*?)(?:<\/a>)?<\/li>/gs)].map(
    ([, field = '', said = '']) => [field, textOf(said).trim()],
  );
}
