// Shared drawing functions, second half: people, houses, arches, boats, small objects.
import { C, at, c, dark, e, each, flip, g, light, mix, p, pg, r, st, taper } from './motifs.ts';
import type { Pt } from './motifs.ts';

const f = (v: number): string => String(Math.round(v * 10) / 10);
export const SKIN = mix(C.dusk, C.ink, 0.32);
export const SKIN2 = mix(C.dusk, C.ink, 0.5);

// ---- people -----------------------------------------------------------------------------------------------

type Arm = readonly [number, number, number, number];
interface Look {
  top?: string; legs?: string; skin?: string; hair?: string;
  /** Elbow and hand of each arm, in figure units: feet at 0 0, height 100 upwards. */
  arms?: readonly [Arm, Arm];
  mirror?: boolean;
}
const armPath = (sx: number, a: Arm, sleeve: string, skin: string): string =>
  p(taper(a[0], a[1], 3, a[2], a[3], 2.4), skin) + p(taper(sx, -77, 4.6, a[0], a[1], 3.6), sleeve) + c(a[2], a[3], 3, skin);

/** Standing figure: 'man', 'woman' (headscarf and long dress), 'robe' (long robe), 'child', 'girl'. */
export const figure = (kind: 'man' | 'woman' | 'robe' | 'child' | 'girl', x: number, y: number, h: number, o: Look = {}): string => {
  const [top, legs, skin] = [o.top ?? C.ink, o.legs ?? dark(o.top ?? C.ink, 0.4), o.skin ?? SKIN];
  const hair = o.hair ?? C.ink;
  const [a, b] = o.arms ?? [[-15, -62, -13, -48], [15, -62, 13, -48]];
  const young = kind === 'child' || kind === 'girl';
  let body = '';
  if (kind === 'man' || kind === 'child') {
    body = p('M-10 -50L-9 0L-1 0L0 -40L2 0L10 0L10 -50Z', legs) + p('M-9 -46L-13 -75Q-12 -83 -4 -84L4 -84Q12 -83 13 -75L10 -46Z', top);
  } else if (kind === 'robe') {
    body = p('M-4 -84Q-13 -82 -13 -70L-17 -1Q0 3 17 -1L13 -70Q13 -82 4 -84Z', top);
  } else if (kind === 'girl') {
    body = p('M-8 -30L-7 0L-1 0L0 -26L1 0L7 0L8 -30Z', legs) + p('M-4 -84Q-11 -82 -10 -66L-18 -26Q0 -20 18 -26L10 -66Q11 -82 4 -84Z', top);
  } else {
    body = p('M-4 -84Q-13 -80 -11 -54L-18 -2Q0 3 18 -2L11 -54Q13 -80 4 -84Z', top);
  }
  const [hx, hy] = young ? [8, 9] : [6, 7.4];
  let head = r(-2.6, -89, 5.2, 7, skin) + e(0.6, -92, hx, hy, skin);
  if (kind === 'woman') {
    head = p('M-8 -93Q-8 -102 0 -102Q8 -102 8 -93Q9 -86 12 -77Q0 -71 -12 -77Q-9 -86 -8 -93Z', hair) + e(1.6, -92, 4.4, 5.6, skin);
  } else if (kind === 'girl') {
    head += p('M-8 -84Q-11 -104 1 -103Q11 -102 9 -91Q3 -96 -3 -95Q-6 -90 -8 -84Z', hair) + p('M-7 -92Q-16 -88 -12 -76Q-7 -82 -5 -90Z', hair);
  } else {
    head += p(`M${-hx} -90Q${-hx - 1} -102 1 -102Q${hx + 2} -101 ${hx} -94Q2 -97 -2 -95Q-4 -91 ${-hx} -90Z`, hair);
  }
  const parts = armPath(-10, a, top, skin) + body + head + armPath(10, b, top, skin);
  return (o.mirror ? flip : at)(x, y, h / 100, parts);
};

export interface Pose {
  head: Pt; sh: Pt; hip: Pt;
  armB: readonly [Pt, Pt]; armF: readonly [Pt, Pt];
  legB: readonly [Pt, Pt, Pt]; legF: readonly [Pt, Pt, Pt];
}
interface Kit { shirt: string; shorts: string; skin?: string; shoes?: string; hair?: string; sleeve?: boolean; long?: boolean; scarf?: boolean }
/** Athletic figure from joints, in units of about 100 for a standing person (y downwards). */
export const athlete = (x: number, y: number, s: number, q: Pose, k: Kit, mirror = false): string => {
  const [skin, shoes] = [k.skin ?? SKIN, k.shoes ?? C.ink];
  const leg = (l: readonly [Pt, Pt, Pt], tone: string): string => {
    const [kn, an, toe] = l;
    const mid: Pt = [q.hip[0] + (kn[0] - q.hip[0]) * 0.62, q.hip[1] + (kn[1] - q.hip[1]) * 0.62];
    const cloth = k.long ? k.shorts : tone;
    return p(taper(an[0], an[1], 2.6, toe[0], toe[1], 2), shoes) + p(taper(kn[0], kn[1], 4.4, an[0], an[1], 2.5), cloth) +
      p(taper(q.hip[0], q.hip[1], 7, kn[0], kn[1], 4.4), cloth) + p(taper(q.hip[0], q.hip[1], 8, mid[0], mid[1], 6.8), k.shorts);
  };
  const arm = (a: readonly [Pt, Pt], tone: string): string => {
    const [el, ha] = a;
    const t = k.sleeve ? 1 : 0.5;
    return p(taper(el[0], el[1], 2.9, ha[0], ha[1], 2.1), tone) + c(ha[0], ha[1], 2.8, tone) + p(taper(q.sh[0], q.sh[1], 4, el[0], el[1], 2.9), tone) +
      p(taper(q.sh[0], q.sh[1], 5, q.sh[0] + (el[0] - q.sh[0]) * t, q.sh[1] + (el[1] - q.sh[1]) * t, 3.9), k.shirt);
  };
  const back = dark(skin, 0.22);
  const a = Math.atan2(q.head[1] - q.sh[1], q.head[0] - q.sh[0]);
  const turn = (a * 180) / Math.PI + 90;
  const hair = k.scarf ? p('M-7 8Q-9 -9 1 -9Q8 -9 6 -3Q1 -5 0 2Q1 8 4 11Q-3 13 -7 8Z', k.hair ?? C.ink)
    : p('M-6.6 3Q-8.6 -9 1 -8.6Q8 -8 6 -3Q1 -4.6 -2 -2Q-3 3 -6.6 3Z', k.hair ?? C.ink);
  const head = p(taper(q.sh[0], q.sh[1], 3.4, q.head[0], q.head[1], 3), skin) +
    g(`translate(${f(q.head[0])} ${f(q.head[1])}) rotate(${f(turn)})`, e(0, 0, 6, 7.2, skin), hair);
  const parts = arm(q.armB, back) + leg(q.legB, back) + leg(q.legF, skin) + head + p(taper(q.sh[0], q.sh[1], 8.6, q.hip[0], q.hip[1], 7), k.shirt) +
    arm(q.armF, skin);
  return (mirror ? flip : at)(x, y, s, parts);
};
/** Row of heads and shoulders seen from behind. */
export const heads = (y: number, x0: number, step: number, count: number, size: number, fill: string, wob = 0.3): string =>
  each(count, (i) => {
    const [x, yy] = [x0 + i * step, y + Math.sin(i * 2.3) * size * wob];
    return e(x, yy, size * 0.46, size * 0.56, fill) +
      p(`M${f(x - size)} ${f(yy + size * 1.8)}Q${f(x - size)} ${f(yy + size * 0.62)} ${f(x)} ${f(yy + size * 0.6)}` +
        `Q${f(x + size)} ${f(yy + size * 0.62)} ${f(x + size)} ${f(yy + size * 1.8)}Z`, fill);
  });

// ---- building ---------------------------------------------------------------------------------------------

/** Pointed arch standing on y, as path data. */
export const archD = (x: number, y: number, w: number, h: number): string => {
  const [sp, top, m] = [y - h + w * 0.62, y - h, x + w / 2];
  return `M${f(x)} ${f(y)}L${f(x)} ${f(sp)}C${f(x)} ${f(sp - w * 0.34)} ${f(m - w * 0.2)} ${f(top + w * 0.1)} ${f(m)} ${f(top)}` +
    `C${f(m + w * 0.2)} ${f(top + w * 0.1)} ${f(x + w)} ${f(sp - w * 0.34)} ${f(x + w)} ${f(sp)}L${f(x + w)} ${f(y)}Z`;
};
/** Round arch standing on y, as path data. */
export const roundD = (x: number, y: number, w: number, h: number): string =>
  `M${f(x)} ${f(y)}L${f(x)} ${f(y - h + w / 2)}A${f(w / 2)} ${f(w / 2)} 0 0 1 ${f(x + w)} ${f(y - h + w / 2)}L${f(x + w)} ${f(y)}Z`;
export const arch = (x: number, y: number, w: number, h: number, fill: string, extra = ''): string => p(archD(x, y, w, h), fill, extra);

/** Flat-roofed house standing on y with a shaded side and arched windows. */
export const house = (x: number, y: number, w: number, h: number, fill: string, hole: string, cols = 2, rows = 2, door = false): string => {
  const [cw, rh] = [w / (cols + 0.3), h / (rows + 0.35)];
  const win = each(cols * rows, (i) => {
    const [k, j] = [i % cols, Math.floor(i / cols)];
    const ww = Math.min(cw * 0.42, rh * 0.36);
    return p(roundD(x + cw * (k + 0.42) - ww / 2, y - h + rh * (j + 0.92), ww, Math.min(rh * 0.6, ww * 1.9)), hole);
  });
  return r(x, y - h, w, h, fill) + r(x + w * 0.84, y - h, w * 0.16, h, dark(fill, 0.16)) + r(x - w * 0.03, y - h - 7, w * 1.06, 12, dark(fill, 0.28)) +
    win + (door ? arch(x + w * 0.32, y, w * 0.24, Math.min(h * 0.36, w * 0.5), hole) : '');
};
export const dome = (x: number, y: number, w: number, fill: string): string =>
  p(`M${f(x - w / 2)} ${f(y)}C${f(x - w * 0.56)} ${f(y - w * 0.42)} ${f(x - w * 0.16)} ${f(y - w * 0.56)} ${f(x)} ${f(y - w * 0.74)}` +
    `C${f(x + w * 0.16)} ${f(y - w * 0.56)} ${f(x + w * 0.56)} ${f(y - w * 0.42)} ${f(x + w / 2)} ${f(y)}Z`, fill);
export const minaret = (x: number, y: number, h: number, fill: string): string => {
  const w = h * 0.1;
  return r(x - w / 2, y - h * 0.8, w, h * 0.8, fill) + r(x - w * 0.8, y - h * 0.64, w * 1.6, h * 0.035, fill) +
    r(x - w * 0.8, y - h * 0.82, w * 1.6, h * 0.035, fill) + dome(x, y - h * 0.82, w * 1.1, fill) + r(x - 2, y - h, 4, h * 0.12, fill);
};
/** City skyline strip standing on y. */
export const skyline = (seed: number, x0: number, x1: number, y: number, hmin: number, hmax: number, fill: string): string => {
  let [x, k, d] = [x0, seed, ''];
  while (x < x1) {
    k = (k * 48271) % 2147483647;
    const [w, h] = [50 + (k % 70), hmin + ((k >> 5) % 100) / 100 * (hmax - hmin)];
    d += `M${f(x)} ${f(y)}V${f(y - h)}H${f(x + w)}V${f(y)}Z`;
    x += w - 1;
  }
  return p(d, fill);
};

// ---- boats and things -------------------------------------------------------------------------------------

/** Wooden fishing boat in side view, about 200 wide at scale 1, waterline at y. */
export const fishingBoat = (x: number, y: number, s: number, hull: string, band: string, cabin: string = C.paper, mirror = false): string =>
  (mirror ? flip : at)(x, y, s,
    st('M-10 -52V-190M-10 -176L88 -60M-10 -176L-96 -46M-10 -120L58 -150', dark(hull, 0.5), 3.2),
    r(-52, -100, 74, 62, cabin) + r(-60, -110, 92, 12, band) + r(-42, -88, 20, 22, C.sea) + r(-12, -88, 20, 22, C.sea),
    p('M-104 -48Q0 -22 112 -66Q102 -18 78 12L-84 12Q-102 -20 -104 -48Z', hull) + st('M-103 -42Q0 -16 110 -58', band, 9) +
    p('M-93 -8Q0 6 92 -10L78 12L-84 12Z', dark(hull, 0.35)));
export const wheel = (x: number, y: number, rad: number, tyre: string, hub: string): string =>
  c(x, y, rad, tyre) + c(x, y, rad * 0.56, hub) + c(x, y, rad * 0.18, tyre);
/** Slatted crate seen from the front. */
export const crate = (x: number, y: number, w: number, h: number, fill: string, slats = 3): string => {
  const sh = h / slats;
  return r(x, y - h, w, h, dark(fill, 0.6)) + each(slats, (i) => r(x, y - h + i * sh + sh * 0.08, w, sh * 0.78, i % 2 ? dark(fill, 0.08) : fill)) +
    r(x, y - h, w * 0.07, h, dark(fill, 0.25)) + r(x + w * 0.93, y - h, w * 0.07, h, dark(fill, 0.25));
};
/** Book lying flat, spine towards us. */
export const bookFlat = (x: number, y: number, w: number, h: number, fill: string): string =>
  r(x, y - h, w, h, fill, `rx="${f(h * 0.2)}"`) + r(x + w * 0.1, y - h, w * 0.03, h, light(fill, 0.6)) + r(x + w * 0.86, y - h, w * 0.03, h, light(fill,
    0.6)) +
  r(x + w * 0.34, y - h * 0.62, w * 0.3, h * 0.2, light(fill, 0.6));
/** Open book seen from the front with pages curving up. */
export const bookOpen = (x: number, y: number, w: number, h: number, page: string, cover: string): string => {
  const [a, m] = [w / 2, h];
  const leafD = (k: number,
    up: number): string => `M0 0C${f(k * a * 0.3)} ${f(-m * 0.34 - up)} ${f(k * a * 0.7)} ${f(-m * 0.26 - up)} ${f(k * a)} ${f(-m * 0.1 - up)}` +
    `L${f(k * a)} ${f(-m - up)}C${f(k * a * 0.7)} ${f(-m * 1.16 - up)} ${f(k * a * 0.3)} ${f(-m * 1.24 - up)} 0 ${f(-m * 0.9)}Z`;
  return at(x, y, 1, pg(`${f(-a - 10)},${f(-m * 0.98)} ${f(a + 10)},${f(-m * 0.98)} ${f(a + 10)},6 ${f(-a - 10)},6`, cover),
    p(leafD(-1, 0), dark(page, 0.12)) + p(leafD(1, 0), dark(page, 0.16)) + p(leafD(-1, h * 0.05), page) + p(leafD(1, h * 0.05), dark(page, 0.05)));
};
