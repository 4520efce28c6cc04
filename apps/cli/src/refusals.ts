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
    case 'speaker-without-state':
      return `For which state does ${refusal.speaker} speak? “by” needs its code; “declared” is for ${refusal.owner}'s own word.`;
    case 'body-dissolved':
      return `The body was dissolved on ${refusal.dissolvedOn}; from then on no act moves a standing in it, so ${refusal.act} on ${refusal.on} cannot.`;
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
    case 'effect-before-notice':
      return `A withdrawal is notified before it takes effect; ${refusal.effectiveOn} lies before ${refusal.on}.`;
    case 'state-not-there': {
      const times = [refusal.from && `from ${refusal.from}`, refusal.until && `until ${refusal.until}`];
      return `${refusal.state} did not exist on ${refusal.on} (it did ${times.filter(Boolean).join(' ')}).`;
    }
    case 'not-correctable':
      return `${refusal.type} (event ${refusal.eventId}) is nothing that this can be said of.`;
    case 'already-corrected':
      return `That was corrected already; correct the correction instead: --data with "corrects": "${refusal.by}".`;
    case 'body-not-registered':
    case 'state-not-registered':
    case 'source-not-registered':
      return `It is not registered yet; record its registration first.`;
    case 'contact-not-recorded':
      return 'There is no such contact; record it first with ContactRecorded.';
    case 'already-in-force':
      return `The charter is in force since ${refusal.since} already.`;
    case 'already-dissolved':
      return `The body was dissolved on ${refusal.since}; nothing happens to it afterwards.`;
    case 'organ-exists':
      return `The organ ${refusal.organ} was established already, by event ${refusal.since}.`;
    case 'unknown-organ':
      return `The body has no organ ${refusal.organ}. It has: ${refusal.organs.join(', ') || 'none'}.`;
    case 'not-a-member':
      return `${refusal.person} does not sit on ${refusal.organ} on ${refusal.on}. Its members: ${refusal.members.join(', ') || 'none'}.`;
    case 'name-known':
      return `The name “${refusal.name}” is known already.`;
    case 'own-successor':
      return `No state takes its own place (${refusal.state}).`;
    case 'state-dissolved':
      return `The state existed until ${refusal.until}; nothing happens to it afterwards.`;
    case 'already-discredited':
      return `The source is discredited already: ${refusal.reason}`;
    case 'not-discredited':
      return 'The source is not discredited.';
    case 'contact-exists':
      return `The contact ${refusal.contact} is recorded already, with other content.`;
    case 'contact-retracted':
      return `The contact was retracted: ${refusal.reason}`;
  }
}
