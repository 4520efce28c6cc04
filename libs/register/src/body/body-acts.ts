// The acts of a body, in the order in which they are folded.
import { foldDay, type Day } from '../day.js';
import { compareText } from '../order.js';
import { isOwnWord } from '../vocabulary.js';
import { bodySchemas } from './body.schema.js';
import type { Body, BodyAct } from './body.js';

/** An act of a body, with what has become of it. */
export interface RecordedBodyAct {
  readonly eventId: string;
  readonly act: BodyAct;
  /** The day of the act and the day from which it takes effect, as the fold takes them. */
  readonly day: Day;
  readonly effectiveDay: Day;
  /** False for a claim and for an act that was retracted: it stays visible and is not folded. */
  readonly counts: boolean;
  /** Event id of the retraction. */
  readonly retractedBy?: string;
}

type Typed<Type extends BodyAct['type']> = RecordedBodyAct & {
  readonly act: Extract<BodyAct, { type: Type }>;
};

/** Of two acts on one day, the one that the schemas list first comes first: an organ, its members, their leaving. */
const STAGE = new Map(Object.keys(bodySchemas).map((type, index) => [type, index]));

export function recordedBodyAct(eventId: string, act: BodyAct): RecordedBodyAct {
  const { on, effectiveOn, claim } = act.data;
  const day = foldDay(on);
  const effectiveDay = effectiveOn === undefined ? day : foldDay(effectiveOn);
  return { eventId, act, day, effectiveDay, counts: claim !== true };
}

/** The acts that count, of one type, by effective day, act day, stage and event id. The order of recording never decides. */
export function countedActs<Type extends BodyAct['type']>(
  { acts }: Pick<Body, 'acts'>,
  ...types: readonly Type[]
): Typed<Type>[] {
  const wanted = (recorded: RecordedBodyAct): recorded is Typed<Type> =>
    recorded.counts && (types as readonly string[]).includes(recorded.act.type);
  return acts.filter(wanted).sort(compareActs);
}

/** Whether it is the body's own word, or a stronger one: only that moves what memberships rest on. */
export const isBodysWord = ({ act }: RecordedBodyAct): boolean => isOwnWord(act.data.attestation);

function compareActs(a: RecordedBodyAct, b: RecordedBodyAct): number {
  return (
    compareText(a.effectiveDay, b.effectiveDay) ||
    compareText(a.day, b.day) ||
    stageOf(a) - stageOf(b) ||
    compareText(a.eventId, b.eventId)
  );
}

const stageOf = ({ act }: RecordedBodyAct): number => STAGE.get(act.type) ?? STAGE.size;
