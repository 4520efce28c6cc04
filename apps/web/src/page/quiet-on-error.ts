/** For what asks by itself: a failed answer leaves the part as it is, and asking goes on. */
export const QUIET_ON_ERROR = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' } as const;
