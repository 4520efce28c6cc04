/** Where one stands among values in ascending order: what one could go to from there. */
export interface Place<Value> {
  /** Undefined where one stands on it. */
  readonly first: Value | undefined;
  readonly previous: Value | undefined;
  readonly next: Value | undefined;
}

export function placeAmong<Value extends string | number>(values: readonly Value[], at: Value): Place<Value> {
  return {
    first: values[0] === at ? undefined : values[0],
    previous: values.findLast((value) => value < at),
    next: values.find((value) => value > at),
  };
}
