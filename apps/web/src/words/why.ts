// What is said of an act: when it takes effect, what became of it, and what its sources are worth.
import { words } from './language.js';

export const WHY = words({
  en: {
    effective: (day: string) => `in effect: ${day}`,
    deniedBy: 'Denied by',
    position: (position: string) => `position ${position}`,
    discredited: 'discredited',
    ActCorrected: 'Corrected',
    ActRetracted: 'Retracted',
    ActDenied: 'Denied',
    ActCorroborated: 'Corroborated',
  },
  ar: {
    effective: (day: string) => `يسري: ${day}`,
    deniedBy: 'نفاه',
    position: (position: string) => `الموضع ${position}`,
    discredited: 'فاقد للثقة',
    ActCorrected: 'صُحِّح',
    ActRetracted: 'سُحب',
    ActDenied: 'نُفي',
    ActCorroborated: 'أُكِّد',
  },
});
