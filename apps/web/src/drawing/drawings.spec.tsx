// What holds for every drawing: it passes `style-src 'self'`, and its ids are its own.
import { describe, it, expect } from '@jest/globals';
import { STANDINGS } from '#register';
import { LANGUAGES } from '../words/language.js';
import { BothClocks } from './both-clocks.js';
import { CountsChart } from './counts-chart.js';
import { MapOfStates } from './map-of-states.js';
import { MembershipLine } from './membership-line.js';
import { rendered, view } from './testing/rendered.js';
import { WORLD } from './world.js';
import { TimeBar } from './time-bar.js';
import { Timeline } from './timeline.js';

const intervals = STANDINGS.map((standing, index) => ({
  from: `20${String(index + 10)}-01-01`,
  to: index === STANDINGS.length - 1 ? null : `20${String(index + 11)}-01-01`,
  own: view(standing),
  reported: { ...view(standing, 'reported'), disputed: true, discredited: true },
  roles: [],
}));
const of = { state: 'Kazakhstan', body: 'Board of Peace', kind: 'organization', asOf: '2026-03-13' } as const;
const entry = {
  id: 'e',
  on: '2020/2021',
  status: 'retracted',
  disputed: true,
  attestation: 'stated',
} as const;
const act = { ...entry, eventId: 'e', type: 'AccordJoined' } as const;
const counts = STANDINGS.map((standing, index) => ({ from: '2020-01-01', standing, states: index }));
const marks = STANDINGS.map((standing, index) => ({
  code: Object.keys(WORLD.places)[index * 9]!,
  name: standing,
  standing,
}));
const step = { position: 1, at: '2026-01-19T12:00:00.000Z' };

const drawings = LANGUAGES.map((language) => ({
  language,
  html: rendered(
    <>
      <MembershipLine id="line" language={language} intervals={intervals} acts={[act]} {...of} />
      <BothClocks
        id="both"
        language={language}
        beliefs={intervals.map((interval) => ({ ...interval, knownFrom: 1, knownTo: null }))}
        steps={[step]}
        position={1}
        {...of}
      />
      <CountsChart id="counts" language={language} counts={counts} {...of} />
      <Timeline
        id="time"
        language={language}
        entries={[{ ...entry, kind: 'contact', type: 'call' }]}
        {...of}
      />
      <TimeBar
        id="bar"
        language={language}
        path="/"
        query={{}}
        today="2026-03-13"
        days={[]}
        position={1}
        head={1}
        steps={[step]}
        {...of}
      />
      <MapOfStates id="map" language={language} entries={marks} {...of} />
      <MapOfStates id="filled" language={language} mode="filled" entries={marks} {...of} />
    </>,
  ),
}));

describe.each(drawings)('every drawing ($language)', ({ html }) => {
  it('has no style and no script of its own', () => {
    expect(html).not.toMatch(/<(style|script)|\s(style|on\w+)=/);
  });

  it('has ids that no other has, and refers to ids that there are', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const wanted = [...html.matchAll(/(?:aria-(?:labelledby|describedby)|for)="([^"]+)"|url\(#([^)]+)\)/g)];
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.map(([, a, b]) => a ?? b).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is a picture with a name, or hidden beside what says the same', () => {
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) {
      expect(svg).toMatch(/role="img"|aria-hidden="true"|class="(plot|at|ground)"/);
    }
  });

  it('writes no number that is none', () => {
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('gives every standing a texture and a mark', () => {
    for (const standing of STANDINGS) expect(html).toContain(`id="both-fill-${standing}"`);
  });
});
