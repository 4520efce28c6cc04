// Visvalingam and Whyatt, "Line generalisation by repeated elimination of points" (1993).

/** The line without the points that, as projected, span with their neighbours a triangle smaller than `detail`. Its ends stay. */
export function simplifyArc(arc, detail, project) {
  const points = arc.map((point) => ({ point, at: project(point) }));
  const least = isClosed(arc) ? 4 : 2;
  while (points.length > least) {
    let [smallest, where] = [Infinity, -1];
    for (let index = 1; index < points.length - 1; index++) {
      const area = triangle(points[index - 1].at, points[index].at, points[index + 1].at);
      if (area < smallest) [smallest, where] = [area, index];
    }
    if (smallest >= detail) break;
    points.splice(where, 1);
  }
  return points.map(({ point }) => point);
}

const isClosed = (arc) => arc[0][0] === arc.at(-1)[0] && arc[0][1] === arc.at(-1)[1];

const triangle = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
