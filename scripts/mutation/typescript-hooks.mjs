// How Node finds and reads the sources as they are written, one copy of the modules a load (`?load=n`).
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const read = new Map();

export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') {
    return { url: new URL('./specs.mjs', import.meta.url).href, shortCircuit: true };
  }
  const parent = context.parentURL === undefined ? undefined : new URL(context.parentURL);
  if (!specifier.startsWith('.') || !parent?.pathname.endsWith('.ts')) return next(specifier, context);
  const url = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  url.search = parent.search;
  return { url: url.href, shortCircuit: true };
}

export async function load(url, context, next) {
  const { pathname } = new URL(url);
  if (!pathname.endsWith('.ts')) return next(url, context);
  if (!read.has(pathname)) read.set(pathname, compile(fileURLToPath(new URL(pathname, 'file:'))));
  return { format: 'module', source: await read.get(pathname), shortCircuit: true };
}

async function compile(path) {
  const { code } = await transform(await readFile(path, 'utf8'), {
    filename: path,
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return code;
}
