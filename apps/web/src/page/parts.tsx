// Small things that many pages show.
import type { Attestation, BodyKind, Standing } from '#register';
import { MarkSwatch } from '../drawing/standing-look.js';
import { instant, day } from '../words/days.js';
import { FRAME } from '../words/frame.js';
import { words, type Language } from '../words/language.js';
import { ATTESTATION, standingNames } from '../words/vocabulary.js';
import { here, type PageContext } from './context.js';

/** A standing as a word with its mark; an organization has members where others have parties. */
export const StandingWord = ({
  language,
  standing,
  kind,
}: {
  readonly language: Language;
  readonly standing: Standing;
  readonly kind?: BodyKind | undefined;
}) => (
  <span class="standing">
    <MarkSwatch standing={standing} /> {standingNames(language, kind)[standing]}
  </span>
);

const MARKS = words({
  en: {
    disputed: 'disputed',
    discredited: 'rests on a discredited source',
    single: 'one source',
  },
  ar: {
    disputed: 'متنازع عليه',
    discredited: 'يستند إلى مصدر فاقد للثقة',
    single: 'مصدر واحد',
  },
});

interface MarksProps {
  readonly language: Language;
  readonly attestation: Attestation | null;
  readonly disputed: boolean;
  readonly discredited: boolean;
  /** Independent sources. */
  readonly sources: number;
}

/** By whose word, and what speaks against it. */
export function Marks({ language, attestation, disputed, discredited, sources }: MarksProps) {
  const say = MARKS[language];
  return (
    <span class="marks">
      {attestation === null ? null : <span class="soft">{ATTESTATION[language][attestation]}</span>}
      {disputed ? <span class="mark">{say.disputed}</span> : null}
      {discredited ? <span class="mark bad">{say.discredited}</span> : null}
      {sources === 1 ? <span class="mark">{say.single}</span> : null}
    </span>
  );
}

/** Says that the page does not show now, on either clock; nothing where it does. */
export function ClockBanner({
  page,
  clocks,
}: {
  readonly page: PageContext;
  readonly clocks: { readonly asOf: string; readonly knownAt: string | null; readonly position: number };
}) {
  const { asOf, knownAt, atPosition } = page.query;
  if (asOf === undefined && knownAt === undefined && atPosition === undefined) return null;
  const say = FRAME[page.language];
  const known =
    clocks.knownAt === null
      ? say.atPosition(String(clocks.position))
      : say.knownAt(instant(page.language, clocks.knownAt));
  const parts = [
    asOf === undefined ? '' : say.asOf(day(page.language, clocks.asOf)),
    knownAt === undefined && atPosition === undefined ? '' : known,
  ].filter((part) => part !== '');
  return (
    <p class="banner">
      {parts.join(' · ')} <a href={here({ ...page, query: {} }, {})}>{say.backToNow}</a>
    </p>
  );
}

/** A name in the page's language, else in English; names come from outside, so they are isolated. */
export const nameIn = (
  names: { readonly en: string; readonly [language: string]: string | undefined },
  language: Language,
): string => names[language] ?? names.en;

/** The address of a source as a link, where it is one that a browser may follow; else as text. */
export function SourceLink({
  url,
  children,
}: {
  readonly url: string;
  readonly children: preact.ComponentChildren;
}) {
  const safe = URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
  return safe ? (
    <a href={url} rel="noopener noreferrer nofollow external">
      <bdi>{children}</bdi>
    </a>
  ) : (
    <bdi>{children}</bdi>
  );
}
