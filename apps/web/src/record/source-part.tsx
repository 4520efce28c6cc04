// The source: one that is registered, found by its address or by words, or one that is registered in place.
import type { PageContext } from '../page/context.js';
import { TextField } from '../page/forms.js';
import { NewSourceFields, sourceLabel } from '../page/source-fields.js';
import { edtf } from '../words/days.js';
import { ACT } from '../words/vocabulary.js';
import { FORM } from './form-words.js';
import { LABELS } from './labels.js';
import { Radio } from './radios.js';
import { NEW_SOURCE, type Candidate } from './read-source.js';
import type { Sheet } from './record-desk.js';

interface PartProps {
  readonly page: PageContext;
  readonly sheet: Pick<Sheet, 'typed' | 'candidates' | 'faults'>;
}

export function SourcePart({ page, sheet }: PartProps) {
  const { language } = page;
  const say = FORM[language];
  const { typed, faults } = sheet;
  const isChosen = !['', NEW_SOURCE].includes(typed['source'] ?? '');
  return (
    <section id="source-part">
      <h2>{say.source}</h2>
      <TextField
        name="source-search"
        label={`${say.find} ${say.optional}`}
        hint={say.findHint}
        type="search"
        value={typed['source-search']}
        faults={faults}
        maxLength={2000}
      />
      <KnownSources page={page} sheet={sheet} />
      <details open={!isChosen} id="new-source">
        <summary>{say.newSource}</summary>
        <p class="hint">{say.newSourceHint}</p>
        <NewSourceFields page={page} typed={typed} faults={faults} prefix="new-" />
      </details>
      <TextField
        name="quote"
        label={`${LABELS[language].quote} ${say.optional}`}
        hint={say.quoteHint}
        value={typed['quote']}
        faults={faults}
        rows={4}
      />
    </section>
  );
}

/** Drawn anew when another address or other words to search by are typed. */
export function KnownSources({ page, sheet }: PartProps) {
  const { language } = page;
  const say = FORM[language];
  const { candidates, typed, faults } = sheet;
  const fault = faults.find(({ field }) => field === 'source');
  const isKnown = candidates.some(({ sameAddress }) => sameAddress);
  const searched = (typed['source-search'] ?? '') !== '';
  return (
    <div id="known-sources" aria-live="polite">
      {candidates.length === 0 ? (
        searched ? (
          <p class="soft">{say.noneFound}</p>
        ) : null
      ) : (
        <fieldset class={fault ? 'field faulty' : 'field'}>
          <legend>{say.chosen}</legend>
          {isKnown ? <p class="warning">{say.known}</p> : null}
          {fault ? <p class="fault">{fault.sentence}</p> : null}
          {candidates.map((candidate, at) => (
            <KnownSource
              key={candidate.source.id}
              {...{ page, candidate }}
              first={at === 0}
              chosen={typed['source']}
            />
          ))}
          <Radio
            name="source"
            id={`source-${NEW_SOURCE}`}
            option={{ value: NEW_SOURCE, label: say.newSource }}
            chosen={typed['source']}
          />
        </fieldset>
      )}
    </div>
  );
}

interface KnownSourceProps {
  readonly page: PageContext;
  readonly candidate: Candidate;
  readonly first: boolean;
  readonly chosen: string | undefined;
}

function KnownSource({ page, candidate: { source, acts }, first, chosen }: KnownSourceProps) {
  const { language } = page;
  const label = <bdi>{sourceLabel(source, language)}</bdi>;
  return (
    <>
      <Radio
        name="source"
        id={first ? 'source' : `source-${source.id}`}
        option={{ value: source.id, label }}
        chosen={chosen}
      />
      {acts.length === 0 ? null : (
        <details class="rests" id={`rests-${source.id}`}>
          <summary>{FORM[language].rests(acts.length)}</summary>
          <ul>
            {acts.map(({ row, resolved }) => (
              <li key={row.eventId}>
                <a href={`/memberships/${row.body}/${row.state}#${row.eventId}`}>
                  {row.state} · {row.body} · {ACT[language][resolved.act.type]} ·{' '}
                  {edtf(language, resolved.act.data.on)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
