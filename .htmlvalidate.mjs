// What the HTML of every page must keep, offline: the tests in a browser hold each page to it.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // HTML reads either case as the same.
    'doctype-style': 'off',
    // The renderer closes void elements, and HTML reads that as the same.
    'void-style': 'off',
    // A button of a form sends it, which is what `submit` would say.
    'no-implicit-button-type': 'off',
    // An event is found on a page by its id, which may begin with a digit, as HTML lets it.
    'valid-id': ['error', { relaxed: true }],
    // What is ours is named by its content; only what comes from elsewhere could be another thing tomorrow.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
