// A part of the form that is drawn anew keeps what was typed into it meanwhile, the folds that are open, and the focus; and
// what it has to say (`data-says`) is said beside it, once.

const form = document.getElementById('record');
const isChoice = ({ type }) => type === 'radio' || type === 'checkbox';
const keyOf = (control) => `${control.name} ${isChoice(control) ? control.value : ''}`;
const controls = () =>
  [...form.elements].filter(({ name, type }) => name && !['hidden', 'submit'].includes(type));
const folds = () => [...form.querySelectorAll('details[id]')];
/** By the request that draws: two may be under way. */
const kept = new WeakMap();

document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  const { activeElement: element } = document;
  kept.set(ctx, {
    controls: new Map(
      controls().map((control) => [
        keyOf(control),
        { control, value: control.value, checked: control.checked },
      ]),
    ),
    folds: new Map(folds().map(({ id, open }) => [id, open])),
    focus: form.contains(element)
      ? { element, text: element.value, from: element.selectionStart }
      : undefined,
  });
});

// Before anything else looks at what was drawn.
document.addEventListener(
  'htmx:after:swap',
  ({ detail: { ctx } }) => {
    const before = kept.get(ctx);
    if (!before) return;
    for (const control of controls()) {
      const was = before.controls.get(keyOf(control));
      if (!was || was.control === control) continue;
      if (isChoice(control)) control.checked = was.checked;
      else control.value = was.value;
    }
    for (const fold of folds()) fold.open = before.folds.get(fold.id) ?? fold.open;
  },
  true,
);

// After everything else.
document.addEventListener('htmx:finally:swap', ({ target, detail: { ctx } }) => {
  const { focus } = kept.get(ctx) ?? {};
  if (focus && !form.contains(document.activeElement)) refocus(focus, target);
  for (const part of document.querySelectorAll('[data-says]')) {
    const said = document.getElementById(`${part.id}-said`);
    if (said && said.textContent !== part.dataset.says) said.textContent = part.dataset.says;
  }
});

function refocus({ element, text, from }, target) {
  const again = element.isConnected ? element : twinOf(element);
  if (!again) {
    // It is not there any more: the part that was drawn in its place takes the focus.
    const part = document.querySelector(target.getAttribute('hx-target') ?? '#record');
    part.tabIndex = -1;
    part.focus();
    return;
  }
  again.focus();
  if (again.role !== 'combobox' || again.value === text) return;
  again.value = text;
  again.setSelectionRange(from, from);
  again.dispatchEvent(new Event('input'));
}

function twinOf(element) {
  if (element.localName === 'summary')
    return document.querySelector(`#${element.parentElement.id} > summary`);
  const twin = element.form === form && controls().find((control) => keyOf(control) === keyOf(element));
  return twin || document.getElementById(element.id);
}
