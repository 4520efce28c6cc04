// How a standing looks: the colour of its group, and a texture and a mark of its own, so that no colour has to be told
// from another.
import type { Standing } from '#register';

/** Standings that look alike: on the way in, signed, in, out, refused. Also the class of their colour. */
export const STANDING_GROUP: Readonly<
  Record<Standing, 'none' | 'way' | 'signed' | 'in' | 'out' | 'refused'>
> = {
  none: 'none',
  invited: 'way',
  intending: 'way',
  accepted: 'way',
  joined: 'signed',
  signatory: 'signed',
  consented: 'signed',
  party: 'in',
  suspended: 'out',
  withdrawing: 'out',
  former: 'out',
  declined: 'refused',
  'not-proceeding': 'refused',
};

interface Look {
  /** `full`: lines of paper on colour. `light`: lines of colour on a tint. */
  readonly tone: 'full' | 'light';
  /** Lines within a tile of 8 × 8. */
  readonly texture: string;
  /** The outline of its mark, around 0 0, about 10 wide. */
  readonly mark: string;
  /** The mark is drawn as a line, not filled. */
  readonly hollow?: true;
}

const CIRCLE = 'M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z';
const DIAMOND = 'M0-6L6 0L0 6L-6 0Z';

const LOOKS: Readonly<Record<Standing, Look>> = {
  none: { tone: 'light', texture: '', mark: 'M1.5 0A1.5 1.5 0 1 1-1.5 0A1.5 1.5 0 1 1 1.5 0Z' },
  invited: { tone: 'light', texture: 'M4 3.25V4.75', mark: CIRCLE, hollow: true },
  declined: {
    tone: 'light',
    texture: 'M2 2L6 6M6 2L2 6',
    mark: 'M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5',
    hollow: true,
  },
  intending: { tone: 'light', texture: 'M0 4H8', mark: 'M0-5.5L5.5 4.5H-5.5Z', hollow: true },
  accepted: { tone: 'full', texture: 'M4 2.75V5.25M0 6.75V9.25M8 6.75V9.25', mark: 'M0-5.5L5.5 4.5H-5.5Z' },
  joined: { tone: 'full', texture: '', mark: 'M-4.5-4.5H4.5V4.5H-4.5Z' },
  signatory: { tone: 'light', texture: 'M4 0V8', mark: DIAMOND, hollow: true },
  consented: { tone: 'full', texture: 'M-2 6L2 10M0 0L8 8M6-2L10 2', mark: DIAMOND },
  party: { tone: 'full', texture: '', mark: CIRCLE },
  suspended: { tone: 'light', texture: 'M0 4H8M4 0V8', mark: 'M-3.5-5V5M3.5-5V5', hollow: true },
  withdrawing: { tone: 'light', texture: 'M-2 2L2-2M0 8L8 0M6 10L10 6', mark: 'M0 5.5L5.5-4.5H-5.5Z' },
  former: { tone: 'light', texture: 'M2 4H6', mark: 'M-5.5 0H5.5', hollow: true },
  'not-proceeding': { tone: 'light', texture: 'M0 2H8M0 6H8', mark: `${DIAMOND}M-6 6L6-6`, hollow: true },
};

/** From the closest to a body to the farthest from it: the order of stacks and keys. */
export const BY_CLOSENESS: readonly Standing[] = [
  ...(['party', 'consented', 'signatory', 'joined', 'accepted', 'intending', 'invited'] as const),
  ...(['suspended', 'withdrawing', 'former', 'declined', 'not-proceeding', 'none'] as const),
];

export const byCloseness = (a: Standing, b: Standing): number =>
  BY_CLOSENESS.indexOf(a) - BY_CLOSENESS.indexOf(b);

/** What is said of several standings, the closest first. */
export const inOrder = <Of extends { readonly standing: Standing }>(list: readonly Of[]): Of[] =>
  list.toSorted((a, b) => byCloseness(a.standing, b.standing));

const patternId = (id: string, standing: Standing): string => `${id}-fill-${standing}`;

/** What `fill` says for a standing in the drawing with this id. */
export const fillOf = (id: string, standing: Standing): string => `url(#${patternId(id, standing)})`;

interface TexturesProps {
  readonly id: string;
  readonly standings: readonly Standing[];
  /** How many units of the drawing are 1 px, where they are not the same. */
  readonly scale?: number;
}

/** The textures of a drawing, for its `defs`. Ids must differ between the drawings of a page. */
export const Textures = ({ id, standings, scale }: TexturesProps) => (
  <defs>
    {standings.map((standing) => {
      const { tone, texture } = LOOKS[standing];
      return (
        <pattern
          key={standing}
          id={patternId(id, standing)}
          class={`texture ${STANDING_GROUP[standing]} ${tone}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={scale === undefined ? undefined : `scale(${scale})`}
        >
          <rect class="paper" width="8" height="8" />
          <rect width="8" height="8" />
          {texture === '' ? null : <path d={texture} />}
        </pattern>
      );
    })}
  </defs>
);

/** The mark of a standing at a place, given as in `x` and `y` of SVG. */
export const StandingMark = ({ standing, x, y }: { standing: Standing; x: string; y: string }) => {
  const { mark, hollow } = LOOKS[standing];
  return (
    <svg x={x} y={y} class="at">
      <path class={`dot ${STANDING_GROUP[standing]}${hollow ? ' hollow' : ''}`} d={mark} />
    </svg>
  );
};

/** A square of a standing's texture, for keys. `id` is that of a drawing whose textures have it. */
export const Swatch = ({ id, standing }: { id: string; standing: Standing }) => (
  <svg class="swatch" width="26" height="18" aria-hidden="true">
    <rect
      class={`edge ${STANDING_GROUP[standing]}`}
      x="1"
      y="1"
      width="24"
      height="16"
      fill={fillOf(id, standing)}
    />
  </svg>
);

/** The mark of a standing beside its name. */
export const MarkSwatch = ({ standing }: { standing: Standing }) => {
  const { mark, hollow } = LOOKS[standing];
  return (
    <svg class="swatch" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
      <path class={`dot ${STANDING_GROUP[standing]}${hollow ? ' hollow' : ''}`} d={mark} />
    </svg>
  );
};
