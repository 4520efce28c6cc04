// Where is a name decided, stored, projected and shown? `npm run where CharterSigned`
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

const help = `Usage: npm run where NAME

Prints the lines that name something of the register, in the order in which a fact travels:
where it is decided, stored, projected and shown.

  npm run where CharterSigned        an event
  npm run where RecordAct            a command
  npm run where signatory            a standing
  npm run where membership_history   a table

Whole words only, as they are written. Comments, imports and specs are left out.`;

/** A file belongs to the first place that takes its path. */
const places = [
  [
    'Stored',
    /^libs\/register\/src\/.*\.schema\.ts$|^libs\/event-store\/src\/postgres\/sql\/|\/migrations\/|\.sql$/,
  ],
  ['Decided', /^libs\/register\/src\//],
  ['Shown', /^apps\/|^libs\/read-models\/.*\.queries\.ts$/],
  ['Projected', /^libs\/read-models\//],
];
const order = ['Decided', 'Stored', 'Projected', 'Shown'];

const isSource = (path) =>
  /\.(tsx?|sql)$/.test(path) && !/\.(spec|contract)\.tsx?$|\/testing\/|\.d\.ts$/.test(path);
const isAside = (line) => /^\s*(\/\/|\/?\*|--|import\b)/.test(line);

function sources() {
  return ['libs', 'apps']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((path) =>
        join(folder, path).replaceAll('\\', '/'),
      ),
    )
    .filter(isSource)
    .sort()
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split(/\r?\n/) }));
}

const wholeWord = (name) => new RegExp(`(?<![\\w-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`);

/** The lists of schemas that a name stands in, directly or by way of another: what is projected and shown goes by these. */
function listsWith(name, files) {
  const texts = files.filter(({ path }) => path.endsWith('.schema.ts')).map(({ lines }) => lines.join('\n'));
  const lists = texts.flatMap((text) => [...text.matchAll(/^export const (\w+Schemas) = \{[^]*?\};$/gm)]);
  const holding = (member) => lists.filter(([text]) => member.test(text)).map(([, list]) => list);
  const direct = holding(new RegExp(`^  ${name.replace(/[^\w]/g, '\\$&')}: `, 'm'));
  return [...direct, ...direct.flatMap((list) => holding(new RegExp(`\\.\\.\\.${list}\\b`)))];
}

/** By place: `file:line  the line` for every line that has the name as a whole word, or where the place goes by lists, them. */
function find(name, files) {
  const word = wholeWord(name);
  const lists = listsWith(name, files).map(wholeWord);
  const found = new Map(order.map((place) => [place, []]));
  for (const { path, lines } of files) {
    const place = places.find(([, paths]) => paths.test(path))?.[0];
    if (!place) continue;
    for (const [index, line] of lines.entries()) {
      const byList =
        (place === 'Projected' || place === 'Shown') &&
        lists.some((list) => list.test(line) && !/^\s*\w+,$/.test(line));
      if ((word.test(line) || byList) && !isAside(line))
        found.get(place).push(`${path}:${index + 1}  ${shortened(line.trim())}`);
    }
  }
  return found;
}

const shortened = (line) => (line.length > 140 ? `${line.slice(0, 139)}…` : line);

/** Events and commands of the register that are written almost like this one, the closest first. */
function closest(name, files) {
  const known = new Set();
  for (const { path, lines } of files) {
    if (!path.startsWith('libs/register/src/')) continue;
    for (const line of lines) {
      for (const [, quoted, key] of line.matchAll(/'((?:[A-Z][a-z]+){2,})'|^\s*((?:[A-Z][a-z]+){2,}):/g)) {
        known.add(quoted ?? key);
      }
    }
  }
  return [...known]
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter((each) => each.distance <= each.candidate.length / 2)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map((each) => each.candidate);
}

/** Levenshtein's: how many letters to insert, delete or replace. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

function main([name, ...more]) {
  if (name === '--help' || name === '-h') return console.log(help);
  if (!name || more.length > 0) {
    console.error(help);
    process.exitCode = 2;
    return;
  }
  const files = sources();
  const found = find(name, files);
  if ([...found.values()].every((lines) => lines.length === 0)) {
    const suggestions = closest(name, files);
    console.error(`Nothing here is called ${name}.`);
    if (suggestions.length > 0) console.error(`Did you mean ${suggestions.join(', ')}?`);
    process.exitCode = 1;
    return;
  }
  for (const [place, lines] of found) {
    console.log(
      `${place}\n${(lines.length > 0 ? lines : ['nowhere']).map((line) => `  ${line}`).join('\n')}\n`,
    );
  }
}

main(process.argv.slice(2));
