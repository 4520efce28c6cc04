// What the environment says. Read once, at the start; every fault is one clear line.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { StartError } from './start-error.js';

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where the embedded PostgreSQL keeps its data, and nothing else. */
  readonly dataFolder: string;
  /** A PostgreSQL of the user's own, by role; absent: the embedded one. */
  readonly databaseUrls?: DatabaseUrls;
  /** Which halves of the program this process serves. */
  readonly serves: Readonly<Record<(typeof HALVES)[number], boolean>>;
  /** Whose word is taken on where a request comes from: addresses and networks of proxies. */
  readonly trustedProxies?: string[];
  /** Where people reach the pages, without a slash at the end; absent: where they ask. */
  readonly publicUrl?: string;
  readonly oidc?: OidcConfig;
}

/** How to ask an OpenID provider who somebody is. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const HALVES = ['rest', 'pages', 'admin'] as const;

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
    serves: halvesOf(valueOf(env, 'CHANCERY_SERVE') ?? HALVES.join()),
    ...(trustedProxies !== undefined && { trustedProxies }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(oidc && { oidc }),
  };
}

/** What a variable is set to; set to nothing, as a compose file may do, it counts as not set. */
const valueOf = (env: NodeJS.ProcessEnv, name: string): string | undefined =>
  env[name] === '' ? undefined : env[name];

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new StartError(`PORT is “${text}”; it must be a number from 0 to 65535.`);
}

function halvesOf(text: string): Config['serves'] {
  const asked = text.split(',').map((half) => half.trim());
  const unknown = asked.find((half) => !HALVES.some((known) => known === half));
  if (unknown !== undefined) {
    throw new StartError(
      `CHANCERY_SERVE is “${text}”; it must be one or more of ${HALVES.join(', ')}, with commas between.`,
    );
  }
  const [rest, pages, admin] = HALVES.map((half) => asked.includes(half)) as [boolean, boolean, boolean];
  return { rest, pages, admin };
}

function proxiesOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const proxies = text.split(',').map((proxy) => proxy.trim());
  const isNetwork = (proxy: string) => {
    const [address = '', bits, ...more] = proxy.split('/');
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return (
      more.length === 0 && (bits === undefined ? most > 0 : /^\d{1,3}$/.test(bits) && Number(bits) <= most)
    );
  };
  if (proxies.every(isNetwork)) return proxies;
  throw new StartError(
    `CHANCERY_TRUSTED_PROXIES is “${text}”; it must be the addresses of your proxies, such as 10.0.0.5 or 10.0.0.0/24.`,
  );
}

function webAddress(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = valueOf(env, name);
  if (value === undefined) return undefined;
  const { protocol, search, hash, username } = URL.canParse(value) ? new URL(value) : new URL('none:');
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '' || username !== '') {
    throw new StartError(`${name} is not an address of the web; it looks like https://register.example.org.`);
  }
  return value;
}

function oidcOf(env: NodeJS.ProcessEnv): OidcConfig | undefined {
  const issuer = webAddress(env, 'CHANCERY_OIDC_ISSUER');
  const clientId = valueOf(env, 'CHANCERY_OIDC_CLIENT_ID');
  const clientSecret = valueOf(env, 'CHANCERY_OIDC_CLIENT_SECRET');
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new StartError(
      'Signing in with a provider takes CHANCERY_OIDC_ISSUER, CHANCERY_OIDC_CLIENT_ID and CHANCERY_OIDC_CLIENT_SECRET together.',
    );
  }
  // What the provider says is believed because of who says it, which plain http does not prove.
  if (!issuer.startsWith('https:') && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer)) {
    throw new StartError(
      'CHANCERY_OIDC_ISSUER must be an https address, unless the provider is on this machine.',
    );
  }
  return { issuer, clientId, clientSecret };
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
