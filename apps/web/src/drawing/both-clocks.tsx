import type { BodyKind, Day } from '#register';
import { DRAWING } from '../words/drawing.js';
import type { Language } from '../words/language.js';
import { standingNames } from '../words/vocabulary.js';
import { bandAt, bandsOf, withoutRepeats, type Belief, type KnownStep } from './bands.js';
import { BeliefsTable } from './beliefs-table.js';
import { AsTable, isolate, Picture, Plot } from './figure.js';
import { BAND, BandName, Cross, Field, FieldWord, goesOn, TOP } from './fields.js';
import { MARGIN } from './membership-line.js';
import { byCloseness, Swatch, Textures } from './standing-look.js';
import { AsOfLine, TimeAxis } from './time-axis.js';
import { percent, timeScale, type TimeScale } from './time-scale.js';

export interface BothClocksProps {
  readonly id: string;
  readonly language: Language;
  readonly state: string;
  readonly body: string;
  readonly kind: BodyKind;
  /** Every row of the line, closed ones included. */
  readonly beliefs: readonly Belief[];
  /** When the positions were recorded at which something changed. */
  readonly steps: readonly KnownStep[];
  /** Which of the two standings is drawn. */
  readonly side?: 'own' | 'reported';
  readonly asOf: Day;
  /** The position up to which the page knows. */
  readonly position: number;
  /** Of the line above, so that the days lie below one another. */
  readonly scale?: TimeScale;
}

/** What was believed when: days across, the steps of knowledge downwards, a field for each belief. */
export function BothClocks(props: BothClocksProps) {
  const { id, language, side = 'own', asOf, position } = props;
  const beliefs = withoutRepeats(props.beliefs);
  const say = DRAWING[language];
  const called = standingNames(language, props.kind);
  const scale = props.scale ?? beliefsScale(beliefs, asOf, language);
  const bands = bandsOf(beliefs, props.steps);
  const bottom = TOP + Math.max(1, bands.length) * BAND;
  const standings = [...new Set(beliefs.map((belief) => belief[side].standing))].sort(byCloseness);
  const title = say.bothTitle(isolate(props.state), isolate(props.body));
  const chosen = bandAt(bands, position);
  return (
    <figure class="drawing">
      <figcaption>{title}</figcaption>
      <Picture id={id} title={title} desc={say.bothReading} height={bottom + 26}>
        <Textures id={id} standings={standings} />
        {bands.map((band, index) => (
          <BandName key={band.from} language={language} band={band} y={TOP + index * BAND} />
        ))}
        <Plot mirrored={scale.mirrored} margin={MARGIN}>
          <TimeAxis scale={scale} language={language} top={TOP} bottom={bottom} />
          {beliefs.map((belief) => (
            <Field
              key={`${belief.knownFrom} ${belief.from}`}
              {...{ id, language, called, belief, side, scale, bands }}
            />
          ))}
          <AsOfLine scale={scale} language={language} asOf={asOf} top={TOP - 8} bottom={bottom} />
          {chosen === undefined ? null : (
            <Cross x={percent(scale.at(asOf))} y={TOP + chosen * BAND + BAND - 8} says={say.chosen} />
          )}
          {beliefs
            .filter((belief) => !beliefs.some((before) => goesOn(before, belief, side)))
            .map((belief) => (
              <FieldWord
                key={`${belief.knownFrom} ${belief.from}`}
                {...{ language, called, belief, side, scale, bands }}
              />
            ))}
        </Plot>
      </Picture>
      <ul class="key">
        {standings.map((standing) => (
          <li key={standing}>
            <Swatch id={id} standing={standing} /> {called[standing]}
          </li>
        ))}
      </ul>
      <p class="reading">{say.bothReading}</p>
      <AsTable language={language}>
        <BeliefsTable {...{ language, called, beliefs, bands }} id={`${id}-beliefs`} caption={title} />
      </AsTable>
    </figure>
  );
}

const beliefsScale = (beliefs: readonly Belief[], asOf: Day, language: Language): TimeScale =>
  timeScale([...beliefs.flatMap(({ from, to }) => (to === null ? [from] : [from, to])), asOf], language);
