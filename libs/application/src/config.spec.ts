import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
import { StartError } from './start-error.js';

const fault = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  return 'none';
};

describe('without a word from the environment', () => {
  it('Chancery listens on this machine alone, and keeps its data beside it', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: join(process.cwd(), '.data'),
      serves: { rest: true, pages: true, admin: true },
    });
  });

  it('a variable that is set to nothing counts as not set', () => {
    const env = { HOST: '', PORT: '', CHANCERY_DATA: '', DATABASE_URL: '', DATABASE_READER_URL: '' };
    expect(readConfig(env)).toEqual(readConfig({}));
  });
});

describe('PORT', () => {
  it.each(['0', '1', '3000', '65535'])('may be %s', (PORT) => {
    expect(readConfig({ PORT }).port).toBe(Number(PORT));
  });

  it.each(['-1', '65536', '99999', '3e3', '0x50', '80.5', 'http', ' 80', '٣٠٠٠', 'Infinity'])(
    'may not be “%s”',
    (PORT) => {
      expect(fault({ PORT })).toBe(`PORT is “${PORT}”; it must be a number from 0 to 65535.`);
    },
  );
});

describe('CHANCERY_DATA', () => {
  it('is taken from where the program was started', () => {
    expect(readConfig({ CHANCERY_DATA: 'x/../y' }).dataFolder).toBe(resolve('y'));
    expect(readConfig({ CHANCERY_DATA: '/var/lib/chancery' }).dataFolder).toBe('/var/lib/chancery');
  });
});

describe('DATABASE_URL', () => {
  const owner = 'postgresql://chancery_owner:secret@db.example.org:5432/chancery';

  it('leads to a PostgreSQL of the user’s own, for every role or with an address each', () => {
    expect(readConfig({ DATABASE_URL: owner }).databaseUrls).toEqual({ owner });
    const [writer, reader, projector, accounts] = ['w', 'r', 'p', 'a'].map(
      (user) => `postgres://${user}@h/c`,
    );
    const env = {
      DATABASE_URL: owner,
      DATABASE_WRITER_URL: writer,
      DATABASE_READER_URL: reader,
      DATABASE_PROJECTOR_URL: projector,
      DATABASE_ACCOUNTS_URL: accounts,
    };
    expect(readConfig(env).databaseUrls).toEqual({ owner, writer, reader, projector, accounts });
  });

  it.each([
    'postgresql:///chancery?host=/var/run/postgresql',
    'postgresql://chancery@/chancery?host=/var/run/postgresql',
    'postgresql://chancery@%2Fvar%2Frun%2Fpostgresql/chancery',
    'postgres://h/c?sslmode=require',
    'postgresql://[::1]:5433/c',
  ])('may be any address that psql takes: %s', (DATABASE_URL) => {
    expect(readConfig({ DATABASE_URL }).databaseUrls).toEqual({ owner: DATABASE_URL });
  });

  it.each([
    'db.example.org',
    'mysql://h/c',
    'postgresql:/h/c',
    'postgresql://h:port/c',
    'postgresql://u:p/w@h/c',
    'true',
  ])('may not be “%s”', (DATABASE_URL) => {
    expect(fault({ DATABASE_URL })).toBe(
      'DATABASE_URL is not a PostgreSQL address; it looks like postgresql://user:password@host:5432/chancery.',
    );
  });

  it('of a role at fault is named', () => {
    expect(fault({ DATABASE_URL: owner, DATABASE_READER_URL: 'nonsense' })).toMatch(
      /^DATABASE_READER_URL is not a PostgreSQL/,
    );
  });

  it('that is no address is not repeated: it may hold a password', () => {
    expect(fault({ DATABASE_URL: 'postgresql://u:s3cret/word@h/c' })).not.toContain('s3cret');
  });

  it('is needed beside the addresses of the roles', () => {
    expect(fault({ DATABASE_READER_URL: 'postgres://r@h/c' })).toBe(
      'DATABASE_URL is missing: the URLs of the other roles need it beside them.',
    );
  });
});

describe('CHANCERY_SERVE', () => {
  it.each([
    ['rest', { rest: true, pages: false, admin: false }],
    ['pages,admin', { rest: false, pages: true, admin: true }],
    [' admin , rest ', { rest: true, pages: false, admin: true }],
  ])('chooses the halves that are served: %s', (CHANCERY_SERVE, serves) => {
    expect(readConfig({ CHANCERY_SERVE }).serves).toEqual(serves);
  });

  it.each(['web', 'rest pages', 'rest,', ',', 'REST'])('may not be “%s”', (CHANCERY_SERVE) => {
    expect(fault({ CHANCERY_SERVE })).toBe(
      `CHANCERY_SERVE is “${CHANCERY_SERVE}”; it must be one or more of rest, pages, admin, with commas between.`,
    );
  });
});

describe('CHANCERY_TRUSTED_PROXIES', () => {
  it.each([
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.0/24, ::1', ['10.0.0.0/24', '::1']],
    ['2001:db8::/32', ['2001:db8::/32']],
  ])('may be %s', (CHANCERY_TRUSTED_PROXIES, trustedProxies) => {
    expect(readConfig({ CHANCERY_TRUSTED_PROXIES })).toMatchObject({ trustedProxies });
  });

  it.each(['true', '1', 'proxy.example.org', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/24/8', ',', '10'])(
    'may not be “%s”',
    (CHANCERY_TRUSTED_PROXIES) => {
      expect(fault({ CHANCERY_TRUSTED_PROXIES })).toMatch(/^CHANCERY_TRUSTED_PROXIES is “.*”; it must be /);
    },
  );
});

describe('CHANCERY_PUBLIC_URL', () => {
  it('is where people reach the pages', () => {
    expect(readConfig({ CHANCERY_PUBLIC_URL: 'https://register.example.org/' }).publicUrl).toBe(
      'https://register.example.org',
    );
  });

  it.each([
    'register.example.org',
    'ftp://h/',
    'https://u@h/',
    'https://h/?a',
    'https://h/#a',
    'javascript:alert(1)',
  ])('may not be “%s”', (CHANCERY_PUBLIC_URL) => {
    expect(fault({ CHANCERY_PUBLIC_URL })).toMatch(/^CHANCERY_PUBLIC_URL is not an address of the web;/);
  });
});

describe('CHANCERY_OIDC_…', () => {
  const env = {
    CHANCERY_OIDC_ISSUER: 'https://login.example.org',
    CHANCERY_OIDC_CLIENT_ID: 'chancery',
    CHANCERY_OIDC_CLIENT_SECRET: 'secret',
  };

  it('names the provider', () => {
    expect(readConfig(env).oidc).toEqual({
      issuer: 'https://login.example.org',
      clientId: 'chancery',
      clientSecret: 'secret',
    });
  });

  it.each(Object.keys(env))('needs all three: not without %s', (name) => {
    expect(fault({ ...env, [name]: '' })).toMatch(/^Signing in with a provider takes .* together\.$/);
  });

  it('takes plain http on this machine alone', () => {
    expect(readConfig({ ...env, CHANCERY_OIDC_ISSUER: 'http://127.0.0.1:8080/realm' }).oidc).toBeDefined();
    for (const issuer of ['http://login.example.org', 'http://localhost.example.org']) {
      expect(fault({ ...env, CHANCERY_OIDC_ISSUER: issuer })).toMatch(
        /^CHANCERY_OIDC_ISSUER must be an https address/,
      );
    }
  });
});
