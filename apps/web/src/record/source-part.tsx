// The source: one that is registered, found by its address or by words, or one that is registered in place.
import type { PageContext } from '../page/context.js';
import { TextField } from '../page/forms.js';
import { isolate } from '../drawing/figure.js';
import { AddressField, ImprintFields, proposedLanguage } from '../page/new-source-fields.js';
import { sourceLabel } from '../page/source-fields.js';
import { edtf } from '../words/days.js';
import { SOURCE_FORM } from '../words/source-form.js';
import { ACT } from '../words/vocabulary.js';
import { FORM } from './form-words.js';
import { LABELS } from './labels.js';
import { Radio } from './radios.js';
import { NEW_SOURCE, type Candidate, type Proposal } from './read-source.js';
import type { Sheet } from './record-desk.js';

interface PartProps {
  readonly page: PageContext;
  readonly sheet: Pick<Sheet, 'typed' | 'candidates' | 'proposal' | 'faults'>;
}

/** What is copied from the text stands first: its address, and its words. */
export function SourcePart({ page, sheet }: PartProps) {
  const { language } = page;
  const say = FORM[language];
  const { typed, faults } = sheet;
  const isChosen = !['', NEW_SOURCE].includes(typed['source'] ?? '');
  const own = { page, typed, faults, prefix: 'new-' };
  return (
    <section id="source-part">
      <h2>{say.source}</h2>
      <AddressField {...own} />
      <details id="find-source" open={(typed['source-search'] ?? '') !== ''}>
        <summary>{say.find}</summary>
        <TextField
          name="source-search"
          label={say.findWords}
          type="search"
          value={typed['source-search']}
          faults={faults}
          maxLength={2000}
        />
      </details>
      <KnownSources page={page} sheet={sheet} />
      <TextField
        name="quote"
        label={`${LABELS[language].quote} ${say.optional}`}
        hint={say.quoteHint}
        value={typed['quote']}
        faults={faults}
        rows={4}
      />
      <details open={!isChosen} id="new-source">
        <summary>{say.newSource}</summary>
        <ImprintFields
          {...own}
          outletHint={outletHint(page, sheet.proposal)}
          proposed={sheet.proposal?.language}
        />
      </details>
    </section>
  );
}

function outletHint({ language }: PageContext, proposal: Proposal | undefined): string {
  const say = SOURCE_FORM[language];
  return proposal?.outlet === undefined
    ? say.outletHint
    : say.outletProposed(isolate(proposal.outlet), isolate(proposal.host ?? ''));
}

/** What is proposed, told anew on a page that is open: nothing that was typed is touched. */
export function LateProposal({ page, sheet: { proposal } }: PartProps) {
  const { language } = page;
  return (
    <>
      <span hx-swap-oob="textContent:#new-outlet-hint">{outletHint(page, proposal)}</span>
      <span hx-swap-oob="textContent:#new-language-proposed">
        {proposedLanguage(language, proposal?.language ?? language)}
      </span>
    </>
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
  const outletSaid = sheet.proposal?.outlet === undefined ? '' : outletHint(page, sheet.proposal);
  return (
    <div id="known-sources" data-says={isKnown ? say.known : outletSaid}>
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
