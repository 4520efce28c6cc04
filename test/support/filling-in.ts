// A form in a browser, as a person fills it in: what is found is chosen by the keyboard, and what is wrong is gone back to.
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Looks for a state or a body by these letters, and takes the first that is found. Needs JavaScript. */
export async function find(page: Page, field: string, letters: string, shows: string): Promise<void> {
  await page.locator(`#${field}`).focus();
  await page.keyboard.type(letters);
  await page.locator(`#${field}-options [role=option][aria-selected=true]`).waitFor();
  await page.keyboard.press('Enter');
  expect(await page.inputValue(`#${field}`)).toBe(shows);
}

/** Chooses one of a list, where there is JavaScript by its name, else by its code. */
export const choose = (
  page: Page,
  javaScript: boolean,
  field: string,
  [code, name]: readonly [string, string],
) => (javaScript ? find(page, field, name.slice(0, 4), name) : page.selectOption(`#${field}`, code));

/** Sends the form of the page, and waits for what comes of it. */
export async function send(page: Page): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await page.locator('main form').locator('button.primary, button.dangerous').last().click();
  await answered;
}

/**
 * What the summary of faults says. It must have the focus, and each of its links must lead to the field whose name stands in
 * front of it.
 */
export async function faultsOn(page: Page): Promise<string[]> {
  const summary = page.locator('.error-summary');
  await summary.waitFor();
  expect(await focused(page)).toMatchObject({ class: 'error-summary' });
  for (const link of await summary.locator('a').all()) {
    await link.click();
    const { id, label } = await focused(page);
    expect(await link.getAttribute('href')).toBe(`#${id}`);
    expect(label).not.toBe('');
  }
  return summary.locator('li').allTextContents();
}

/** What has the focus, and what it is called. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    const label = it?.id ? document.querySelector(`label[for="${CSS.escape(it.id)}"]`) : null;
    return { id: it?.id ?? '', class: it?.className ?? '', label: label?.textContent ?? '' };
  });

/** The line above a page that says what was done. */
export const flashOf = async (page: Page): Promise<string> => (await page.textContent('.flash')) ?? '';
