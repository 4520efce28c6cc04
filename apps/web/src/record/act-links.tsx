// What a recorder can say of an act that is on record; nothing for anybody else.
import type { PageContext } from '../page/context.js';
import { CORRECTION_KINDS } from './correction-kinds.js';
import { CORRECTION } from './correction-words.js';

export function ActLinks({ page, eventId }: { readonly page: PageContext; readonly eventId: string }) {
  const { signedIn, halves, language } = page;
  if (!halves.admin || !signedIn?.account.roles.includes('recorder')) return null;
  const say = CORRECTION[language];
  return (
    <nav class="act-links no-print" aria-label={say.links}>
      {CORRECTION_KINDS.map((kind) => (
        <a key={kind} href={`/admin/acts/${eventId}/${kind}`}>
          {say[`${kind}Link`]}
        </a>
      ))}
    </nav>
  );
}
