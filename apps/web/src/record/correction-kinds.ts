/** What can be said of an act that is on record; also the last part of the address of its form. */
export const CORRECTION_KINDS = ['correct', 'retract', 'deny', 'corroborate'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
