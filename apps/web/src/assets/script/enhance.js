// Small comforts; every page works without them.

// The error summary takes the focus, so that a screen reader begins there.
document.querySelector('.error-summary')?.focus();
