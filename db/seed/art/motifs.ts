// Shared drawing functions for the seed illustrations: flat shapes, linocut cuts, a small palette.

export type Pt = readonly [number, number];

export const C = {
  paper: '#F4EFE4', ink: '#15171C', madder: '#9B1C1F', sea: '#0B5563', sky: '#BFD6D8', sand: '#E2C999',
  ochre: '#C98B2B', leaf: '#1F6B3A', olive: '#7A7F3A', night: '#14213D', dusk: '#D98E73', rose: '#E8C4B8',
} as const;

/** Mixes two #rrggbb colours; t = 0 gives a, t = 1 gives b. */
export const mix = (a: string, b: string, t: number): string => {
  const part = (h: string, i: number): number => parseInt(h.slice(1 + i * 2, 3 + i * 2), 16);
  const out = [0, 1, 2].map((i) => Math.round(part(a, i) + (part(b, i) - part(a, i)) * t));
  return `#${out.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
};
export const light = (a: string, t: number): string => mix(a, C.paper, t);
export const dark = (a: string, t: number): string => mix(a, C.ink, t);

const f = (v: number): string => String(Math.round(v * 10) / 10);

/** Small seeded generator (mulberry32): the pictures are the same on every run. */
export const rng = (seed: number): (() => number) => {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
export const each = (count: number, draw: (i: number) => string): string => range(count).map(draw).join('');

// ---- primitives -------------------------------------------------------------------------------------------

const attr = (extra: string): string => (extra ? ` ${extra}` : '');
export const p = (d: string, fill: string, extra = ''): string => `<path d="${d}" fill="${fill}"${attr(extra)}/>`;
export const st = (d: string, stroke: string, w = 4, extra = ''): string => {
  const cap = extra.includes('linecap') ? '' : ' stroke-linecap="round"';
  const fill = extra.includes('fill=') ? '' : ' fill="none"';
  return `<path d="${d}"${fill} stroke="${stroke}" stroke-width="${f(w)}"${cap} stroke-linejoin="round"${attr(extra)}/>`;
};
export const r = (x: number, y: number, w: number, h: number, fill: string, extra = ''): string =>
  `<rect x="${f(x)}" y="${f(y)}" width="${f(w)}" height="${f(h)}" fill="${fill}"${attr(extra)}/>`;
export const c = (x: number, y: number, rad: number, fill: string, extra = ''): string =>
  `<circle cx="${f(x)}" cy="${f(y)}" r="${f(rad)}" fill="${fill}"${attr(extra)}/>`;
export const e = (x: number, y: number, rx: number, ry: number, fill: string, extra = ''): string =>
  `<ellipse cx="${f(x)}" cy="${f(y)}" rx="${f(rx)}" ry="${f(ry)}" fill="${fill}"${attr(extra)}/>`;
export const pg = (points: string, fill: string, extra = ''): string => `<polygon points="${points}" fill="${fill}"${attr(extra)}/>`;
export const g = (transform: string, ...parts: string[]): string => `<g transform="${transform}">${parts.join('')}</g>`;
export const at = (x: number, y: number, s: number, ...parts: string[]): string =>
  g(`translate(${f(x)} ${f(y)}) scale(${Math.round(s * 1000) / 1000})`, ...parts);
export const flip = (x: number, y: number, s: number, ...parts: string[]): string =>
  g(`translate(${f(x)} ${f(y)}) scale(${-Math.round(s * 1000) / 1000} ${Math.round(s * 1000) / 1000})`, ...parts);
export const clip = (id: string, d: string, ...parts: string[]): string =>
  `<clipPath id="@${id}"><path d="${d}"/></clipPath><g clip-path="url(#@${id})">${parts.join('')}</g>`;
/** Vertical two-stop gradient; use it as fill url(#@id). */
export const grad = (id: string, top: string, bottom: string, horizontal = false): string =>
  `<linearGradient id="@${id}" x1="0" y1="0" x2="${horizontal ? 1 : 0}" y2="${horizontal ? 0 : 1}">` +
  `<stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`;

/** Smooth path through points (Catmull-Rom as cubic curves). */
export const smooth = (pts: readonly Pt[], close = false): string => {
  const k = pts.length;
  const get = (i: number): Pt => (close ? pts[((i % k) + k) % k] : pts[Math.max(0, Math.min(k - 1, i))]) ?? [0, 0];
  const start = get(0);
  let d = `M${f(start[0])} ${f(start[1])}`;
  for (let i = 0; i < (close ? k : k - 1); i += 1) {
    const [a, b, q, w] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    d += `C${f(b[0] + (q[0] - a[0]) / 6)} ${f(b[1] + (q[1] - a[1]) / 6)} `;
    d += `${f(q[0] - (w[0] - b[0]) / 6)} ${f(q[1] - (w[1] - b[1]) / 6)} ${f(q[0])} ${f(q[1])}`;
  }
  return close ? `${d}Z` : d;
};
export const blob = (pts: readonly Pt[], fill: string, extra = ''): string => p(smooth(pts, true), fill, extra);
/** Land: a smooth ridge closed down to `base`. */
export const hill = (pts: readonly Pt[], fill: string, base = 1000, extra = ''): string => {
  const [a, b] = [pts[0] ?? [0, 0], pts[pts.length - 1] ?? [0, 0]];
  return p(`${smooth(pts)}L${f(b[0])} ${base}L${f(a[0])} ${base}Z`, fill, extra);
};
/** Tapered limb between two circles. */
export const taper = (x1: number, y1: number, r1: number, x2: number, y2: number, r2: number): string => {
  const t = Math.atan2(y2 - y1, x2 - x1);
  const [s, k] = [Math.sin(t), Math.cos(t)];
  return `M${f(x1 + s * r1)} ${f(y1 - k * r1)}L${f(x2 + s * r2)} ${f(y2 - k * r2)}A${f(r2)} ${f(r2)} 0 0 1 ${f(x2 - s * r2)} ${f(y2 + k * r2)}` +
    `L${f(x1 - s * r1)} ${f(y1 + k * r1)}A${f(r1)} ${f(r1)} 0 0 1 ${f(x1 + s * r1)} ${f(y1 - k * r1)}Z`;
};

// ---- texture ----------------------------------------------------------------------------------------------

const line = (color: string): string => `<path d="M0 0L0 10" stroke="${color}" stroke-width="3"/>`;
const PATTERNS: Record<string, string> = {
  hatch: `<pattern id="@hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(38)">${line(C.ink)}</pattern>`,
  hatchP: `<pattern id="@hatchP" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(38)">${line(C.paper)}</pattern>`,
  dots: '<pattern id="@dots" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">' +
    `<circle cx="8" cy="8" r="3" fill="${C.ink}"/></pattern>`,
  dotsP: '<pattern id="@dotsP" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">' +
    `<circle cx="8" cy="8" r="3" fill="${C.paper}"/></pattern>`,
};
export const HATCH = 'url(#@hatch)';
export const DOTS = 'url(#@dots)';

/** Gouge marks like those of a lino cutter, scattered in a box. */
export const cuts = (seed: number, count: number, box: readonly [number, number, number, number], angle: number, len: number, color: string,
  opacity = 0.5, w = 3): string => {
  const rand = rng(seed);
  let d = '';
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [box[0] + rand() * box[2], box[1] + rand() * box[3]];
    const l = len * (0.5 + rand() * 0.8);
    const t = ((angle + (rand() - 0.5) * 8) * Math.PI) / 180;
    const [dx, dy] = [Math.cos(t) * l, Math.sin(t) * l];
    const [nx, ny] = [-Math.sin(t) * w, Math.cos(t) * w];
    d += `M${f(x)} ${f(y)}q${f(dx / 2 + nx)} ${f(dy / 2 + ny)} ${f(dx)} ${f(dy)}q${f(-dx / 2 - nx)} ${f(-dy / 2 - ny)} ${f(-dx)} ${f(-dy)}z`;
  }
  return p(d, color, `opacity="${opacity}"`);
};
/** Small specks as of ink that missed the paper. */
export const specks = (seed: number, count: number, box: readonly [number, number, number, number], size: number, color: string, opacity = 1): string => {
  const rand = rng(seed);
  let d = '';
  for (let i = 0; i < count; i += 1) {
    const s = size * (0.4 + rand() * 0.9);
    d += `M${f(box[0] + rand() * box[2])} ${f(box[1] + rand() * box[3])}m${f(-s)} 0a${f(s)} ${f(s)} 0 1 0 ${f(s * 2)} 0a${f(s)} ${f(s)} 0 1 0 ` +
      `${f(-s * 2)} 0`;
  }
  return p(d, color, `opacity="${opacity}"`);
};

/** A whole picture. Ids written as @name become unique to the scene. */
export const doc = (id: string, ground: string, ...parts: string[]): string => {
  const body = parts.join('');
  const defs = Object.entries(PATTERNS).filter(([k]) => body.includes(`#@${k})`)).map(([, v]) => v).join('');
  const rand = rng(id.length * 977 + id.charCodeAt(0));
  const grain = each(34, () => `<circle cx="${f(rand() * 180)}" cy="${f(rand() * 180)}" r="${f(0.6 + rand() * 1.2)}"/>`);
  const tile = `<pattern id="@grain" width="180" height="180" patternUnits="userSpaceOnUse"><g fill="${C.paper}">${grain}</g></pattern>`;
  const all = '<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="1000" viewBox="0 0 1500 1000">' +
    `<defs>${defs}${tile}</defs>${r(0, 0, 1500, 1000, ground)}${body}${r(0, 0, 1500, 1000, 'url(#@grain)', 'opacity="0.4"')}</svg>`;
  return all.replaceAll('#@', `#${id}-`).replaceAll('id="@', `id="${id}-`);
};

// ---- nature -----------------------------------------------------------------------------------------------

export const sun = (x: number, y: number, rad: number, fill: string, halo = ''): string =>
  (halo ? c(x, y, rad * 1.55, halo, 'opacity="0.35"') + c(x, y, rad * 1.25, halo, 'opacity="0.55"') : '') + c(x, y, rad, fill);
export const moon = (x: number, y: number, rad: number, fill: string): string =>
  p(`M${x} ${y - rad}A${rad} ${rad} 0 1 0 ${x + rad} ${y + rad * 0.15}A${rad * 0.82} ${rad * 0.82} 0 1 1 ${x} ${y - rad}Z`, fill);
export const stars = (seed: number, count: number, box: readonly [number, number, number, number], color: string): string =>
  specks(seed, count, box, 3.2, color);
/** Wavy band from y down to base. */
export const waves = (y: number, amp: number, len: number, fill: string, phase = 0, base = 1000, x0 = 0, x1 = 1500): string => {
  let d = `M${x0} ${base}L${x0} ${f(y)}`;
  for (let x = x0 - (phase % 1) * len; x < x1; x += len) d += `Q${f(x + len * 0.25)} ${f(y - amp)} ${f(x + len * 0.5)} ${f(y)}T${f(x + len)} ${f(y)}`;
  return p(`${d}L${x1} ${base}Z`, fill);
};
/** Rows of horizontal glints, wider towards the viewer. */
export const glints = (seed: number, count: number, box: readonly [number, number, number, number], color: string, opacity = 0.7, size = 1): string => {
  const rand = rng(seed);
  let d = '';
  for (let i = 0; i < count; i += 1) {
    const t = rand();
    const [l, w] = [(18 + t * 90) * size, (1 + t * 4) * size];
    d += `M${f(box[0] + rand() * box[2])} ${f(box[1] + t * box[3])}q${f(l / 2)} ${f(-w * 2)} ${f(l)} 0q${f(-l / 2)} ${f(w)} ${f(-l)} 0z`;
  }
  return p(d, color, `opacity="${opacity}"`);
};
export const cloud = (x: number, y: number, w: number, fill: string, extra = ''): string =>
  p(`M${x} ${y}q${w * 0.06} ${-w * 0.08} ${w * 0.2} ${-w * 0.07}q${w * 0.06} ${-w * 0.12} ${w * 0.24} ${-w * 0.09}` +
    `q${w * 0.1} ${-w * 0.05} ${w * 0.2} ${w * 0.05}` +
    `q${w * 0.16} ${-w * 0.03} ${w * 0.2} ${w * 0.05}q${w * 0.12} 0 ${w * 0.16} ${w * 0.06}z`, fill, extra);
export const gull = (x: number, y: number, s: number, fill: string, extra = ''): string =>
  at(x, y, s, p('M0 0Q-22 -26 -62 -20Q-34 -14 -12 8Q0 14 10 8Q34 -16 60 -26Q24 -30 0 0Z', fill, extra));
/** Feathered frond on a drooping curve. */
export const frond = (x: number, y: number, len: number, angle: number, droop: number, fill: string, leaf = 0.26): string => {
  const t0 = (angle * Math.PI) / 180;
  const at1 = (t: number): Pt => [x + Math.cos(t0) * len * t, y + Math.sin(t0) * len * t + droop * t * t];
  const [k, edge1, edge2] = [11, [] as string[], [] as string[]];
  for (let i = 1; i <= k; i += 1) {
    const [q, z] = [at1(i / k), at1(Math.min(1.06, (i + 0.9) / k))];
    const a = Math.atan2(z[1] - q[1], z[0] - q[0]);
    const l = len * leaf * Math.sin(Math.PI * (0.18 + 0.72 * (i / k)));
    const tip = (o: number): string => `L${f(q[0] + Math.cos(a + o) * l)} ${f(q[1] + Math.sin(a + o) * l)}L${f(q[0])} ${f(q[1])}`;
    edge1.push(tip(0.75));
    edge2.unshift(tip(-0.75));
  }
  const end = at1(1.08);
  const m = at1(0.5);
  return p(`M${f(x)} ${f(y)}${edge1.join('')}L${f(end[0])} ${f(end[1])}${edge2.join('')}Z`, fill) +
    st(`M${f(x)} ${f(y)}Q${f(m[0])} ${f(m[1] - droop * 0.25)} ${f(end[0])} ${f(end[1])}`, fill, Math.max(2, len * 0.022));
};
export const palm = (x: number, y: number, h: number, fill: string, trunk: string, lean = 0): string => {
  const [tx, ty, w] = [x + lean, y - h, h * 0.035];
  const body = `M${f(x - w * 1.3)} ${f(y)}Q${f(x - w)} ${f(y - h * 0.5)} ${f(tx - w * 0.7)} ${f(ty)}L${f(tx + w * 0.7)} ${f(ty)}` +
    `Q${f(x + w * 1.2)} ${f(y - h * 0.5)} ${f(x + w * 1.3)} ${f(y)}Z`;
  const l = h * 0.46;
  const angles: readonly Pt[] = [[-172, 0.5], [-8, 0.5], [-150, 0.42], [-30, 0.42], [-122, 0.3], [-58, 0.3], [-90, 0.1], [165, 0.55], [15, 0.55]];
  return p(body, trunk) + angles.map(([a, dr]) => frond(tx, ty, l, a, l * dr, fill)).join('');
};
export const cypress = (x: number, y: number, h: number, fill: string): string =>
  p(`M${f(x)} ${f(y - h)}C${f(x + h * 0.14)} ${f(y - h * 0.6)} ${f(x + h * 0.15)} ${f(y - h * 0.15)} ${f(x)} ${f(y)}` +
    `C${f(x - h * 0.15)} ${f(y - h * 0.15)} ${f(x - h * 0.14)} ${f(y - h * 0.6)} ${f(x)} ${f(y - h)}Z`, fill);
/** Leaf shape from (0,0) along angle. */
export const leafAt = (x: number, y: number, len: number, angle: number, fill: string, fat = 0.3): string =>
  g(`translate(${f(x)} ${f(y)}) rotate(${f(angle)})`, p(`M0 0Q${f(len * 0.4)} ${f(-len * fat)} ${f(len)} 0Q${f(len * 0.4)} ${f(len * fat)} 0 0Z`, fill));
/** Round crown of many small lobes. */
export const crown = (seed: number, x: number, y: number, rx: number, ry: number, fill: string, lobes = 13): string => {
  const rand = rng(seed);
  return e(x, y, rx * 0.86, ry * 0.86, fill) + each(lobes, (i) => {
    const a = (i / lobes) * Math.PI * 2;
    return e(x + Math.cos(a) * rx * 0.74, y + Math.sin(a) * ry * 0.74, rx * (0.24 + rand() * 0.14), ry * (0.26 + rand() * 0.14), fill);
  });
};
