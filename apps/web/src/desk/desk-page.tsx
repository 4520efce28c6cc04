// The frame of a page of the desk: the way back to the desk, over the pages between, and its heading.
import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { DESK } from './desk-words.js';

interface DeskPageProps {
  readonly page: PageContext;
  readonly title: string;
  /** Where the title alone does not do. */
  readonly heading?: ComponentChildren;
  /** The pages between the desk and this one. */
  readonly under?: readonly (readonly [path: string, name: string])[];
  /** The REST read that says the same. */
  readonly twin?: string;
  /** Said once, after something was done. */
  readonly flash?: string | undefined;
  readonly children: ComponentChildren;
}

export function DeskPage({ heading, under = [], children, ...frame }: DeskPageProps) {
  const { page, title } = frame;
  const say = DESK[page.language];
  const steps = [['/admin', say.desk] as const, ...under];
  return (
    <Page {...frame}>
      <nav class="trail" aria-label={say.desk}>
        <ul>
          {steps.map(([path, name]) => (
            <li key={path}>
              <a href={path}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{heading ?? title}</h1>
      {children}
    </Page>
  );
}
