// The ground of a map: land without borders, or areas filled by standing, with contested ones as the register says.
import type { Standing } from '#register';
import { assetPath } from '../assets/assets.js';
import { Table } from '../page/table.js';
import { DRAWING } from '../words/drawing.js';
import type { Language } from '../words/language.js';
import type { Extent } from './extent.js';
import type { MapEntry } from './map-of-states.js';
import { fillOf, STANDING_GROUP } from './standing-look.js';
import { WORLD, type ContestedArea } from './world.js';

interface MapLandProps {
  readonly id: string;
  readonly mode: 'dots' | 'filled';
  readonly extent: Extent;
  readonly entries: readonly MapEntry[];
  readonly contested: readonly ContestedArea[];
}

/** Of every state: whether its area is too small to be seen, and a dot where it lies. */
const PLACES = Object.entries(WORLD.places).map(([code, [x, y]]) => ({
  code,
  small: WORLD.small.includes(code),
  dot: `M${String(x)} ${String(y)}h0`,
}));

export function MapLand({ id, mode, extent, entries, contested }: MapLandProps) {
  const marked = new Set(entries.map(({ code }) => code));
  const others = PLACES.filter(({ code, small }) => !marked.has(code) && (mode === 'dots' || small));
  return (
    <svg
      class="ground"
      width="100%"
      height="100%"
      viewBox={`${extent.x} ${extent.y} ${extent.width} ${extent.height}`}
      preserveAspectRatio="none"
    >
      {mode === 'dots' ? (
        <use class="land" href={`${assetPath('land.svg')}#land`} />
      ) : (
        <FilledAreas id={id} extent={extent} entries={entries} contested={contested} />
      )}
      <path class="others" d={others.map(({ dot }) => dot).join('')} />
    </svg>
  );
}

function FilledAreas({ id, extent, entries, contested }: Omit<MapLandProps, 'mode'>) {
  const standings = new Map(entries.map(({ code, standing }) => [code, standing]));
  const hatch = `${id}-contested-hatch`;
  return (
    <>
      <defs>
        <pattern
          id={hatch}
          class="hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${extent.width / 960}) rotate(45)`}
        >
          <rect width="7" height="7" />
          <path d="M0 0V7" />
        </pattern>
      </defs>
      {Object.entries(WORLD.areas).map(([code, path]) => (
        <Area key={code} id={id} path={path} standing={standings.get(code)} />
      ))}
      {contested.map(({ id: area, drawn }) => {
        const path = WORLD.contested[area] ?? '';
        if (drawn.as === 'hatched')
          return <path key={area} class="area contested" d={path} fill={`url(#${hatch})`} />;
        if (drawn.as === 'neutral') return <path key={area} class="area land" d={path} />;
        return (
          <Area
            key={area}
            id={id}
            path={path}
            standing={standings.get(drawn.of)}
            contested={drawn.as === 'own'}
          />
        );
      })}
    </>
  );
}

interface AreaProps {
  readonly id: string;
  readonly path: string;
  readonly standing: Standing | undefined;
  readonly contested?: boolean;
}

const Area = ({ id, path, standing, contested }: AreaProps) =>
  standing === undefined || standing === 'none' ? (
    <path class={`area land${contested ? ' contested' : ''}`} d={path} />
  ) : (
    <path
      class={`area ${STANDING_GROUP[standing]}${contested ? ' contested' : ''}`}
      d={path}
      fill={fillOf(id, standing)}
    />
  );

interface ContestedTableProps {
  readonly id: string;
  readonly language: Language;
  readonly contested: readonly ContestedArea[];
}

/** Which areas are drawn by rule, how, and why. */
export function ContestedTable({ id, language, contested }: ContestedTableProps) {
  const say = DRAWING[language];
  return (
    <details class="twin">
      <summary>{say.contestedAreas}</summary>
      <Table id={id} caption={say.contestedAreas} heads={[say.area, say.drawnAs, say.why]}>
        {contested.map((area) => (
          <tr key={area.id}>
            <th scope="row">{area.names[language]}</th>
            <td>{drawnWord(area.drawn, language)}</td>
            <td>{area.reason[language]}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

function drawnWord(drawn: ContestedArea['drawn'], language: Language): string {
  const say = DRAWING[language];
  switch (drawn.as) {
    case 'part':
      return say.drawnPart(drawn.names[language]);
    case 'own':
      return say.drawnOwn;
    case 'hatched':
      return say.drawnHatched;
    case 'neutral':
      return say.drawnNeutral;
  }
}
