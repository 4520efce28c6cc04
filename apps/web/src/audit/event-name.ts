import { eventWord } from '../desk/event-words.js';
import type { Language } from '../words/language.js';
import { ACT } from '../words/vocabulary.js';

/** What an event of any kind is called. */
export const eventName = (language: Language, type: string): string =>
  (ACT[language] as Readonly<Record<string, string>>)[type] ?? eventWord(language, type);
