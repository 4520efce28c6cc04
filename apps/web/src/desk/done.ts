// What a form of the desk did, told by the page to which it leads.
import type { FastifyReply } from 'fastify';
import type { Outcome } from '#application';
import { withParameters, type PageContext } from '../page/context.js';
import type { Language } from '../words/language.js';
import { DESK } from './desk-words.js';

/** To the page of what was recorded; it waits until the tables have taken that in. */
export function leadOn(reply: FastifyReply, path: string, { position, events }: Outcome, done: string) {
  const said = done === 'recorded' && events.length === 0 ? 'known' : done;
  return reply.redirect(withParameters(path, { done: said, minPosition: String(position) }), 303);
}

/** What the form before has done, by the code in the address: the word `done_…` of a catalogue. */
export function flashOf(
  { query, language }: PageContext,
  words: Readonly<Record<Language, Readonly<Record<string, unknown>>>>,
): string | undefined {
  if (query['done'] === 'known') return DESK[language].recordedAlready;
  const said = Object.entries(words[language]).find(
    ([name]) => name === `done_${String(query['done'])}`,
  )?.[1];
  return typeof said === 'string' ? said : undefined;
}
