// Turns each list of states or bodies into a field that finds names in any script and spelling: a combobox with a list of
// suggestions, as the ARIA Authoring Practices have it. The list itself stays the field of the form.

const QUIET_MS = 120;

/** @param {HTMLSelectElement} select */
function upgrade(select) {
  const name = select.id;
  const label = document.querySelector(`label[for="${CSS.escape(name)}"]`);
  const box = document.createElement('div');
  box.className = 'combobox';
  const input = document.createElement('input');
  const list = document.createElement('ul');
  select.id = `${name}-all`;
  select.hidden = true;
  select.dataset.found = name;
  Object.assign(input, { id: name, type: 'text', autocomplete: 'off', dir: 'auto', maxLength: 200 });
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${name}-options`,
    'hx-get': select.dataset.find,
    'hx-trigger': `find`,
    'hx-target': `#${name}-options`,
    'hx-swap': 'innerHTML',
    'hx-sync': 'this:replace',
  };
  for (const [attribute, value] of Object.entries(attributes)) input.setAttribute(attribute, value);
  for (const attribute of ['aria-describedby', 'aria-invalid'])
    if (select.hasAttribute(attribute)) input.setAttribute(attribute, select.getAttribute(attribute));
  // Sent with a search only: the form has no such field.
  input.setAttribute('form', `${name}-search`);
  input.name = 'q';
  Object.assign(list, { id: `${name}-options`, hidden: true });
  list.setAttribute('role', 'listbox');
  if (label) list.setAttribute('aria-label', label.textContent);
  select.before(box);
  box.append(input, list, select);
  input.value = chosenText(select);
  listen(input, list, select);
  globalThis.htmx?.process(input);
  if (select.autofocus) input.focus();
}

const chosenText = (select) => (select.value === '' ? '' : (select.selectedOptions[0]?.textContent ?? ''));

function listen(input, list, select) {
  let active = -1;
  let timer;
  const options = () => [...list.querySelectorAll('[role="option"]:not([aria-disabled])')];
  const isOpen = () => !list.hidden;

  const show = (open) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) mark(-1);
  };
  const mark = (index) => {
    active = index;
    options().forEach((option, at) => {
      option.id = `${input.id}-option-${String(at)}`;
      option.setAttribute('aria-selected', String(at === index));
    });
    const option = options()[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const choose = (value, text) => {
    if (value !== '' && ![...select.options].some((option) => option.value === value)) {
      const option = document.createElement('option');
      Object.assign(option, { value, textContent: text });
      select.add(option);
    }
    const changes = select.value !== value;
    select.value = value;
    input.value = chosenText(select);
    show(false);
    if (changes) select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const pick = (option) => choose(option.dataset.value, option.querySelector('bdi').textContent);

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim() === '') return choose('', '');
    timer = setTimeout(() => input.dispatchEvent(new Event('find')), QUIET_MS);
  });
  // What the field shows is not what is chosen until it is: such a change is none of the form's.
  input.addEventListener('change', (event) => event.stopPropagation());
  input.addEventListener('htmx:after:swap', () => {
    if (document.activeElement !== input) return;
    show(list.children.length > 0);
    mark(options().length > 0 ? 0 : -1);
  });
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen() && list.children.length > 0 && input.value !== '') show(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) mark((active + step + count) % count);
    } else if (event.key === 'Enter' && isOpen() && options()[active]) {
      event.preventDefault();
      pick(options()[active]);
    } else if (event.key === 'Tab' && isOpen() && options()[active]) {
      pick(options()[active]);
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      show(false);
    }
  });
  list.addEventListener('pointerdown', (event) => {
    // The field keeps the focus.
    event.preventDefault();
    const option = event.target.closest('[role="option"]:not([aria-disabled])');
    if (option) pick(option);
  });
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    show(false);
    input.value = chosenText(select);
  });
}

const upgradeAll = () => {
  for (const select of document.querySelectorAll('select[data-find]:not([data-found])')) upgrade(select);
};

upgradeAll();
document.addEventListener('htmx:after:swap', upgradeAll);
