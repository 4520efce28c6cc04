// What was typed into the form, as an act; and an act that is on record, as it would be typed.
import {
  actSchemas,
  type ActType,
  type Citation,
  type Day,
  type DayBasis,
  type Edtf,
  type MembershipAct,
} from '#register';
import { readDayField, typedDay } from '../page/read-day-field.js';
import type { FieldFault, Typed } from '../page/forms.js';
import { checked } from '../page/schema-faults.js';
import { whereGiven } from '../page/read-sources.js';
import type { Language } from '../words/language.js';
import { fieldOfPath, OWN_FIELDS, type OwnField } from './act-fields.js';

export interface ReadAct {
  readonly act?: MembershipAct;
  readonly faults: readonly FieldFault[];
}

interface Around {
  readonly language: Language;
  readonly today: Day;
  /** What it rests on. */
  readonly citations: readonly Citation[];
  /** When its source was published, where that is known. */
  readonly publishedOn?: Edtf | undefined;
}

/** The act that was typed, or what is wrong with it, each fault at its field. */
export function readAct(typed: Typed, type: ActType, around: Around): ReadAct {
  const { language, citations } = around;
  const on = readOn(typed, around);
  const effectiveOn = readDayField(typed, 'effectiveOn', language, 'optional');
  const announcedOn = readDayField(typed, 'announcedOn', language, 'optional');
  const given = {
    // A day that cannot be read has its fault already.
    on: on.day ?? around.today,
    basis: on.basis ?? typed['basis'] ?? 'act',
    attestation: typed['attestation'],
    sources: citations,
    ...(effectiveOn.day !== undefined && { effectiveOn: effectiveOn.day }),
    ...(announcedOn.day !== undefined && { announcedOn: announcedOn.day }),
    ...(typed['claim'] === 'yes' && { claim: true }),
    ...whereGiven({ announcedBy: typed['announcedBy'] ?? '', note: typed['note'] ?? '' }),
    ...ownData(typed, OWN_FIELDS[type]),
  };
  const { data, faults } = checked<MembershipAct['data']>(actSchemas[type], given, language, (path) =>
    fieldOfPath(type, path),
  );
  const all = [...on.faults, ...effectiveOn.faults, ...announcedOn.faults, ...faults];
  return all.length > 0 || data === undefined
    ? { faults: all }
    : { act: { type, data } as MembershipAct, faults: [] };
}

/**
 * The day of the act. Where the text names none it happened on or before the day on which it was announced, else that
 * on which the text was published, else today; the basis says which.
 */
export function readOn(
  typed: Typed,
  { language, today, publishedOn }: Pick<Around, 'language' | 'today' | 'publishedOn'>,
): { readonly day?: Edtf; readonly basis?: DayBasis; readonly faults: readonly FieldFault[] } {
  const isUnknown = typed['on-meant'] === 'unknown' && (typed['on'] ?? '') === '';
  if (!isUnknown) return readDayField(typed, 'on', language, 'required');
  const announcedOn = readDayField(typed, 'announcedOn', language, 'optional').day;
  const bound = [
    [announcedOn, 'announcement'],
    [publishedOn, 'publication'],
  ] as const;
  const [day, basis] = bound.find(([one]) => one !== undefined && !/[/?~%]/.test(one)) ?? [
    today,
    'publication',
  ];
  return { day: `../${day ?? today}`, basis, faults: [] };
}

const keyOf = (field: OwnField): string => ('key' in field ? (field.key ?? field.name) : field.name);

function ownData(typed: Typed, fields: readonly OwnField[]): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    if (field.ask === 'party') {
      const party = whereGiven({ state: typed['by-state'] ?? '', name: typed['by-name'] ?? '' });
      return field.optional && Object.keys(party).length === 0 ? [] : [['by', party]];
    }
    const text = typed[field.name] ?? '';
    return text === '' ? [] : [[keyOf(field), text]];
  });
  return Object.fromEntries(entries);
}

/** What the form shows for an act that is on record, without its sources. */
export function typedAct({ type, data }: MembershipAct): Typed {
  const own = Object.fromEntries(
    OWN_FIELDS[type].flatMap((field): [string, string][] => {
      const value = (data as unknown as Record<string, unknown>)[keyOf(field)];
      if (field.ask !== 'party') return typeof value === 'string' ? [[field.name, value]] : [];
      const { state = '', name = '' } = (value ?? {}) as { state?: string; name?: string };
      return [
        ['by-state', state],
        ['by-name', name],
      ];
    }),
  );
  const { on, effectiveOn, announcedOn, announcedBy = '', attestation, basis, claim, note = '' } = data;
  return {
    ...own,
    ...typedDay('on', on),
    ...(effectiveOn !== undefined && typedDay('effectiveOn', effectiveOn)),
    ...(announcedOn !== undefined && typedDay('announcedOn', announcedOn)),
    act: type,
    attestation,
    basis,
    announcedBy,
    note,
    ...(claim && { claim: 'yes' }),
  };
}
