import { afterEach, describe } from '@jest/globals';
import { appending } from './append.contract.js';
import { expectations } from './expectations.contract.js';
import { idempotency } from './idempotency.contract.js';
import { loading } from './loading.contract.js';
import { reading } from './reading.contract.js';
import { refusals } from './refusals.contract.js';
import { codec, type MakeSubject, type Subject } from './subject.contract.js';
import { subscribing } from './subscribing.contract.js';
import { upcasting } from './upcasting.contract.js';

/** What every event store does. Each example gets a store with an empty log. */
export function storeContract(name: string, makeSubject: MakeSubject): void {
  describe(name, () => {
    const opened: Subject[] = [];
    const open = async () => {
      const subject = await makeSubject(codec);
      opened.push(subject);
      return subject;
    };
    afterEach(async () => {
      for (const subject of opened.splice(0)) await subject.end();
    });

    for (const part of [
      appending,
      expectations,
      idempotency,
      refusals,
      reading,
      subscribing,
      upcasting,
      loading,
    ])
      part(open);
  });
}
