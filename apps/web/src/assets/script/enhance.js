// Small comforts; every page works without them.

// The error summary takes the focus, so that a screen reader begins there.
document.querySelector('.error-summary')?.focus();

// htmx 4.0.1 hands this function options, which some versions of Chromium (143 among them) refuse although they have the
// function. Where it is not there at all, htmx parses by other means.
try {
  globalThis.Document.parseHTMLUnsafe?.('', {});
} catch {
  globalThis.Document.parseHTMLUnsafe = undefined;
}
