// What became of a state: whose place it took, what it was renamed to, how it ended.
import { Fragment } from 'preact';
import type { KnownState } from '#read-models';
import type { StateEvent } from '#register';
import { nameIn } from '../page/parts.js';
import { edtf } from '../words/days.js';
import { words, type Language } from '../words/language.js';
import { Heading } from './headings.js';
import { StateLink } from './names.js';
import type { Reads } from './reading-page.js';

const WORDS = words({
  en: {
    succeeded: 'Took the place of',
    dissolved: 'Dissolved; its place was taken by',
    ended: 'Dissolved',
    renamed: 'Renamed',
  },
  ar: {
    succeeded: 'حلت محل',
    dissolved: 'انحلّت وحل محلها',
    ended: 'انحلّت',
    renamed: 'تغيّر اسمها إلى',
  },
});

interface Told {
  readonly on: string;
  readonly what: string;
  readonly states: readonly string[];
  readonly name?: string;
}

/** Nothing where nothing became of it. */
export function StateChanges({ page, known, state }: Reads & { readonly state: KnownState }) {
  const { language } = page;
  const told = state.changes.flatMap((change) => toldOf(change, language) ?? []);
  if (told.length === 0) return null;
  return (
    <>
      <Heading page={page} part="history" />
      <ul>
        {told.map(({ on, what, states, name }) => (
          <li key={`${on} ${what}`}>
            {edtf(language, on)}: {what}{' '}
            {states.map((code, at) => (
              <Fragment key={code}>
                {at === 0 ? null : ' · '}
                <StateLink page={page} known={known} code={code} />
              </Fragment>
            ))}
            {name === undefined ? null : <bdi>{name}</bdi>}
          </li>
        ))}
      </ul>
    </>
  );
}

function toldOf(change: StateEvent, language: Language): Told | undefined {
  const say = WORDS[language];
  switch (change.type) {
    case 'StateSucceeded':
      return { on: change.data.on, what: say.succeeded, states: change.data.predecessors };
    case 'StateDissolved': {
      const { on, successors } = change.data;
      return { on, what: successors.length > 0 ? say.dissolved : say.ended, states: successors };
    }
    case 'StateRenamed':
      return {
        on: change.data.on,
        what: say.renamed,
        states: [],
        name: nameIn(change.data.names, language),
      };
    case 'StateRegistered':
    case 'NameAdded':
      return undefined;
  }
}
