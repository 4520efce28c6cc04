// What the environment says. Read once, at the start; every fault is one clear line.
import { resolve } from 'node:path';
import { StartError } from './start-error.js';
import {
  halvesOf,
  oidcOf,
  proxiesOf,
  valueOf,
  webAddress,
  type OidcConfig,
  type Serves,
} from './web-config.js';

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where the embedded PostgreSQL keeps its data, and nothing else. */
  readonly dataFolder: string;
  /** A PostgreSQL of the user's own, by role; absent: the embedded one. */
  readonly databaseUrls?: DatabaseUrls;
  /** Which halves of the program this process serves. */
  readonly serves: Serves;
  /** Whose word is taken on where a request comes from: addresses and networks of proxies. */
  readonly trustedProxies?: string[];
  /** Where people reach the pages, without a slash at the end; absent: where they ask. */
  readonly publicUrl?: string;
  readonly oidc?: OidcConfig;
}

/** `owner` is DATABASE_URL. A role without a URL of its own connects there and takes the role on. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly writer?: string;
  readonly reader?: string;
  readonly projector?: string;
  readonly accounts?: string;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const urls = databaseUrls(env);
  const trustedProxies = proxiesOf(valueOf(env, 'CHANCERY_TRUSTED_PROXIES'));
  const publicUrl = webAddress(env, 'CHANCERY_PUBLIC_URL')?.replace(/\/$/, '');
  const oidc = oidcOf(env);
  return {
    host: valueOf(env, 'HOST') ?? '127.0.0.1',
    port: portOf(valueOf(env, 'PORT') ?? '3000'),
    dataFolder: resolve(valueOf(env, 'CHANCERY_DATA') ?? '.data'),
    ...(urls && { databaseUrls: urls }),
    serves: halvesOf(valueOf(env, 'CHANCERY_SERVE')),
    ...(trustedProxies !== undefined && { trustedProxies }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(oidc && { oidc }),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new StartError(`PORT is “${text}”; it must be a number from 0 to 65535.`);
}

function databaseUrls(env: NodeJS.ProcessEnv): DatabaseUrls | undefined {
  const owner = urlIn(env, 'DATABASE_URL');
  const writer = urlIn(env, 'DATABASE_WRITER_URL');
  const reader = urlIn(env, 'DATABASE_READER_URL');
  const projector = urlIn(env, 'DATABASE_PROJECTOR_URL');
  const accounts = urlIn(env, 'DATABASE_ACCOUNTS_URL');
  if (owner === undefined) {
    if (writer ?? reader ?? projector ?? accounts) {
      throw new StartError('DATABASE_URL is missing: the URLs of the other roles need it beside them.');
    }
    return undefined;
  }
  return {
    owner,
    ...(writer && { writer }),
    ...(reader && { reader }),
    ...(projector && { projector }),
    ...(accounts && { accounts }),
  };
}

function urlIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = valueOf(env, name);
  if (value === undefined) return undefined;
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(withHost(value))) {
    throw new StartError(
      `${name} is not a PostgreSQL address; it looks like postgresql://user:password@host:5432/chancery.`,
    );
  }
  return value;
}

/** As a URL that the standard knows: it has no user without a host, as `postgresql://user@/chancery?host=/run` has. */
export const withHost = (address: string): string => address.replace('@/', '@localhost/');
