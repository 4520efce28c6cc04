import type { BodyKind, Day, Standing } from '#register';
import { Table } from '../page/table.js';
import { day } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { number, type Language } from '../words/language.js';
import { standingNames, type StandingNames } from '../words/vocabulary.js';
import { extentOf, spread, WHOLE } from './extent.js';
import { AsTable, isolate } from './figure.js';
import { ContestedTable, MapLand } from './map-land.js';
import { byCloseness, MarkSwatch, StandingMark, Swatch, Textures } from './standing-look.js';
import { percent } from './time-scale.js';
import { CONTESTED_AREAS, WORLD, type ContestedArea } from './world.js';

/** A state that has a standing. */
export interface MapEntry {
  /** Alpha-3, or an X-… code. */
  readonly code: string;
  readonly name: string;
  readonly standing: Standing;
  readonly disputed?: boolean;
  readonly href?: string;
}

export interface MapOfStatesProps {
  readonly id: string;
  readonly language: Language;
  readonly body: string;
  readonly kind: BodyKind;
  readonly asOf: Day;
  readonly entries: readonly MapEntry[];
  /** Marks on land without borders, or areas filled. */
  readonly mode?: 'dots' | 'filled';
  /** The whole world, or the part of it in which the entries lie. */
  readonly extent?: 'world' | 'fit';
  /** Addresses of this page with the map drawn otherwise. */
  readonly choices?: Readonly<Record<'dots' | 'filled' | 'world' | 'fit', string>>;
  /** How contested areas are drawn; the register that comes along, unless another is given. */
  readonly contested?: readonly ContestedArea[];
}

/** Which states stand how towards a body, on a map, with its table and what the map does not mean to say. */
export function MapOfStates(props: MapOfStatesProps) {
  const { id, language, entries, mode = 'dots', contested = CONTESTED_AREAS } = props;
  const say = DRAWING[language];
  const called = standingNames(language, props.kind);
  const title = say.mapTitle(isolate(props.body), day(language, props.asOf));
  const placed = entries.flatMap((item) => {
    const place = WORLD.places[item.code];
    return place === undefined || item.standing === 'none' ? [] : [{ item, place }];
  });
  const places = placed.map(({ place }) => place);
  const extent = props.extent === 'fit' ? extentOf(places) : WHOLE;
  const marked = mode === 'dots' ? placed : placed.filter(({ item }) => WORLD.small.includes(item.code));
  const standings = [...new Set(entries.map(({ standing }) => standing))]
    .filter((standing) => standing !== 'none')
    .sort(byCloseness);
  return (
    <figure class="drawing">
      <figcaption>{title}</figcaption>
      {props.choices === undefined ? null : (
        <Choices {...props} choices={props.choices} mode={mode} closer={extentOf(places) !== WHOLE} />
      )}
      <svg class="map" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{sentenceOf(entries, language, called)}</desc>
        <Textures id={id} standings={standings} scale={extent.width / 960} />
        <MapLand id={id} mode={mode} extent={extent} entries={entries} contested={contested} />
        {spread(marked, extent).map(({ item, at, stands }) => (
          <g key={item.code}>
            <title>{`${isolate(item.name)}: ${called[item.standing]}`}</title>
            <line
              class="leader"
              x1={percent(at[0])}
              y1={percent(at[1])}
              x2={percent(stands[0])}
              y2={percent(stands[1])}
            />
            <StandingMark standing={item.standing} x={percent(stands[0])} y={percent(stands[1])} />
          </g>
        ))}
      </svg>
      <ul class="key">
        {standings.map((standing) => (
          <li key={standing}>
            {mode === 'filled' ? <Swatch id={`${id}-key`} standing={standing} /> : null}
            <MarkSwatch standing={standing} /> {called[standing]}{' '}
            <b>{number(language, entries.filter((entry) => entry.standing === standing).length)}</b>
          </li>
        ))}
      </ul>
      {mode === 'filled' ? (
        <svg class="only-textures" width="0" height="0" aria-hidden="true">
          <Textures id={`${id}-key`} standings={standings} />
        </svg>
      ) : null}
      <NotOnMap {...{ language, called, entries }} />
      <p class="reading">{say.disclaimer}</p>
      {mode === 'filled' ? (
        <ContestedTable id={`${id}-contested`} language={language} contested={contested} />
      ) : null}
      <AsTable language={language}>
        <Table id={`${id}-states`} caption={title} heads={[say.state, say.standing, say.notes]}>
          {entries.map(({ code, name, standing, disputed, href }) => (
            <tr key={code}>
              <th scope="row">
                {href === undefined ? (
                  <bdi>{name}</bdi>
                ) : (
                  <a href={href}>
                    <bdi>{name}</bdi>
                  </a>
                )}
              </th>
              <td>{called[standing]}</td>
              <td>{disputed ? say.disputed : ''}</td>
            </tr>
          ))}
        </Table>
      </AsTable>
    </figure>
  );
}

const CHOICES = ['dots', 'filled', 'world', 'fit'] as const;

interface ChoicesProps
  extends
    Pick<MapOfStatesProps, 'language' | 'extent'>,
    Required<Pick<MapOfStatesProps, 'choices' | 'mode'>> {
  /** Whether there is anything to gain from coming closer. */
  readonly closer: boolean;
}

function Choices({ language, mode, extent = 'world', choices, closer }: ChoicesProps) {
  const say = DRAWING[language];
  const words = { dots: say.mapDots, filled: say.mapFilled, world: say.mapWorld, fit: say.mapFit };
  return (
    <nav aria-label={say.mapKinds}>
      <ul class="choices">
        {(closer ? CHOICES : CHOICES.slice(0, 2)).map((choice) => (
          <li key={choice}>
            <a
              href={choices[choice]}
              aria-current={choice === mode || choice === extent ? 'true' : undefined}
            >
              {words[choice]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type NotOnMapProps = Pick<MapOfStatesProps, 'language' | 'entries'> & { readonly called: StandingNames };

/** What has a standing and no place: the European Union, states that are no more. */
function NotOnMap({ language, called, entries }: NotOnMapProps) {
  const absent = entries.filter(
    ({ code, standing }) => standing !== 'none' && WORLD.places[code] === undefined,
  );
  if (absent.length === 0) return null;
  return (
    <p class="reading">
      {DRAWING[language].notOnMap}:{' '}
      {absent.map(({ code, name, standing }, index) => (
        <>
          {index === 0 ? '' : language === 'ar' ? '، ' : ', '}
          <bdi key={code}>{name}</bdi> ({called[standing]})
        </>
      ))}
    </p>
  );
}

function sentenceOf(entries: readonly MapEntry[], language: Language, called: StandingNames): string {
  const groups = [...new Set(entries.map(({ standing }) => standing))].sort(byCloseness).map((standing) => {
    const names = entries.filter((entry) => entry.standing === standing).map(({ name }) => isolate(name));
    return `${called[standing]}: ${names.join(language === 'ar' ? '، ' : ', ')}`;
  });
  return groups.join(language === 'ar' ? '؛ ' : '; ') || DRAWING[language].none;
}
