// `npm run build`: compiles what has changed into dist.
import { build } from './steps/build.mjs';
import { finish } from './steps/step.mjs';

await finish(() => build({ always: true }));
