import { expect, it } from '@jest/globals';
import { htmlFaults } from './html.js';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>A page</title></head><body>${body}</body></html>`;

it('lets a good page pass', async () => {
  expect(await htmlFaults(page('<main><h1>A page</h1></main>'))).toEqual([]);
});

it.each([
  ['<p style="color: red">Text</p>', 'no-inline-style'],
  ['<p id="a">One</p><p id="a">Two</p>', 'no-dup-id'],
  ['<ul><p>Text</p></ul>', 'element-permitted-content'],
  ['<label for="nothing">Name</label>', 'no-missing-references'],
  ['<form><input type="text" name="q"/></form>', 'input-missing-label'],
  ['<p>Text', 'no-implicit-close'],
  ['<h1>One</h1><h3>Three</h3>', 'heading-level'],
])('notices what is wrong with %s', async (body, rule) => {
  expect((await htmlFaults(page(body))).join('\n')).toContain(rule);
});
