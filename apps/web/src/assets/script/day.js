// A reading of a day is taken without sending the form.
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-reads]');
  if (!button) return;
  event.preventDefault();
  const field = document.getElementById(button.dataset.reads);
  field.value = button.value;
  field.focus();
  field.dispatchEvent(new Event('change', { bubbles: true }));
});
