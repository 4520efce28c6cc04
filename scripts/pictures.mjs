// `npm run pictures`: takes the pictures of the pages anew into docs/pictures, from the demo register.
import { isNodeRecent } from './steps/node-version.mjs';

if (isNodeRecent()) {
  import('./steps/pictures.mjs').then(({ pictures }) => pictures());
}
