// An OpenID provider as it tells who somebody is: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0
// §3.1, RFC 9700 §2.1.1).
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { Identity, OidcConfig } from '#application';

/** What only the browser that began may know; it comes back with it. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export class Provider {
  private found: Promise<Configuration> | undefined;

  constructor(private readonly config: OidcConfig) {}

  /** Where to send the browser, and what to keep in it until it is back at `redirectUri`. */
  async begin(redirectUri: string): Promise<{ url: string; begun: Begun }> {
    const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: redirectUri,
      scope: 'openid email',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, begun };
  }

  /**
   * Who came back, by a signed ID token of this provider, for this client, for this attempt. `address` is the whole one
   * that the browser was sent back to. Throws where any of it is not so, or the provider does not answer.
   */
  async finish(address: string, { state, nonce, verifier }: Begun): Promise<Identity> {
    const tokens = await authorizationCodeGrant(await this.discovered(), new URL(address), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('the provider gave no ID token');
    const { iss, sub, email, email_verified: verified } = claims;
    return {
      issuer: iss,
      subject: sub,
      ...(typeof email === 'string' && verified === true && { verifiedEmail: email }),
    };
  }

  /** Asked for once; a failure is forgotten, so that the next one tries again. */
  private discovered(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    // Plain http only on this machine, as the configuration sees to.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, not to go
    const plain = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    // The signature of the ID token too: by default what came over TLS is believed without it.
    const options = { execute: [enableNonRepudiationChecks, ...plain] };
    this.found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, options).catch(
      (error: unknown) => {
        this.found = undefined;
        throw error;
      },
    );
    return this.found;
  }
}
