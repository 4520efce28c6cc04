// States and territories that went by a code of ISO 3166-1 once, as the register takes them in.
import countries from 'i18n-iso-countries';
import { nextDay, type StateEvent, type StateRegistered } from '#register';
import { FORMER_STATES } from './former-states.data.js';

type StateData = StateRegistered['data'];
type Data<Type extends StateEvent['type']> = Extract<StateEvent, { type: Type }>['data'];
type Kind = Data<'StateSucceeded'>['kind'];

export interface FormerState {
  /** ISO 3166-3, four letters. */
  readonly alpha4: string;
  readonly state: StateData;
  readonly dissolution: Data<'StateDissolved'>;
  /** What each successor's stream has to say of it. */
  readonly successions: readonly { readonly state: string; readonly succession: Data<'StateSucceeded'> }[];
}

/**
 * The 31 entries of ISO 3166-3, in the order of their alpha-4 codes. Each goes by the alpha-3 code that it had, unless
 * another state has that today: then by `X-` and its alpha-4 code (`X-FQHH` alone: ATF is the French Southern
 * Territories). Without the two-letter and numeric codes, most of which were given again.
 */
export const formerStates = (): FormerState[] => FORMER_STATES.trim().split('\n').map(formerState);

function formerState(line: string): FormerState {
  const [alpha4 = '', alpha3 = '', named = '', from = '', until = '', kind = '', successors = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const code = countries.isValid(alpha3) ? `X-${alpha4}` : alpha3;
  return {
    alpha4,
    state: { code, ...namesIn(named), ...(from !== '' && { from }), until },
    dissolution: { on: until, successors: successors.replaceAll('*', '').split(' ') },
    successions: successors.split(' ').map((successor) => {
      const goesOn = successor.endsWith('*');
      const succession = {
        predecessors: [code],
        on: dayAfter(until),
        kind: goesOn ? 'continuation' : (kind as Kind),
      };
      return { state: successor.replace('*', ''), succession };
    }),
  };
}

function namesIn(cell: string): Pick<StateData, 'names' | 'aliases'> {
  const [en = '', ...others] = cell.split(';').map((name) => name.trim());
  const names: StateData['names'] = { en };
  const aliases: string[] = [];
  for (const other of others) {
    const [, tag, name] = /^([a-z]{2}):(.*)$/.exec(other) ?? [];
    if (tag === undefined || name === undefined) aliases.push(other);
    else names[tag] = name;
  }
  return { names, ...(aliases.length > 0 && { aliases }) };
}

/** Of a year, the year itself: the day is not known. */
const dayAfter = (day: string): string => (day.length === 10 ? nextDay(day) : day);
