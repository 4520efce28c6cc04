// What every answer tells the browser it may do with it.
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const OWN = ["'self'"];
const NOTHING = ["'none'"];

/** Everything from here, nothing inline, nothing in a frame, and no form that leads elsewhere. */
const CONTENT = {
  defaultSrc: NOTHING,
  scriptSrc: OWN,
  styleSrc: OWN,
  imgSrc: OWN,
  fontSrc: OWN,
  connectSrc: OWN,
  formAction: OWN,
  baseUri: NOTHING,
  frameAncestors: NOTHING,
};

export async function tellBrowsers(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT },
    xFrameOptions: { action: 'deny' },
    // With `no-referrer` a browser would say `Origin: null` of our own forms (Fetch, "append a request Origin header").
    referrerPolicy: { policy: 'same-origin' },
    // Whoever brings TLS along, a proxy, knows for which names; a browser takes it over https only.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
}
