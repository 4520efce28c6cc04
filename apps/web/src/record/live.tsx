import { QUIET_ON_ERROR } from '../page/quiet-on-error.js';

/** What a form draws anew while it is filled in, where it goes, and upon which changes. */
const PARTS = {
  acts: ['#acts', 'change from:#who, change from:#what target:#claim'],
  details: ['#details', 'change from:#what target:.act'],
  source: ['#known-sources', 'change from:#source-part, input from:#source-search delay:300ms'],
  preview: ['#preview', 'change from:#record delay:400ms'],
} as const;

/**
 * Draws a part of the form anew when something that it rests on changes. It stands apart from what it draws, so that no
 * change is lost while an answer is under way. What the part has to say by itself (`data-says`) is said beside it, once.
 */
export function Live({ part }: { readonly part: keyof typeof PARTS }) {
  const [target, on] = PARTS[part];
  return (
    <>
      <span
        hidden
        hx-post={`/admin/record/live?part=${part}`}
        hx-target={target}
        hx-trigger={on}
        hx-swap="outerHTML"
        {...QUIET_ON_ERROR}
        // The preview keeps the draft, too: one after the other. What is only drawn is drawn by the last.
        hx-sync={part === 'preview' ? 'this:queue last' : 'this:replace'}
      />
      <p class="visually-hidden" role="status" id={`${target.slice(1)}-said`} />
    </>
  );
}
