import type { Language } from '../words/language.js';
import { ACT } from '../words/vocabulary.js';

/** What an event of any kind is called; its own name where there is no word for it. */
export const eventName = (language: Language, type: string): string =>
  (ACT[language] as Readonly<Record<string, string>>)[type] ?? type;
