/** One address of each kind that the REST surface has, as the demo register answers it. */
export const ADDRESSES = [
  '/api/v1',
  '/api/v1/states',
  '/api/v1/states/KAZ',
  '/api/v1/states/KAZ/memberships',
  '/api/v1/bodies',
  '/api/v1/bodies/abraham-accords',
  '/api/v1/bodies/abraham-accords/members',
  '/api/v1/memberships/abraham-accords/KAZ',
  '/api/v1/memberships/abraham-accords/KAZ/history',
  '/api/v1/events',
  '/api/v1/problems/unknown-state',
] as const;
