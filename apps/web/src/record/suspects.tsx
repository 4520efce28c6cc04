// Acts that may be the same as the one to be recorded, side by side with it.
import type { OpenMembership, Suspect } from '#application';
import type { MembershipAct } from '#register';
import type { PageContext } from '../page/context.js';
import { FormKey } from '../page/forms.js';
import { edtf, instant } from '../words/days.js';
import { ACT, ATTESTATION } from '../words/vocabulary.js';
import { CHECK } from './check-words.js';
import { LABELS } from './labels.js';

interface SuspectsProps {
  readonly page: PageContext;
  readonly open: OpenMembership;
  readonly act: MembershipAct;
  readonly suspects: readonly Suspect[];
  /** Where a corroboration is sent to, with what was seen. */
  readonly action: string;
  readonly seen: Readonly<Record<string, string>>;
}

export function Suspects({ page, open, act, suspects, action, seen }: SuspectsProps) {
  if (suspects.length === 0) return null;
  const { language } = page;
  const say = CHECK[language];
  return (
    <section aria-labelledby="suspects">
      <h2 id="suspects">{say.suspects}</h2>
      <p>{say.suspectsHint}</p>
      {suspects.map(({ act: known, recorded, reasons }) => (
        <article class="card" key={known.eventId}>
          <p>
            <strong>{reasons.map((reason) => say[reason]).join(' · ')}</strong>
          </p>
          <div class="columns">
            <Told page={page} open={open} act={act} title={say.yours} />
            <Told
              page={page}
              open={open}
              act={known.act}
              title={say.onRecord}
              note={say.recordedOn(instant(language, recorded.recordedAt), recorded.metadata.actor)}
            />
          </div>
          <form method="post" action={action} class="actions">
            <FormKey page={page} />
            {Object.entries({ ...seen, act: known.eventId }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button>{say.corroborate}</button>
          </form>
        </article>
      ))}
    </section>
  );
}

interface ToldProps {
  readonly page: PageContext;
  readonly open: OpenMembership;
  readonly act: MembershipAct;
  readonly title: string;
  readonly note?: string;
}

function Told({ page: { language }, open, act: { type, data }, title, note }: ToldProps) {
  return (
    <div>
      <h3>{title}</h3>
      <p>
        {ACT[language][type]} · {edtf(language, data.on)} · {ATTESTATION[language][data.attestation]}
      </p>
      {note === undefined ? null : (
        <p class="soft">
          <bdi>{note}</bdi>
        </p>
      )}
      {data.sources.map(({ source: id, quote }) => {
        const source = open.sources.get(id)?.registered;
        return (
          <div key={id}>
            <p>
              {LABELS[language].source}: <bdi>{source?.outlet ?? id}</bdi> <bdi>{source?.title ?? ''}</bdi>
            </p>
            {quote === undefined ? null : (
              <blockquote dir="auto" lang={source?.language}>
                {quote}
              </blockquote>
            )}
          </div>
        );
      })}
    </div>
  );
}
