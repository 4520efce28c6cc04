// The frame that drawings share: a picture with a name and a description, its key, and a table that says the same.
import type { ComponentChildren } from 'preact';
import { DRAWING } from '../words/drawing.js';
import type { Language } from '../words/language.js';

/** Marks that turn letters around, or that would end the isolate too early. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text from elsewhere within a sentence: kept apart, so that its direction does not turn the sentence around. */
export const isolate = (name: string): string => `\u2068${name.replace(TURNING, '')}\u2069`;

interface PictureProps {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  /** In px; the width is that of the page. */
  readonly height: number;
  readonly children: ComponentChildren;
}

/** A picture as wide as its place: what lies in it is laid out in percent across and px downwards. */
export const Picture = ({ id, title, desc, height, children }: PictureProps) => (
  <svg
    class="picture"
    role="img"
    aria-labelledby={`${id}-title`}
    aria-describedby={`${id}-desc`}
    height={height}
  >
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{desc}</desc>
    {children}
  </svg>
);

/** The part of a picture that time runs along; beside it stand the names of lanes. */
export const Plot = ({
  mirrored,
  margin,
  children,
}: {
  readonly mirrored: boolean;
  /** In percent of the picture. */
  readonly margin: number;
  readonly children: ComponentChildren;
}) => (
  <svg class="plot" x={mirrored ? '0%' : `${margin}%`} width={`${100 - margin}%`}>
    {children}
  </svg>
);

/** Folded away beside its picture; printed in full. */
export const AsTable = ({ language, children }: { language: Language; children: ComponentChildren }) => (
  <details class="twin">
    <summary>{DRAWING[language].asTable}</summary>
    {children}
  </details>
);
