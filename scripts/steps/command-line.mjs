// Installs, builds, and runs the command line in this process.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { finish, root } from './step.mjs';

export async function commandLine() {
  await finish(async () => {
    await install();
    await build();
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(join(root, 'dist', 'apps', 'cli', 'src', 'main.js')).href);
  });
}
