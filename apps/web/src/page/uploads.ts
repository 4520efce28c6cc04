// Files in forms. They are read only where a page says that it takes one, and only from somebody who is signed in: what
// anybody else sends is not even listened to.
import multipart from '@fastify/multipart';
import { RouteConfig, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { MOST_BYTES } from '#application';
import { isForPrograms } from '../security/origin.js';
import { withReadings } from './day-text.js';
import type { Typed } from './forms.js';
import { Trouble } from './trouble.js';

/** A handler that takes one file, of 10 MB at most. */
export const TakesFile = () => RouteConfig({ takesFile: true });

/** After the doorway, which knows who is signed in. */
export async function takeFiles(app: NestFastifyApplication): Promise<void> {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const isFiles = /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
      if (!isFiles || isForPrograms(request.url)) {
        done();
        return;
      }
      const takes = (request.routeOptions.config as { takesFile?: boolean }).takesFile === true;
      done(
        takes ? (request.signedIn ? undefined : new Trouble('signed-out')) : new Trouble('unsupported-form'),
      );
    });
  await app.register(multipart, {
    attachFieldsToBody: true,
    limits: {
      fileSize: MOST_BYTES,
      files: 1,
      fields: 20,
      parts: 21,
      fieldSize: 10_000,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  });
}

/** A form with a file that ends too early, or is none: its reader knows that by a sentence alone. */
export const isBrokenUpload = (error: unknown): boolean =>
  error instanceof Error && /multipart data$|^Multipart: |^Malformed part header/.test(error.message);

/** The texts of a form that came with a file. */
export function typedBeside(body: unknown): Typed {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, part]) => {
    const { value } = Object(Array.isArray(part) ? part[0] : part) as { value?: unknown };
    return typeof value === 'string' ? [[name, value.trim()] as const] : [];
  });
  return withReadings(Object.fromEntries(entries));
}

/** The bytes of the file in a field; undefined where none was chosen. Its name and what it calls itself are not looked at. */
export async function fileIn(body: unknown, name: string): Promise<Buffer | undefined> {
  const given = Object(body) as Readonly<Record<string, unknown>>;
  const part = Object.hasOwn(given, name) ? given[name] : undefined;
  const { toBuffer } = Object(part) as { toBuffer?: () => Promise<Buffer> };
  if (typeof toBuffer !== 'function') return undefined;
  const bytes = await toBuffer.call(part);
  return bytes.length === 0 ? undefined : bytes;
}
