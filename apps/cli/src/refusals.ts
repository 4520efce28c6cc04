import type { Refusal } from '#application';

/** A refusal as a sentence that says what to do instead. */
export function explainRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case 'act-not-legal': {
      const since = refusal.since === null ? '' : ` (since event ${refusal.since})`;
      const instead = refusal.legal.join(', ') || 'nothing';
      return `${refusal.act} cannot follow: on ${refusal.on} the state is “${refusal.standing}”${since}. Possible there: ${instead}. An import may record it all the same (--import).`;
    }
    case 'day-in-future':
      return `${refusal.field === 'on' ? '--on' : '--announced-on'} ${refusal.day} lies in the future (today is ${refusal.today}); an act is recorded once it has happened.`;
    case 'not-own-word':
      return `${refusal.speaker} speaks of ${refusal.owner} here, which is at most “stated”; “declared” is for ${refusal.owner}'s own word.`;
    case 'unknown-act':
      return `There is no act with the event id ${refusal.eventId} in this membership; “chancery show STATE --body BODY” lists them.`;
    case 'unknown-state':
      return `The register has no state ${refusal.state}; it goes by codes such as KAZ.`;
    case 'unknown-body':
      return `The register has no body ${refusal.body}; it goes by slugs such as board-of-peace.`;
    case 'unknown-source':
      return `The register has no source ${refusal.source}; record it first with SourceRegistered.`;
    case 'body-exists':
      return `The body ${refusal.slug} is registered already, with other content.`;
    case 'state-exists':
      return `The state ${refusal.state} is registered already, with other content.`;
    case 'source-exists':
      return `The source ${refusal.source} is registered already, with other content.`;
    case 'stale-version':
      return `Someone recorded meanwhile: the stream is at version ${String(refusal.actual)}, not ${String(refusal.expected)}. Look again, then repeat.`;
  }
}
