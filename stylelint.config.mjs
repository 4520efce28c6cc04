// The styles serve two writing directions and two themes, so that sides are logical and colours are tokens.

/** One value: a word, or a function with what is in its brackets. */
const value = String.raw`(?:[^\s()]+|[\w-]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))`;
/** Four values go round by the clock, and so name a left and a right. */
const fourValues = new RegExp(`^${value}(?:\\s+${value}){3}$`);
const colourFunctions = [
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'hwb',
  'lab',
  'lch',
  'oklab',
  'oklch',
  'color',
  'color-mix',
  'light-dark',
];

export default {
  plugins: ['stylelint-use-logical'],
  rules: {
    'csstools/use-logical': 'always',
    // What that rule lets pass.
    'property-disallowed-list': [
      [/^border-(?:left|right|top|bottom)/, /^scroll-(?:margin|padding)-(?:left|right|top|bottom)$/],
      { message: 'Name the side by the direction of writing: inline or block, start or end.' },
    ],
    'declaration-property-value-disallowed-list': [
      {
        '/^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/': [fourValues],
        '/^(?:float|clear|text-align|caption-side)$/': ['left', 'right'],
      },
      { message: 'Name the sides by the direction of writing, in -block and -inline.' },
    ],

    'color-no-hex': [true, { message: 'Colours are tokens, in tokens.css.' }],
    'color-named': ['never', { message: 'Colours are tokens, in tokens.css.' }],
    'function-disallowed-list': [colourFunctions, { message: 'Colours are tokens, in tokens.css.' }],
    'declaration-no-important': [true, { message: 'The layers say what wins.' }],
    'selector-max-id': [0, { message: 'A class: an id outweighs all of them.' }],

    'at-rule-no-unknown': true,
    'block-no-empty': true,
    'comment-no-empty': true,
    'custom-property-no-missing-var-function': true,
    'declaration-block-no-duplicate-properties': true,
    'declaration-block-no-shorthand-property-overrides': true,
    'font-family-no-missing-generic-family-keyword': true,
    'function-calc-no-unspaced-operator': true,
    'function-no-unknown': true,
    'media-feature-name-no-unknown': true,
    'no-duplicate-selectors': true,
    'no-invalid-double-slash-comments': true,
    'property-no-deprecated': true,
    'property-no-unknown': true,
    'property-no-vendor-prefix': true,
    'selector-pseudo-class-no-unknown': true,
    'selector-pseudo-element-no-unknown': true,
    'selector-type-no-unknown': true,
    'unit-no-unknown': true,
    'declaration-property-value-no-unknown': true,
  },
  overrides: [
    {
      files: ['**/tokens.css'],
      rules: { 'color-no-hex': null, 'function-disallowed-list': null },
    },
  ],
};
