// What happened: the acts that are possible on that day are offered, the others are listed with the reason.
import type { Offered } from '#application';
import { movesStanding, ownerOf, ATTESTATIONS, DAY_BASES, type MembershipAct } from '#register';
import { DayField } from '../page/day-field.js';
import { SelectField, TextField } from '../page/forms.js';
import type { PageContext } from '../page/context.js';
import { day as inWords } from '../words/days.js';
import { ACT, standingNames, type StandingNames } from '../words/vocabulary.js';
import { TAKES_EFFECT } from './act-fields.js';
import { FORM } from './form-words.js';
import { BASIS, LABELS, WHOSE_WORD } from './labels.js';
import { OwnFields } from './own-fields.js';
import { Radio, Radios } from './radios.js';
import type { Sheet } from './record-desk.js';

interface PartProps {
  readonly page: PageContext;
  readonly sheet: Sheet;
}

/** Drawn anew whenever state, body or day change, or a claim becomes an act. */
export function ActsPart({ page, sheet }: PartProps) {
  const say = FORM[page.language];
  return (
    <div id="acts" data-says={standingSaid(page, sheet)}>
      <h2>{say.acts}</h2>
      {sheet.open && sheet.offers ? (
        <Offers page={page} sheet={sheet} offers={sheet.offers} />
      ) : (
        <>
          <p class="soft">{say.actsWhen}</p>
          {/* A day that is mistyped takes nothing back of what was chosen and typed. */}
          {sheet.act === undefined ? null : <input type="hidden" name="act" value={sheet.act} />}
        </>
      )}
      <DetailsPart page={page} sheet={sheet} />
    </div>
  );
}

/** What the state is in the body on that day, once all three are known. */
function standingSaid({ language }: PageContext, { open, offers, day, choices }: Sheet): string {
  if (!open || !offers || day === undefined) return '';
  const standing = standingNames(language, choices.kindOf(open.body))[offers[0]?.standing ?? 'none'];
  return FORM[language].standing(
    choices.state(open.state),
    choices.body(open.body),
    inWords(language, day),
    standing,
  );
}

type OffersProps = PartProps & { readonly offers: readonly Offered[] };

function Offers({ page, sheet, offers }: OffersProps) {
  const { language } = page;
  const say = FORM[language];
  const { typed, faults, open, choices } = sheet;
  const called = standingNames(language, open && choices.kindOf(open.body));
  const fault = faults.find(({ field }) => field === 'act');
  const asClaim = typed['claim'] === 'yes';
  const next = offers.filter(({ as, type }) => as === 'next' && movesStanding(type));
  const beside = offers.filter(({ as, type }) => as === 'next' && !movesStanding(type));
  const once = offers.filter(({ as }) => as === 'once-more');
  const not = offers.filter(({ as }) => as === 'no');
  const possible = asClaim ? [...next, ...not] : next;
  const first = (possible[0] ?? once[0] ?? beside[0])?.type;
  const group = (title: string, list: readonly Offered[]) =>
    list.length === 0 ? null : (
      <fieldset class="acts">
        <legend>{title}</legend>
        {list.map(({ type }) => (
          <Radio
            key={type}
            name="act"
            id={type === first ? 'act' : `act-${type}`}
            option={{ value: type, label: ACT[language][type] }}
            chosen={typed['act']}
          />
        ))}
      </fieldset>
    );
  return (
    <div class={fault ? 'faulty' : undefined} id="act-list">
      <p>{standingSaid(page, sheet)}</p>
      {fault ? <p class="fault">{fault.sentence}</p> : null}
      {group(say.next, possible)}
      {group(say.once, once)}
      {beside.length === 0 ? null : (
        <details id="beside" open={beside.some(({ type }) => type === typed['act'])}>
          <summary>{say.beside}</summary>
          {group(say.besideHint, beside)}
        </details>
      )}
      <div class="choice">
        <input
          type="checkbox"
          id="claim"
          name="claim"
          value="yes"
          checked={asClaim}
          aria-describedby="claim-hint"
        />{' '}
        <label for="claim">{LABELS[language].claim}</label>
        <p class="hint" id="claim-hint">
          {say.claimHint}
        </p>
      </div>
      {asClaim || not.length === 0 ? null : <NotHere {...{ language, called, not }} />}
    </div>
  );
}

function NotHere({
  language,
  called,
  not,
}: {
  readonly language: PageContext['language'];
  readonly called: StandingNames;
  readonly not: readonly Offered[];
}) {
  const say = FORM[language];
  const comma = language === 'ar' ? '، ' : ', ';
  return (
    <details id="not-here">
      <summary>{say.notHere(not.length)}</summary>
      <ul>
        {not.map(({ type, why, from }) => (
          <li key={type}>
            {ACT[language][type]}{' '}
            <span class="soft">
              {why === 'body-dissolved'
                ? say.dissolved
                : say.needs(from.map((standing) => called[standing]).join(comma))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Drawn anew whenever another act is chosen. */
export function DetailsPart({ page, sheet }: PartProps) {
  const { language } = page;
  const say = FORM[language];
  const { act, open, typed, faults, choices } = sheet;
  return (
    <div id="details">
      <h2>{say.details}</h2>
      <input type="hidden" name="asked" value={act === undefined ? (sheet.offers ? 'acts' : '') : act} />
      {act === undefined || !open ? (
        <p class="soft">{say.detailsWhen}</p>
      ) : (
        <>
          <OwnFields {...{ language, typed, faults, choices, open }} type={act} />
          {TAKES_EFFECT.includes(act) ? <EffectiveOn page={page} sheet={sheet} /> : null}
          <WhoseWord page={page} sheet={sheet} />
          <details id="other-days" open={hasOtherDay(sheet)}>
            <summary>{say.otherDay}</summary>
            {TAKES_EFFECT.includes(act) ? null : <EffectiveOn page={page} sheet={sheet} />}
            <DayField
              {...{ page, typed, faults }}
              name="announcedOn"
              label={`${LABELS[language].announcedOn} ${say.optional}`}
              optional
            />
            <SelectField
              name="basis"
              label={LABELS[language].basis}
              faults={faults}
              value={typed['basis'] ?? 'act'}
              options={DAY_BASES.map((value) => ({ value, label: BASIS[language][value] }))}
            />
            <TextField
              name="note"
              label={`${LABELS[language].note} ${say.optional}`}
              value={typed['note']}
              faults={faults}
              rows={2}
            />
          </details>
        </>
      )}
    </div>
  );
}

const EffectiveOn = ({ page, sheet: { typed, faults } }: PartProps) => (
  <DayField
    {...{ page, typed, faults }}
    name="effectiveOn"
    label={`${LABELS[page.language].effectiveOn} ${FORM[page.language].optional}`}
    optional
  />
);

/** Attestation and speaker, in plain words. */
function WhoseWord({ page: { language }, sheet }: PartProps) {
  const { typed, faults } = sheet;
  const owner = ownerName(sheet);
  return (
    <>
      <Radios
        name="attestation"
        legend={LABELS[language].attestation}
        faults={faults}
        chosen={typed['attestation']}
        options={ATTESTATIONS.map((value) => ({ value, label: WHOSE_WORD[language][value](owner) }))}
      />
      <TextField
        name="announcedBy"
        label={`${LABELS[language].announcedBy} ${FORM[language].optional}`}
        value={typed['announcedBy']}
        faults={faults}
      />
    </>
  );
}

/** Whose act it is: of an invitation the inviter's, as far as that is typed already. */
function ownerName({ act, open, typed, choices }: Sheet): string {
  const by = { state: typed['by-state'] || undefined, name: typed['by-name'] || undefined };
  const candidate = { type: act, data: { by } } as unknown as MembershipAct;
  const owner = ownerOf(candidate, open?.state ?? '');
  return owner === undefined ? (by.name ?? '…') : choices.state(owner);
}

const hasOtherDay = ({ typed, faults }: Sheet): boolean =>
  ['effectiveOn', 'announcedOn', 'note'].some((name) => (typed[name] ?? '') !== '') ||
  (typed['basis'] ?? 'act') !== 'act' ||
  faults.some(({ field }) => ['effectiveOn', 'announcedOn', 'basis', 'note'].includes(field));
