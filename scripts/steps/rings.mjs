// Plane geometry of closed rings, each a list of [x, y] whose last point is its first.

const sides = (ring) => ring.slice(1).map((point, index) => [ring[index], point]);

const signedArea = (ring) =>
  sides(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay), 0) / 2;

export const areaOf = (ring) => Math.abs(signedArea(ring));

/** By the even-odd rule. */
export function contains(ring, [x, y]) {
  const crossed = sides(ring).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax,
  );
  return crossed.length % 2 === 1;
}

/** The centroid where it lies within; else the point of a grid that is farthest from the border. */
export function centreOf(ring) {
  const centroid = centroidOf(ring);
  if (contains(ring, centroid)) return centroid;
  const inside = gridOver(ring).filter((point) => contains(ring, point));
  const far = inside.map((point) => ({ point, distance: distanceToBorder(ring, point) }));
  return far.sort((a, b) => b.distance - a.distance)[0]?.point ?? ring[0];
}

function centroidOf(ring) {
  const six = signedArea(ring) * 6;
  const sums = sides(ring).reduce(
    ([sumX, sumY], [[ax, ay], [bx, by]]) => {
      const cross = ax * by - bx * ay;
      return [sumX + (ax + bx) * cross, sumY + (ay + by) * cross];
    },
    [0, 0],
  );
  return six === 0 ? ring[0] : sums.map((sum) => sum / six);
}

function gridOver(ring, steps = 24) {
  const [xs, ys] = [0, 1].map((axis) => ring.map((point) => point[axis]));
  const along = (values, step) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return low + ((high - low) * (step + 0.5)) / steps;
  };
  const each = [...Array(steps).keys()];
  return each.flatMap((column) => each.map((row) => [along(xs, column), along(ys, row)]));
}

const distanceToBorder = (ring, [x, y]) => Math.min(...ring.map(([px, py]) => Math.hypot(px - x, py - y)));
