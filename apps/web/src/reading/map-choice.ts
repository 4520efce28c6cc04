// How the map of a page is drawn, as its address says. REST draws no maps: these parameters are the page's own.
import { here, type PageContext } from '../page/context.js';
import { Trouble } from '../page/trouble.js';
import { words } from '../words/language.js';

const MODES = ['dots', 'filled'] as const;
const EXTENTS = ['world', 'fit'] as const;
export const MAP_PARAMETERS = ['map', 'extent'] as const;

const WORDS = words({
  en: { choice: (name: string, known: string) => `“${name}” must be one of: ${known}.` },
  ar: { choice: (name: string, known: string) => `يجب أن يكون «${name}» واحداً من: ${known}.` },
});

/** Mode and extent, and the addresses of the same page with others. */
export const mapChoice = (page: PageContext) => ({
  mode: oneOf(page, 'map', MODES),
  extent: oneOf(page, 'extent', EXTENTS),
  choices: {
    dots: `${here(page, { map: undefined })}#map`,
    filled: `${here(page, { map: 'filled' })}#map`,
    world: `${here(page, { extent: undefined })}#map`,
    fit: `${here(page, { extent: 'fit' })}#map`,
  },
});

/** The query without what is the map's. */
export const withoutMap = ({ query }: PageContext): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(query).filter(([name]) => !MAP_PARAMETERS.some((parameter) => parameter === name)),
  );

/** The first of the values where none is given. */
function oneOf<Value extends string>(
  page: PageContext,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  const given = page.query[name];
  const chosen = given === undefined ? values[0] : values.find((value) => value === given);
  if (chosen !== undefined) return chosen;
  throw new Trouble('bad-request', [WORDS[page.language].choice(name, values.join(', '))]);
}
