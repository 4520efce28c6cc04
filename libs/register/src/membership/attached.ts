// What holds beside a standing: roles, and the reservations, declarations, objections and provisional application.
import type { Day } from '../day.js';
import type { HeldRole } from './interval.js';
import type { ResolvedAct } from './resolve.js';

/** These hold until they are withdrawn or end. */
const ATTRIBUTES: readonly string[] = [
  'ReservationMade',
  'DeclarationMade',
  'ObjectionRaised',
  'ProvisionalApplicationStarted',
];

export class Attached {
  #roles: readonly HeldRole[] = [];
  #attributes: readonly ResolvedAct[] = [];

  held(): { readonly roles: readonly HeldRole[]; readonly attributes: readonly string[] } {
    return { roles: this.#roles, attributes: this.#attributes.map(({ eventId }) => eventId) };
  }

  /** A role that is granted twice is held since the first. */
  attach(resolved: ResolvedAct, day: Day): void {
    const { act, eventId } = resolved;
    if (act.type === 'RoleGranted') {
      const { role, attestation } = act.data;
      if (this.#roles.some((held) => held.role === role)) return;
      this.#roles = [...this.#roles, { role, since: day, attestation, act: eventId }];
    } else if (act.type === 'RoleEnded') {
      this.#roles = this.#roles.filter(({ role }) => role !== act.data.role);
    } else if (act.type === 'ProvisionalApplicationEnded') {
      this.#attributes = this.#attributes.filter((held) => held.act.type !== 'ProvisionalApplicationStarted');
    } else if ('withdraws' in act.data) {
      const { withdraws } = act.data;
      this.#attributes = this.#attributes.filter((held) => held.eventId !== withdraws);
    } else if (ATTRIBUTES.includes(act.type)) {
      this.#attributes = [...this.#attributes, resolved];
    }
  }
}
