// What is wrong with the HTML of a page, as html-validate reads the rules of HTML.
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';

const rules = '../../.htmlvalidate.mjs';
const { default: config } = (await import(rules)) as { default: ConfigData };
const validator = new HtmlValidate(new StaticConfigLoader(config));

/** `rule: what is wrong, where` for each fault. Takes the text as it came over the wire. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message}: ${selector ?? 'the page'}`),
  );
}
