import type { PageContext } from '../page/context.js';
import { DESK } from './desk-words.js';

/** The way back to the desk, over the pages between. */
export function DeskTrail({
  page,
  to = [],
}: {
  readonly page: PageContext;
  readonly to?: readonly (readonly [path: string, name: string])[];
}) {
  const steps = [['/admin', DESK[page.language].desk] as const, ...to];
  return (
    <nav class="trail" aria-label={DESK[page.language].desk}>
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
  );
}
