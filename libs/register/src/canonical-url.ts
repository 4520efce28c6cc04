// One address for one page.

/** Parameters that say how a reader came to a page, and not which page it is. */
const TRACKING = new RegExp(
  '^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref_src|ref_url)$',
  'i',
);

/**
 * An http or https address without what does not name the page: the case of scheme and host, `http` for `https`, `www.`,
 * the default port, the closing slash, the fragment, tracking parameters, the order of the others, and the case of
 * percent-encoding. For comparison only: it may lead nowhere. What is no address is given back trimmed.
 */
export function canonicalUrl(text: string): string {
  const trimmed = text.trim();
  if (!/^https?:/i.test(trimmed) || !URL.canParse(trimmed)) return trimmed;
  const url = new URL(trimmed);
  const host = url.host.replace(/^www\./, '').replace(/\.(?=:|$)/, '');
  const path = url.pathname.replace(/\/+$/, '').replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const query = url.searchParams.toString();
  return `https://${host}${path}${query && `?${query}`}`;
}

/** An address as it was copied, without its tracking parameters; nothing else of it is touched. */
export function withoutTracking(text: string): string {
  const [, page = '', query, fragment = ''] = /^(https?:[^?#]*)\?([^#]*)(#.*)?$/i.exec(text) ?? [];
  if (query === undefined) return text;
  const kept = query.split('&').filter((part) => !TRACKING.test(part.split('=')[0] ?? ''));
  return `${page}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`;
}
