// What all reading pages share: the clocks that they show, and the same for programs.
import type { ComponentChildren } from 'preact';
import type { ResolvedClocks } from '#application';
import { here, type PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { ClockBanner } from '../page/parts.js';
import type { Known } from './names.js';

/** What the parts of a reading page read from. */
export interface Reads {
  readonly page: PageContext;
  readonly known: Known;
}

interface ReadingPageProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly title: string;
  /** Where the title alone does not do. */
  readonly heading?: ComponentChildren;
  /** Path of the REST read that takes the same parameters and says the same. */
  readonly twin: string;
  /** Whether it gives a CSV too. */
  readonly csv?: boolean;
  readonly children: ComponentChildren;
}

export function ReadingPage({ page, clocks, title, heading, twin, csv, children }: ReadingPageProps) {
  const same = { ...page, path: twin };
  const asCsv = { format: 'csv', cursor: undefined, limit: undefined };
  return (
    <Page page={page} title={title} twin={here(same, {})} {...(csv && { csv: here(same, asCsv) })}>
      <ClockBanner page={page} clocks={clocks} />
      <h1>{heading ?? <bdi>{title}</bdi>}</h1>
      {children}
    </Page>
  );
}
