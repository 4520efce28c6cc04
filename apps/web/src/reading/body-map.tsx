// The map of a body: who stands how towards it on the day of the page.
import type { KnownBody, Member } from '#read-models';
import { MapOfStates } from '../drawing/map-of-states.js';
import { onSameClocks, type PageContext } from '../page/context.js';
import { nameIn } from '../page/parts.js';
import { Heading } from './headings.js';
import { mapChoice } from './map-choice.js';

interface BodyMapProps {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly asOf: string;
  readonly everyone: readonly Member[];
}

/** Nothing where no state has a standing by its own word. */
export function BodyMap({ page, body, asOf, everyone }: BodyMapProps) {
  const { language } = page;
  const entries = everyone
    .filter(({ row }) => row.own.standing !== 'none')
    .map(({ row, state }) => ({
      code: state.code,
      name: nameIn(state.names, language),
      standing: row.own.standing,
      disputed: row.own.disputed,
      href: onSameClocks(page, `/memberships/${body.slug}/${state.code}`),
    }));
  if (entries.length === 0) return null;
  return (
    <>
      <Heading page={page} part="map" />
      <MapOfStates
        {...{ language, asOf, entries, ...mapChoice(page) }}
        id="map-of"
        body={nameIn(body.names, language)}
        kind={body.kind}
      />
    </>
  );
}
