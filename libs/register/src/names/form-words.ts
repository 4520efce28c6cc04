// What official names say of the form of a state, as `foldLetters` spells it: no part of the name by which it is known.

/** Words that stand before the name without telling states apart. */
export const ARTICLES: ReadonlySet<string> = new Set(['the', 'le', 'la', 'les', 'l', 'el', 'los', 'las']);

/** Before the name, or behind it after a comma ("Iran, Islamic Republic of"). */
const FORMS_IN_FRONT = [
  ...[
    'republic of',
    'kingdom of',
    'state of',
    'sultanate of',
    'principality of',
    'grand duchy of',
    'emirate of',
  ],
  ...['commonwealth of', 'union of', 'islamic republic of', 'islamic emirate of', 'arab republic of'],
  ...['federal republic of', 'federative republic of', 'united republic of', 'people s republic of'],
  ...['bolivarian republic of', 'plurinational state of', 'hashemite kingdom of', 'oriental republic of'],
  ...['socialist republic of', 'democratic socialist republic of', 'co operative republic of'],
  ...['federal democratic republic of', 'islamic republic', 'federated states of'],
  ...['republique de', 'republique du', 'republique d', 'royaume de', 'royaume du', 'royaume d', 'etat de'],
  ...['etat du', 'etat d', 'principaute de', 'republique islamique de', 'republique islamique d'],
  ...['republica de', 'republica del', 'republica do', 'republica da', 'reino de', 'reino del', 'estado de'],
  ...[
    'republica islamica de',
    'republica bolivariana de',
    'republik',
    'konigreich',
    'republiek',
    'koninkrijk',
  ],
  ...['республика', 'королевство', 'государство', 'султанат', 'княжество', 'исламская республика'],
  // Arabic and Persian, in the construct state: "الجمهورية التشيكية" has the article and keeps its noun.
  ...['جمهوريه', 'مملكه', 'دوله', 'سلطنه', 'اماره', 'جمهوري', 'جمهوري اسلامي', 'پادشاهي'],
];

/** Behind the name, in languages that put it there. */
const FORMS_BEHIND = ['республикасы', 'cumhuriyeti', 'respublikasy', 'respublikasi', 'kralligi'];

const wordsOf = (forms: readonly string[]): string[][] =>
  forms.map((form) => form.split(' ')).sort((a, b) => b.length - a.length);

const IN_FRONT = wordsOf(FORMS_IN_FRONT);
const BEHIND = wordsOf([
  ...FORMS_IN_FRONT.filter((form) => / (of|de|du|d|del|da|do)$/.test(form)),
  ...FORMS_BEHIND,
]);

/** Without the longest form in front, else the longest behind; as they are, where nothing would remain. */
export function withoutForm(words: readonly string[]): readonly string[] {
  const front = IN_FRONT.find(
    (form) => form.length < words.length && form.every((word, at) => words[at] === word),
  );
  if (front) return words.slice(front.length);
  const behind = BEHIND.find((form) => {
    const start = words.length - form.length;
    return start > 0 && form.every((word, at) => words[start + at] === word);
  });
  return behind ? words.slice(0, -behind.length) : words;
}
