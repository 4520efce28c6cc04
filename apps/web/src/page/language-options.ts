// Languages by name.
import type { Language } from '../words/language.js';

export const languageName = (language: Language, tag: string): string =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;

/** Languages in which states speak of one another, those of the register first. */
const TEXT_LANGUAGES =
  'ar en fr ru zh es kk he fa tr ur de it pt id az uz ky tk hy ka sq sr hu pl uk be el nl da sv no fi mn ps hi bn th vi ja ko ms am so sw';

export function languageOptions(language: Language, chosen: string | undefined) {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  const tags = TEXT_LANGUAGES.split(' ');
  const known = chosen !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(chosen) ? [chosen] : [];
  return [...new Set([...tags, ...known])].map((tag) => ({ value: tag, label: names.of(tag) ?? tag }));
}
