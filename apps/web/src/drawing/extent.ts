// Which part of the world a map shows, and where marks stand on it without covering one another.
import { WORLD } from './world.js';

/** A rectangle in units of the asset, of the shape of the world. */
export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Extent = { x: 0, y: 0, width: WORLD.width, height: WORLD.height };

/** At most so much closer. */
const CLOSEST = 0.16;

/** The smallest part of the world that has all of these places, with room around them. */
export function extentOf(places: readonly (readonly [x: number, y: number])[]): Extent {
  if (places.length === 0) return WHOLE;
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const share = Math.max(
    ((right - left) * 1.2) / WHOLE.width,
    ((bottom - top) * 1.3) / WHOLE.height,
    CLOSEST,
  );
  if (share >= 1) return WHOLE;
  const [width, height] = [Math.round(WHOLE.width * share), Math.round(WHOLE.height * share)];
  const within = (middle: number, size: number, whole: number) =>
    Math.round(Math.min(whole - size, Math.max(0, middle - size / 2)));
  return {
    x: within((left + right) / 2, width, WHOLE.width),
    y: within((top + bottom) / 2, height, WHOLE.height),
    width,
    height,
  };
}

/** A mark, where it belongs and where it stands, in percent of the map. */
export interface Placed<Item> {
  readonly item: Item;
  readonly at: readonly [x: number, y: number];
  readonly stands: readonly [x: number, y: number];
}

/** How wide a map is taken to be, in px, and how far apart the middles of marks stand on it. */
const MAP_PX = 960;
const APART_PX = 13;

/** Marks pushed apart from one another, each as little as may be; always the same for the same places. */
export function spread<Item>(
  items: readonly { readonly item: Item; readonly place: readonly [x: number, y: number] }[],
  extent: Extent,
): Placed<Item>[] {
  const px = extent.width / MAP_PX;
  const stands = items.map(({ place: [x, y] }) => ({ x: (x - extent.x) / px, y: (y - extent.y) / px }));
  for (let round = 0; round < 40; round++) if (!pushedApart(stands)) break;
  const height = extent.height / px;
  return items.map(({ item, place: [x, y] }, index) => ({
    item,
    at: [((x - extent.x) / extent.width) * 100, ((y - extent.y) / extent.height) * 100],
    stands: [((stands[index]?.x ?? 0) / MAP_PX) * 100, ((stands[index]?.y ?? 0) / height) * 100],
  }));
}

interface Point {
  x: number;
  y: number;
}

/** One round; whether anything had to move. */
function pushedApart(points: readonly Point[]): boolean {
  let moved = false;
  points.forEach((a, index) => {
    for (const b of points.slice(index + 1)) {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const distance = Math.hypot(dx, dy);
      if (distance >= APART_PX) continue;
      moved = true;
      const push = (APART_PX - distance) / 2 + 0.01;
      // Two at the very same place part sideways.
      const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
      a.x -= ux * push;
      a.y -= uy * push;
      b.x += ux * push;
      b.y += uy * push;
    }
  });
  return moved;
}
