/** One address of each kind that the REST surface has, as the demo register answers it. */
export const ADDRESSES = [
  '/api/v1',
  '/api/v1/states',
  '/api/v1/states?q=kazakhstan',
  '/api/v1/states/KAZ',
  '/api/v1/states/KAZ/memberships',
  '/api/v1/states/KAZ/timeline',
  '/api/v1/bodies',
  '/api/v1/bodies?q=accords',
  '/api/v1/bodies/abraham-accords',
  '/api/v1/bodies/abraham-accords/members',
  '/api/v1/bodies/board-of-peace/organs',
  '/api/v1/bodies/abraham-accords/counts',
  '/api/v1/memberships',
  '/api/v1/memberships/abraham-accords/KAZ',
  '/api/v1/memberships/abraham-accords/KAZ/history',
  '/api/v1/memberships/abraham-accords/KAZ/explain',
  '/api/v1/memberships/diff?axis=valid&from=2026-01-01&to=2026-02-01',
  '/api/v1/acts',
  '/api/v1/search?q=kazakhstan',
  '/api/v1/sources',
  '/api/v1/sources/alamsar-2026-01-19',
  '/api/v1/events',
  '/api/v1/events?type=CharterSigned',
  '/api/v1/events/1',
  '/api/v1/problems/unknown-state',
] as const;

/** An address with one parameter more. */
export const withQuery = (path: string, query: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${query}`;
