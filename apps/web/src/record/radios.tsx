// One of several, all of them seen at once.
import type { ComponentChildren } from 'preact';
import type { FieldFault } from '../page/forms.js';

export interface RadioOption {
  readonly value: string;
  readonly label: ComponentChildren;
}

/** One radio button; the first of its group takes the group's name as its id, so that a fault leads there. */
export function Radio({
  name,
  id,
  option: { value, label },
  chosen,
  described,
}: {
  readonly name: string;
  readonly id: string;
  readonly option: RadioOption;
  readonly chosen: string | undefined;
  readonly described?: string | undefined;
}) {
  return (
    <div class="choice">
      <input
        type="radio"
        class={name}
        id={id}
        name={name}
        value={value}
        checked={value === chosen}
        aria-describedby={described}
      />{' '}
      <label for={id}>{label}</label>
    </div>
  );
}

interface RadiosProps {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly faults: readonly FieldFault[];
  readonly options: readonly RadioOption[];
  readonly chosen: string | undefined;
}

export function Radios({ name, legend, hint, faults, options, chosen }: RadiosProps) {
  const fault = faults.find(({ field }) => field === name);
  return (
    <fieldset class={fault ? 'field faulty' : 'field'} aria-describedby={fault ? `${name}-fault` : undefined}>
      <legend>{legend}</legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {fault ? (
        <p class="fault" id={`${name}-fault`}>
          {fault.sentence}
        </p>
      ) : null}
      {options.map((option, at) => (
        <Radio
          key={option.value}
          name={name}
          id={at === 0 ? name : `${name}-${option.value}`}
          option={option}
          chosen={chosen}
        />
      ))}
    </fieldset>
  );
}
