/** States of ISO 3166-1 with Kosovo and the European Union, and the lines of the demo's file. */
export const DEMO_EVENTS = 271;
