// Somebody who has a keyboard and nothing else: what cannot be reached or seen with it cannot be used in a test either.
import type { Page } from 'playwright-core';

/** More than any page of a form has stops. */
const MOST_STOPS = 80;

export class Keyboard {
  /** Keys pressed so far; a paste is one press of two keys, what is pasted counts nothing. */
  presses = 0;

  constructor(private readonly page: Page) {}

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.page.keyboard.press(key);
      this.presses += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.presses += text.length;
  }

  async paste(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
    this.presses += 2;
  }

  /** Goes on, or back with Shift+Tab, to the control that a selector names. Each stop on the way has to be seen. */
  async to(selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const { there, seen, what } = await this.focus(selector);
      if (there) return;
      if (stop > 0 && !seen) throw new Error(`the focus cannot be seen at ${what}`);
      passed.push(what);
      await this.press(key);
    }
    throw new Error(`${selector} is not reached by ${key}: ${passed.join(', ')}`);
  }

  /** Where the focus is, and whether it can be seen there. */
  focus(selector = 'body'): Promise<{ there: boolean; seen: boolean; what: string }> {
    return this.page.evaluate((wanted) => {
      const at = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const what = `${at.localName}${at.id && `#${at.id}`} ${at.getAttribute('name') ?? ''}`.trim();
      return { there: at.matches(wanted), seen: at === document.body || (outlined && inView), what };
    }, selector);
  }
}
