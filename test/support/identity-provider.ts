// A small OpenID provider: discovery, authorization with PKCE, tokens, keys. It lets in whoever the test says.
import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is sitting at the browser. */
  is(claims: Claims): void;
  /** Bends the next ID token: its claims, or the key that it is signed with. */
  bend(how: { readonly claims?: Readonly<Record<string, unknown>>; readonly foreignKey?: boolean }): void;
  close(): Promise<void>;
}

interface Given {
  readonly redirectUri: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly claims: Claims;
}

/** Listens on a free port of this machine. */
export async function identityProvider(): Promise<IdentityProvider> {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [clientId, clientSecret] = ['chancery', randomUUID()];
  const codes = new Map<string, Given>();
  let who: Claims = { sub: 'nobody' };
  let bent: Parameters<IdentityProvider['bend']>[0] = {};
  let issuer = '';

  const idToken = ({ nonce, claims }: Given): string => {
    const now = Math.floor(Date.now() / 1000);
    const { claims: more, foreignKey } = bent;
    bent = {};
    const said = { iss: issuer, aud: clientId, iat: now, exp: now + 60, nonce, ...claims, ...more };
    return signed(said, (foreignKey === true ? foreign : key).privateKey);
  };

  const authorize = (query: URLSearchParams, response: ServerResponse): void => {
    const asked = (name: string) => query.get(name) ?? '';
    const isWhole =
      asked('client_id') === clientId &&
      asked('response_type') === 'code' &&
      asked('code_challenge_method') === 'S256' &&
      /\bopenid\b/.test(asked('scope')) &&
      ['state', 'nonce', 'code_challenge'].every((name) => asked(name).length > 20);
    if (!isWhole) {
      response.writeHead(400).end();
      return;
    }
    const code = randomUUID();
    const redirectUri = asked('redirect_uri');
    codes.set(code, { redirectUri, nonce: asked('nonce'), challenge: asked('code_challenge'), claims: who });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked('state'));
    back.searchParams.set('iss', issuer);
    response.writeHead(302, { location: back.href }).end();
  };

  const token = (form: URLSearchParams, authorization: string, response: ServerResponse): void => {
    const code = form.get('code') ?? '';
    const given = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const secret =
      form.get('client_secret') ?? Buffer.from(authorization.slice(6), 'base64').toString().split(':')[1];
    if (
      !given ||
      secret !== clientSecret ||
      given.challenge !== challenge ||
      given.redirectUri !== form.get('redirect_uri')
    ) {
      json(response, { error: 'invalid_grant' }, 400);
      return;
    }
    json(response, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 60,
      id_token: idToken(given),
    });
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (pathname === '/authorize') authorize(searchParams, response);
    else if (pathname === '/jwks') {
      json(response, { keys: [{ ...key.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] });
    } else if (pathname === '/token') {
      void read(request).then((text) => {
        token(new URLSearchParams(text), request.headers.authorization ?? '', response);
      });
    } else {
      json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    issuer,
    clientId,
    clientSecret,
    is: (claims) => (who = claims),
    bend: (how) => (bent = how),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A JSON Web Token by RS256 (RFC 7515). */
function signed(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
