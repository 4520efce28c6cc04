// Saying something of an act that is on record: the form, and checking it before it is recorded.
import { ATTESTATIONS, ACT_TYPES, DAY_BASES } from '#register';
import type { StoredEvent } from '#application';
import type { PageContext } from '../page/context.js';
import { DayField } from '../page/day-field.js';
import { ErrorSummary, FormKey, SelectField, TextField, type FieldFault, type Typed } from '../page/forms.js';
import { Page } from '../page/page.js';
import { edtf, instant } from '../words/days.js';
import { ACT, ATTESTATION } from '../words/vocabulary.js';
import { Answers } from './answers.js';
import { CHECK } from './check-words.js';
import type { CorrectionSheet } from './correction-desk.js';
import { CORRECTION } from './correction-words.js';
import { FormScripts, OnEnter } from './form-scripts.js';
import { FORM } from './form-words.js';
import { BASIS, LABELS, WHOSE_WORD } from './labels.js';
import { Live } from './live.js';
import { NewSince } from './new-since.js';
import { OwnFields } from './own-fields.js';
import { PartySelect } from '../page/party-select.js';
import { PreviewPart } from './preview-part.js';
import { Radios } from './radios.js';
import { SourcePart } from './source-part.js';

interface CorrectionProps {
  readonly page: PageContext;
  readonly sheet: CorrectionSheet;
  /** One-time key of the form. */
  readonly sendKey: string;
}

const pathOf = ({ target }: CorrectionSheet): string => `/admin/acts/${target.eventId}/${target.kind}`;

export function CorrectionForm({
  page,
  sheet,
  sendKey,
  faults,
}: CorrectionProps & { readonly faults: readonly FieldFault[] }) {
  const { language } = page;
  const say = CORRECTION[language];
  const { target, typed } = sheet;
  const shown = { ...sheet, faults };
  const { kind } = target;
  return (
    <Page page={page} title={say[kind]}>
      <h1>{say[kind]}</h1>
      <p>{say[`${kind}Lead`]}</p>
      <ErrorSummary page={page} faults={faults} />
      <OnRecord page={page} sheet={sheet} />
      <form id="record" method="post" action={pathOf(sheet)} novalidate>
        <FormKey page={page} />
        <OnEnter name="step" value="check" />
        <input type="hidden" name="key" value={sendKey} />
        {kind === 'correct' ? <ActAnew page={page} sheet={shown} /> : null}
        {kind === 'deny' ? <Denial page={page} sheet={shown} /> : null}
        {kind === 'corroborate' ? null : (
          <TextField
            name="reason-why"
            label={kind === 'deny' ? `${say.why} ${FORM[language].optional}` : say.why}
            hint={say.whyHint}
            faults={faults}
            value={typed['reason-why']}
            rows={2}
          />
        )}
        {kind === 'retract' ? (
          <details open={(typed['source'] ?? typed['new-outlet'] ?? '') !== ''}>
            <summary>{say.sourceOptional}</summary>
            <SourcePart page={page} sheet={shown} />
          </details>
        ) : (
          <SourcePart page={page} sheet={shown} />
        )}
        {kind === 'corroborate' ? (
          <TextField
            name="note"
            label={`${LABELS[language].note} ${FORM[language].optional}`}
            faults={faults}
            value={typed['note']}
            rows={2}
          />
        ) : null}
        <Live part="source" />
        <div class="actions">
          <button class="primary" name="step" value="check">
            {say.check}
          </button>
          <a href={membershipOf(sheet)}>{CHECK[language].membership}</a>
          <span class="soft">{CHECK[language].nothingYet}</span>
        </div>
      </form>
      <FormScripts />
    </Page>
  );
}

const membershipOf = ({ open, target }: CorrectionSheet): string =>
  `/memberships/${open.body}/${open.state}#${target.act.row.eventId}`;

/** The event that is spoken of, as it stands. */
function OnRecord({
  page: { language },
  sheet: { target, open, choices },
}: Omit<CorrectionProps, 'sendKey'>) {
  const say = CORRECTION[language];
  const recorded = open.event(target.eventId);
  const type = (recorded?.type ?? target.act.row.type) as keyof (typeof ACT)['en'];
  const act = target.as ?? target.act.resolved.act;
  return (
    <section class="card">
      <p>
        <span class="soft">{say.onRecord}</span> <strong>{ACT[language][type]}</strong>
        {type === act.type ? null : ` (${ACT[language][act.type]})`} ·{' '}
        <bdi>
          {choices.state(open.state)} – {choices.body(open.body)}
        </bdi>{' '}
        · {edtf(language, act.data.on)} · {ATTESTATION[language][act.data.attestation]}
      </p>
      {recorded ? (
        <p class="soft">
          <bdi>{say.recordedOn(instant(language, recorded.recordedAt), recorded.metadata.actor)}</bdi>
        </p>
      ) : null}
    </section>
  );
}

type PartProps = Omit<CorrectionProps, 'sendKey'>;

/** The act as it should have been recorded. */
function ActAnew({ page, sheet }: PartProps) {
  const { language } = page;
  const say = FORM[language];
  const { typed, faults, choices, open } = sheet;
  const type = ACT_TYPES.find((one) => one === typed['act']) ?? ACT_TYPES[0];
  return (
    <fieldset>
      <legend>
        <h2>{CORRECTION[language].as}</h2>
      </legend>
      <SelectField
        name="act"
        label={LABELS[language].act}
        faults={faults}
        value={type}
        options={ACT_TYPES.map((value) => ({ value, label: ACT[language][value] }))}
      />
      {type === undefined ? null : (
        <>
          <input type="hidden" name="asked" value={type} />
          <OwnFields {...{ language, type, typed, faults, choices, open }} />
        </>
      )}
      <DayField
        {...{ page, typed, faults }}
        name="on"
        label={LABELS[language].on}
        hint={say.onHint}
        optional
      />
      <SelectField
        name="basis"
        label={LABELS[language].basis}
        faults={faults}
        value={typed['basis'] ?? 'act'}
        options={DAY_BASES.map((value) => ({ value, label: BASIS[language][value] }))}
      />
      {(['effectiveOn', 'announcedOn'] as const).map((name) => (
        <DayField
          key={name}
          {...{ page, typed, faults, name }}
          label={`${LABELS[language][name]} ${say.optional}`}
          optional
        />
      ))}
      <WhoseWord page={page} sheet={sheet} owner={choices.state(open.state)} />
      <TextField
        name="announcedBy"
        label={`${LABELS[language].announcedBy} ${say.optional}`}
        value={typed['announcedBy']}
        faults={faults}
      />
      <div class="choice">
        <input type="checkbox" id="claim" name="claim" value="yes" checked={typed['claim'] === 'yes'} />{' '}
        <label for="claim">{LABELS[language].claim}</label>
      </div>
      <TextField
        name="note"
        label={`${LABELS[language].note} ${say.optional}`}
        value={typed['note']}
        faults={faults}
        rows={2}
      />
    </fieldset>
  );
}

function Denial({ page, sheet }: PartProps) {
  const { language } = page;
  const { typed, faults, choices, open } = sheet;
  return (
    <fieldset>
      <legend>{CORRECTION[language].denier}</legend>
      <PartySelect
        {...{ language, faults }}
        name="by-state"
        label={LABELS[language]['by-state']}
        kind="state"
        choices={choices.states}
        value={typed['by-state']}
      />
      <TextField
        name="by-name"
        label={LABELS[language]['by-name']}
        faults={faults}
        value={typed['by-name']}
      />
      <DayField
        {...{ page, typed, faults }}
        name="on"
        label={CORRECTION[language].deniedOn}
        hint={FORM[language].onHint}
        optional
      />
      <WhoseWord page={page} sheet={sheet} owner={choices.state(typed['by-state'] || open.state)} />
    </fieldset>
  );
}

const WhoseWord = ({ page: { language }, sheet, owner }: PartProps & { readonly owner: string }) => (
  <Radios
    name="attestation"
    legend={LABELS[language].attestation}
    faults={sheet.faults}
    chosen={sheet.typed['attestation']}
    options={ATTESTATIONS.map((value) => ({ value, label: WHOSE_WORD[language][value](owner) }))}
  />
);

interface CorrectionCheckProps extends CorrectionProps {
  readonly filled: NonNullable<CorrectionSheet['filled']>;
  readonly since: readonly StoredEvent[];
  readonly notice?: string | undefined;
}

export function CorrectionCheck({ page, sheet, sendKey, filled, since, notice }: CorrectionCheckProps) {
  const { language } = page;
  const say = CORRECTION[language];
  const { open, choices, typed } = sheet;
  const { correction, preview } = filled;
  const [cited] = correction.data.sources ?? [];
  const source = cited && open.sources.get(cited.source)?.registered;
  return (
    <Page page={page} title={say.title}>
      <h1>{say.title}</h1>
      {notice === undefined ? null : (
        <p class="warning" role="alert">
          {notice}
        </p>
      )}
      {since.length === 0 ? null : <NewSince language={language} events={since} />}
      <p>
        <strong>{say[sheet.target.kind]}</strong>
      </p>
      <OnRecord page={page} sheet={sheet} />
      <section class="card">
        <PreviewPart {...{ language, choices, open, preview }} />
      </section>
      <h2>{CHECK[language].answers}</h2>
      {correction.type === 'ActCorrected' ? (
        <Answers {...{ language, choices, open }} act={correction.data.act} />
      ) : null}
      <dl class="answers">
        {typed['reason-why'] ? (
          <div>
            <dt>{say.why}</dt>
            <dd dir="auto">{typed['reason-why']}</dd>
          </div>
        ) : null}
        {source ? (
          <div>
            <dt>{LABELS[language].source}</dt>
            <dd dir="auto">{[source.outlet, source.title, source.url].filter(Boolean).join(' · ')}</dd>
          </div>
        ) : null}
        {cited?.quote === undefined ? null : (
          <div>
            <dt>{LABELS[language].quote}</dt>
            <dd dir="auto" lang={source?.language}>
              {cited.quote}
            </dd>
          </div>
        )}
      </dl>
      <form method="post" action={pathOf(sheet)}>
        <FormKey page={page} />
        <Kept typed={{ ...typed, key: sendKey, version: String(open.version) }} />
        <div class="actions">
          {preview.events.length === 0 ? null : (
            <button class="primary" name="step" value="record">
              {say.record}
            </button>
          )}
          <button name="step" value="again">
            {say.again}
          </button>
          <span class="soft">{CHECK[language].nothingYet}</span>
        </div>
      </form>
    </Page>
  );
}

/** Everything typed, carried along unseen. */
const Kept = ({ typed }: { readonly typed: Typed }) => (
  <>
    {Object.entries(typed).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);
