// What the environment says of the web: what is served, where it is reached, and who says who somebody is.
import { isIP } from 'node:net';
import { StartError } from './start-error.js';

const HALVES = ['rest', 'pages', 'admin'] as const;
export type Serves = Readonly<Record<(typeof HALVES)[number], boolean>>;

/** How to ask an OpenID provider who somebody is. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a variable is set to; set to nothing, as a compose file may do, it counts as not set. */
export const valueOf = (env: NodeJS.ProcessEnv, name: string): string | undefined =>
  env[name] === '' ? undefined : env[name];

/** `rest,pages` as which of the halves are served. */
export function halvesOf(text: string = HALVES.join()): Serves {
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

/** Addresses and networks, with commas between. */
export function proxiesOf(text: string | undefined): string[] | undefined {
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

/** An address without a query. */
export function webAddress(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = valueOf(env, name);
  if (value === undefined) return undefined;
  const { protocol, search, hash, username } = URL.canParse(value) ? new URL(value) : new URL('none:');
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '' || username !== '') {
    throw new StartError(`${name} is not an address of the web; it looks like https://register.example.org.`);
  }
  return value;
}

/** All three variables, or none. */
export function oidcOf(env: NodeJS.ProcessEnv): OidcConfig | undefined {
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
