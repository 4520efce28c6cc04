import { assetPath } from '../assets/assets.js';

/** What makes a form of an act quicker to fill in, where scripts run. */
export const FormScripts = () => (
  <>
    {['redraw.js', 'find.js', 'day.js'].map((name) => (
      <script key={name} src={assetPath(name)} defer />
    ))}
  </>
);

/** What Enter in a field does: to go on, and not what the first button on the way would do. */
export const OnEnter = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <button hidden name={name} value={value} />
);
