// What the fields of a form are called, as the form itself says it: so that a fault above the form can name its field.
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';

const Names = createContext<Map<string, string> | undefined>(undefined);

/** Told by every field. */
export function useFieldName(name: string, label: ComponentChildren): void {
  const names = useContext(Names);
  if (typeof label === 'string') names?.set(name, label);
}

/** The labels of the fields that are drawn, by their names, in the order in which they stand. */
export function fieldNames(form: ComponentChildren): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  renderToString(<Names.Provider value={names}>{form}</Names.Provider>);
  return names;
}
