// An act as it stands: what it was, on whose word, what its sources say, and what was said of it since.
import type { KnownAct, KnownSource } from '#read-models';
import { isolate } from '../drawing/figure.js';
import { ActName, Citations, SaidOf } from '../page/acts.js';
import { edtf, instant } from '../words/days.js';
import { number } from '../words/language.js';
import { ACTS, DAY_BASIS } from '../words/acts.js';
import { ACT, ATTESTATION } from '../words/vocabulary.js';
import { ActLinks } from '../record/act-links.js';
import { ownFields } from './act-fields.js';
import { Facts } from '../page/facts.js';
import type { Reads } from './reading-page.js';

export interface ActProps extends Reads {
  readonly act: KnownAct;
  readonly sources: ReadonlyMap<string, KnownSource>;
}

/** One act with all that is known of it; its anchor is its event id. */
export function ActCard({ page, known, act, sources }: ActProps) {
  const { language } = page;
  const say = ACTS[language];
  const { row, said, resolved } = act;
  const { type, data } = resolved.act;
  return (
    <article class={`act card ${resolved.status}`} id={row.eventId}>
      <h3>
        <ActName page={page} act={act} /> <span class="day">{edtf(language, data.on)}</span>
        {data.basis === 'act' ? null : <span class="soft"> {DAY_BASIS[language][data.basis]}</span>}
      </h3>
      <ActMarks page={page} act={act} />
      <Facts facts={ownFields(resolved.act, { page, known })} />
      <Citations page={page} citations={data.sources} sources={sources} />
      {said.length === 0 ? null : <h4>{say.said}</h4>}
      {type === row.type && data.on === row.data.on ? null : (
        <p>{say.before(ACT[language][row.type], edtf(language, row.data.on))}</p>
      )}
      <SaidOf page={page} said={said} sources={sources} />
      <p class="soft">
        {say.recorded(instant(language, row.recordedAt), isolate(row.actor))} ·{' '}
        <a href={`/log/events?after=${String(row.position - 1)}`}>
          {say.position(number(language, row.position))}
        </a>
      </p>
      <ActLinks page={page} eventId={row.eventId} />
    </article>
  );
}

/** On whose word it rests, and whether it counts. */
export function ActMarks({ page: { language }, act: { resolved, said } }: Pick<ActProps, 'page' | 'act'>) {
  const say = ACTS[language];
  const told = new Set(said.map(({ event }) => event.type));
  return (
    <span class="marks">
      <span class="soft">{ATTESTATION[language][resolved.act.data.attestation]}</span>
      {resolved.status === 'counts' ? null : (
        <span class={resolved.status === 'claim' ? 'mark' : 'mark bad'}>{say[resolved.status]}</span>
      )}
      {resolved.disputed && resolved.status !== 'denied' ? <span class="mark">{say.disputed}</span> : null}
      {told.has('ActCorrected') ? <span class="mark">{say.corrected}</span> : null}
      {told.has('ActCorroborated') ? <span class="mark good">{say.corroborated}</span> : null}
    </span>
  );
}
