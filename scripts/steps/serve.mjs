// Installs, builds, and runs the program in this process.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { finish, root } from './step.mjs';

const help = `Usage: npm start

Installs and builds what is needed, starts a PostgreSQL of its own, loads the demo register the first time,
and serves the pages, the forms and the REST interface on one port. Ctrl-C ends it. Until there is an admin,
each start prints a link by which the first account is made, once.

Environment
  PORT            port to listen on (3000)
  HOST            address to listen on (127.0.0.1: this machine only)
  CHANCERY_DATA   folder of the data (./.data)
  CHANCERY_DEMO   what the first start loads: whole (all that was found of two bodies), or founding (one state alone)
  DATABASE_URL    a PostgreSQL of yours (15 or later) instead of the one that comes along
  CHANCERY_SERVE  which halves to serve, with commas between: rest, pages, admin (all)
  CHANCERY_PUBLIC_URL       where people reach the pages, if a proxy stands in front: https://register.example.org
  CHANCERY_TRUSTED_PROXIES  addresses of that proxy: its word is taken on who asks, and whether by https
  CHANCERY_OIDC_ISSUER, CHANCERY_OIDC_CLIENT_ID, CHANCERY_OIDC_CLIENT_SECRET
                            an OpenID provider to sign in with; it sends people back to
                            (public URL)/admin/sign-in/provider/back

Examples
  npm start
  PORT=8080 npm start
  HOST=0.0.0.0 CHANCERY_DATA=/var/lib/chancery npm start
  DATABASE_URL=postgres://chancery:secret@db.example.org/chancery npm start`;

export async function serve(args) {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(help);
    return;
  }
  await finish(async () => {
    await install();
    await build();
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(join(root, 'dist', 'apps', 'tracker', 'src', 'main.js')).href);
  });
}
