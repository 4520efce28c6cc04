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
  const said = document.createElement('p');
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
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  select.before(box);
  box.append(input, list, said, select);
  input.value = chosenText(select);
  listen({ input, list, said, select });
  globalThis.htmx?.process(input);
  if (select.autofocus) input.focus();
}

const chosenText = (select) => (select.value === '' ? '' : (select.selectedOptions[0]?.textContent ?? ''));

/** Everything that can be chosen, as suggestions. */
const everything = (select) =>
  [...select.options].flatMap(({ value, textContent }) => {
    if (value === '') return [];
    const option = document.createElement('li');
    const name = document.createElement('bdi');
    name.textContent = textContent;
    option.dataset.value = value;
    option.setAttribute('role', 'option');
    option.append(name);
    return [option];
  });

function listen({ input, list, said, select }) {
  let active = -1;
  let timer;
  /** What is typed was not answered yet. */
  let searching = false;
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
    input.value = value === '' ? input.value : chosenText(select);
    show(false);
    if (changes) select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const pick = (option) => choose(option.dataset.value, option.querySelector('bdi').textContent);
  const search = () => {
    clearTimeout(timer);
    input.dispatchEvent(new Event('find'));
  };
  /** All there is, where nothing is being looked for. */
  const showAll = () => {
    if (searching || (input.value !== '' && input.value !== chosenText(select))) return;
    list.replaceChildren(...everything(select));
    show(list.children.length > 0);
    mark(options().findIndex(({ dataset }) => dataset.value === select.value));
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    searching = input.value.trim() !== '';
    if (searching) timer = setTimeout(search, QUIET_MS);
    else choose('', '');
  });
  // What the field shows is not what is chosen until it is: such a change is none of the form's.
  input.addEventListener('change', (event) => event.stopPropagation());
  input.addEventListener('htmx:after:swap', () => {
    searching = false;
    const found = options();
    // Whoever typed and went on means the first that was found.
    if (document.activeElement !== input) {
      if (found[0]) pick(found[0]);
      else input.value = chosenText(select);
    } else {
      show(list.children.length > 0);
      mark(found.length > 0 ? 0 : -1);
    }
    said.textContent = list.firstElementChild?.dataset.says ?? '';
  });
  input.addEventListener('keydown', (event) => {
    const { key, altKey } = event;
    const count = options().length;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (altKey && key === 'ArrowUp') return show(false);
      if (!isOpen()) {
        showAll();
        if (!altKey && active === -1) mark(key === 'ArrowDown' ? 0 : options().length - 1);
      } else if (key === 'ArrowDown') mark((active + 1) % count);
      else mark(active < 1 ? count - 1 : active - 1);
    } else if (key === 'Enter' && isOpen() && options()[active]) {
      event.preventDefault();
      pick(options()[active]);
    } else if (key === 'Tab' && isOpen() && options()[active]) {
      pick(options()[active]);
    } else if (key === 'Escape') {
      if (isOpen()) event.preventDefault();
      show(false);
      clearTimeout(timer);
      searching = false;
      input.value = chosenText(select);
    }
  });
  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => isOpen() || showAll());
  // The field keeps the focus; what is chosen is what the pointer is let go over.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]:not([aria-disabled])');
    if (option) pick(option);
  });
  input.addEventListener('blur', () => {
    show(false);
    if (searching) search();
    else input.value = chosenText(select);
  });
}

const upgradeAll = () => {
  for (const select of document.querySelectorAll('select[data-find]:not([data-found])')) upgrade(select);
};

upgradeAll();
document.addEventListener('htmx:after:swap', upgradeAll);
