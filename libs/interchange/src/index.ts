export * from './uuid-v5.js';
export * from './acts/row-id.js';
export * from './acts/acts.schema.js';
export * from './acts/interchange-error.js';
export * from './acts/read-acts.js';
export * from './states/iso-states.js';
export * from './states/former-states.js';
export * from './csv/write-csv.js';
