// Lead images of the world section.
import {
  C, at, c, clip, cloud, cuts, cypress, dark, doc, e, each, flip, g, glints, grad, gull, hill, leafAt, light, mix, moon, p, palm, pg, r,
  range, rng, st, stars, sun, waves,
} from './motifs.ts';
import type { Pt } from './motifs.ts';
import { bookOpen, figure, house, minaret, skyline } from './motifs-built.ts';

// Passenger ferry seen from the water.
const ferry = doc('ferry-line', light(C.sky, 0.1),
  c(1230, 170, 74, C.paper), cloud(80, 220, 420, C.paper) + cloud(900, 130, 340, light(C.sky, 0.6)) + cloud(640, 300, 300, light(C.sky, 0.6)), hill([[980,
    440], [1120, 350], [1260, 390], [1380, 320], [1520, 400]], mix(C.sky, C.olive, 0.5), 460), each(7, (i) => r(1150 + i * 46, 400 - (i % 3) * 22, 36, 60 +
    (i % 3) * 22, i % 2 ? C.paper : C.rose)) + minaret(1330, 440, 150, C.paper),
  hill([[-20, 430], [90, 400], [220, 440]], mix(C.sky, C.sea, 0.4), 460), r(0, 450, 1500, 560, mix(C.sea, C.sky, 0.45)) + glints(3, 80, [0, 460, 1500, 150],
    C.paper, 0.8), waves(560, 10, 130, mix(C.sea, C.sky, 0.22), 0.4),
  g('rotate(-2 700 640)', p('M250 470Q250 440 280 440H830Q860 440 880 470L930 540H250Z', C.paper) + p('M340 350H740Q760 350 776 374L810 440H340Z',
    light(C.paper, 0.2)) + p('M340 350H740Q760 350 776 374L786 394H340Z', C.sky) + r(620, 290, 120, 62, C.paper) + p('M632 300h120l10 34h-130z', C.sea),
    p('M400 240H500L520 352H390Z', C.madder) + p('M397 262H504L509 292H395Z', C.paper) +
    p('M400 240q-60 -40 -150 -30q-60 -40 -130 -6q80 -4 120 34q90 -16 140 20z', C.ink, 'opacity="0.35"'), st('M680 290V200M660 226h40', C.ink, 6) +
    st('M680 204L910 470M390 300L250 440', C.ink, 2.5),
    each(9, (i) => r(290 + i * 62, 466, 40, 34, C.sea, 'rx="6"')) + each(6, (i) => r(372 + i * 62, 404, 38, 26, C.night, 'rx="5"')),
      st('M250 440H340M776 440H830', C.ink, 5), p('M190 530H1110Q1080 660 1010 740H250Q200 660 190 530Z', C.sea) +
      p('M190 530H1110Q1104 556 1096 580H198Q192 556 190 530Z', C.paper) + r(186, 520, 930, 14, C.ink),
      p('M222 680H1052Q1034 714 1010 740H250Q234 714 222 680Z', C.madder) + each(8, (i) => c(310 + i * 86, 622, 16, C.sky) + c(310 + i * 86, 622, 9,
      C.night)),
    each(9, (i) => at(300 + i * 78, 524, 0.5, e(0, -66, 11, 13, C.ink) + p('M-20 0V-30Q-18 -52 0 -52Q18 -52 20 -30V0Z', [C.madder, C.ochre, C.sea,
      C.leaf][i % 4] ?? C.sea))), each(5, (i) => r(430 + i * 96, 505, 40, 14, C.ochre, 'rx="7"'))),
  waves(716, 16, 150, C.sea, 0.1), p('M1000 730Q1040 680 1076 706Q1110 690 1140 718Q1180 714 1220 734Q1120 762 1000 752Z', C.paper) +
    p('M260 740Q120 700 -20 730V790Q130 760 330 780Z', C.paper, 'opacity="0.9"'), cuts(5, 60, [0, 720, 1500, 60], 0, 110, C.paper, 0.7, 4), waves(800, 20,
    210, mix(C.sea, C.night, 0.45), 0.55), glints(8, 46, [0, 806, 1500, 90], C.sky, 0.7), waves(900, 24, 270, C.night, 0.2), cuts(9, 40, [0, 910, 1500, 80],
    0, 140, C.sea, 0.9, 5),
  gull(980, 300, 1.2, C.paper) + gull(1120, 250, 0.8, C.paper) + gull(170, 340, 0.9, C.paper) + gull(1240, 560, 1, C.paper));

// Cracked ground with a single green shoot.
const cracked = (): string => {
  const rand = rng(23);
  const [rows, cols] = [9, 15];
  const pts: Pt[][] = range(rows + 1).map((j) => range(cols + 1).map((i) => {
    const t = (j + (j && j < rows ? (rand() - 0.5) * 0.6 : 0)) / rows;
    const z = t ** 1.7;
    return [750 + (i - cols / 2 + (rand() - 0.5) * 0.62 + (j % 2) * 0.4) * (70 + z * 230), 470 + z * 570] as const;
  }));
  const cells = range(rows * cols).map((k) => {
    const [j, i] = [Math.floor(k / cols), k % cols];
    const q = [pts[j]?.[i], pts[j]?.[i + 1], pts[j + 1]?.[i + 1], pts[j + 1]?.[i]].map((v) => v ?? [0, 0]);
    const [mx, my] = [q.reduce((s, v) => s + v[0], 0) / 4, q.reduce((s, v) => s + v[1], 0) / 4];
    const pull = (n: number): string => q.map((v) => `${Math.round(v[0] + (mx - v[0]) * n)},${Math.round(v[1] + (my - v[1]) * n)}`).join(' ');
    return pg(pull(0.05), dark(C.ochre, 0.3)) + g(`translate(0 ${-2 - j})`, pg(pull(0.07), [C.sand, light(C.ochre, 0.3), mix(C.sand, C.dusk,
      0.35)][k % 3] ?? C.sand));
  });
  return cells.join('');
};
const drought = doc('drought-conference', C.dusk,
  grad('d', mix(C.dusk, C.madder, 0.5), light(C.ochre, 0.45)), r(0, 0, 1500, 480, 'url(#@d)'), sun(470, 300, 170, light(C.sand, 0.5), C.ochre), cuts(3, 40,
    [0, 60, 1500, 330], 0, 160, C.sand, 0.35, 4), hill([[-20, 450], [200, 400], [460, 440], [800, 390], [1100, 430], [1300, 380], [1520, 430]],
    mix(C.madder, C.ochre, 0.35), 490),
  r(0, 462, 1500, 550, dark(C.madder, 0.72)), cracked(), each(7, (i) => figure(i % 3 === 1 ? 'woman' : i % 3 ? 'robe' : 'man', 150 + i * 40, 530 +
    (i % 2) * 8, 96 + (i % 3) * 8, { top: [C.night, C.madder, C.sea, C.ink][i % 4] ?? C.ink, legs: C.ink, hair: i % 2 ? C.paper : C.ink })),
  st('M1330 500Q1336 400 1320 330M1326 420Q1370 370 1390 300M1324 380Q1290 340 1270 280M1368 376Q1400 350 1430 350M1296 350Q1270 340 1250 342', C.ink, 11),
    e(970, 890, 210, 42, dark(C.madder, 0.8)) + e(960, 880, 150, 30, dark(C.ochre, 0.68)),
  st('M960 884Q950 760 976 640Q984 590 980 540', C.leaf, 26), p('M976 640Q860 640 790 540Q740 470 720 400Q850 400 920 480Q980 550 976 640Z', C.leaf) +
    p('M976 640Q860 640 790 540Q740 470 720 400Q790 520 976 640Z', mix(C.leaf, C.ochre, 0.35)),
    p('M980 580Q1000 440 1090 380Q1170 330 1260 320Q1260 440 1180 510Q1100 580 980 580Z', C.leaf) +
    p('M980 580Q1100 500 1260 320Q1260 440 1180 510Q1100 580 980 580Z', dark(C.leaf, 0.25)),
  p('M982 556Q930 480 970 380Q1020 460 982 556Z', mix(C.leaf, C.sand, 0.35)) + st('M760 450Q870 540 970 634M1220 350Q1100 480 990 574', light(C.leaf, 0.4),
    5), p('M1090 470q-26 44 0 58q26 -14 0 -58z', C.sky) + cuts(8, 24, [1020, 410, 170, 120], -40, 40, C.sand, 0.5));

// Two shelves facing each other, joined by a bridge of books.
const spineTones = [C.madder, C.ochre, C.sea, C.paper, C.leaf, C.rose, C.dusk, C.sky];
const shelf = (x: number, w: number, seed: number): string => r(x - 16, 80, w + 32, 940, dark(C.ochre, 0.5)) + each(6, (j) => {
  const rand = rng(seed + j);
  const y = 216 + j * 150;
  let [k, out] = [x, r(x, y - 118, w, 120, dark(C.ochre, 0.82))];
  while (k < x + w - 16) {
    const [bw, bh] = [Math.min(18 + rand() * 26, x + w - k), 74 + rand() * 38];
    const t = spineTones[Math.floor(rand() * spineTones.length)] ?? C.paper;
    out += r(k, y - bh, bw - 3, bh, t) + r(k, y - bh + 14, bw - 3, 6, mix(t, C.ink, 0.35)) + r(k, y - 26, bw - 3, 5, mix(t, C.ink, 0.35));
    k += bw;
  }
  return out + r(x - 8, y, w + 16, 14, C.ochre);
}) + r(x - 30, 62, w + 60, 26, C.ochre);
const twin = doc('libraries-twinning', C.night,
  grad('n', C.night, mix(C.night, C.dusk, 0.55)), r(0, 0, 1500, 860, 'url(#@n)'), stars(19, 70, [400, 20, 760, 400], C.sand), moon(830, 190, 84, C.sand),
    hill([[340, 800], [600, 700], [800, 740], [1000, 680], [1200, 790]], mix(C.night, C.sea, 0.4)), skyline(9, 560, 960, 770, 20, 90, mix(C.night, C.dusk,
    0.3)),
  r(0, 800, 1500, 210, C.sea) + glints(5, 60, [330, 810, 840, 180], C.sand, 0.6) + glints(6, 26, [730, 810, 160, 190], C.sand, 0.9),
  shelf(30, 340, 5) + p('M386 80h26v940h-26z', dark(C.ochre, 0.72)), shelf(1130, 350, 42) + p('M1114 80h-26v940h26z', dark(C.ochre, 0.72)),
  each(19, (i) => {
    const t = i / 18;
    const [x, y, a] = [412 + t * 676, 690 - Math.sin(t * Math.PI) * 150, Math.cos(t * Math.PI) * -34];
    const tone = spineTones[(i * 5 + 2) % 8] ?? C.madder;
    return g(`translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(a)})`, r(-19, -8, 38, 122 - Math.sin(t * Math.PI) * 40, tone) + r(-19, 8, 38,
      7, mix(tone, C.ink, 0.4)) + r(-19, 70 - Math.sin(t * Math.PI) * 26, 38, 7, mix(tone, C.ink, 0.4)));
  }), st('M404 676Q750 388 1096 676', C.sand, 14), each(9, (i) => st(`M${440 + i * 78} ${660 - Math.sin((0.05 + i * 0.112) * Math.PI) * 128}v-58`, C.sand,
    5)) + st('M412 620Q750 338 1088 620', C.sand, 5),
  figure('woman', 650, 552, 190, { top: C.madder, hair: C.rose, arms: [[-14, -62, -6, -50], [17, -64, 30, -66]] }) + figure('man', 830, 550, 196,
    { top: C.ochre, legs: C.ink, mirror: true, arms: [[-15, -62, -13, -48], [17, -64, 30, -66]] }) + at(738, 436, 0.5, bookOpen(0, 0, 120, 60, C.paper,
    C.madder)));

// Storks over the marsh.
const stork = (x: number, y: number, s: number, up = true, flipX = false): string => (flipX ? flip : at)(x, y, s,
  st('M-70 10L-190 40M-70 2L-186 22', C.madder, 6),
    p(up ? 'M-30 -8Q-100 -90 -70 -230Q-20 -130 40 -100Q70 -60 50 -2Z' : 'M-30 0Q-130 60 -120 190Q-40 130 20 96Q66 60 50 0Z', dark(C.paper, 0.18)),
  p('M-90 6Q-40 -30 60 -22Q120 -30 190 -34Q200 -24 190 -18Q130 -6 90 12Q20 36 -90 6Z', C.paper),
    p(up ? 'M-40 -4Q-60 -100 20 -260Q40 -150 90 -90Q100 -40 60 6Z' : 'M-40 0Q-60 110 -10 230Q50 130 90 80Q104 40 60 -8Z', C.paper),
  p(up ? 'M-52 -92Q-44 -180 20 -260Q30 -210 44 -174L6 -190L22 -150L-20 -160L0 -116Z' : 'M-56 90Q-50 170 -10 230Q10 186 34 150L0 164L10 126L-26 140L-14' +
    ' 100Z', C.ink), p('M-90 6Q-120 2 -132 14Q-110 24 -80 14Z', C.ink), e(196, -27, 18, 13, C.paper) + p('M206 -34L286 -18L208 -18Z', C.madder) + c(202,
    -30, 3.4, C.ink));
const reeds = (x: number, y: number, h: number, seed: number, fill: string): string => {
  const rand = rng(seed);
  return each(12, () => { const [dx, t, l] = [(rand() - 0.5) * 120, (rand() - 0.5) * 70, h * (0.6 + rand() * 0.5)];
    return st(`M${Math.round(x + dx)} ${y}Q${Math.round(x + dx)} ${Math.round(y - l * 0.6)} ${Math.round(x + dx + t)} ${Math.round(y - l)}`, fill, 6) +
    (rand() > 0.5 ? g(`translate(${Math.round(x + dx + t)} ${Math.round(y - l)}) rotate(${Math.round(t * 0.4)})`, r(-7, -30, 14, 60, dark(C.ochre, 0.5),
    'rx="7"')) : ''); });
};
const migration = doc('bird-migration', C.rose,
  grad('m', mix(C.sky, C.rose, 0.3), C.rose), r(0, 0, 1500, 560, 'url(#@m)'), c(1040, 470, 150, C.dusk) + cuts(5, 30, [700, 330, 700, 180], 0, 160, C.paper,
    0.8, 5), hill([[-20, 500], [300, 440], [640, 510], [1000, 500], [1300, 430], [1520, 490]], mix(C.dusk, C.sea, 0.35), 570), r(0, 545, 1500, 470,
    light(C.rose, 0.25)), glints(4, 60, [0, 556, 1500, 300], C.dusk, 0.6) + glints(6, 40, [900, 550, 280, 320], C.dusk, 0.9, 1.3),
  p('M-20 590Q200 570 420 600T900 590Q760 630 520 630T-20 650Z', C.olive) + p('M1520 600Q1300 590 1130 630T820 650Q1000 700 1240 680T1520 720Z',
    mix(C.olive, C.leaf, 0.5)) + p('M-20 720Q180 690 400 740T720 790Q520 830 300 810T-20 850Z', mix(C.leaf, C.olive, 0.3)) +
    p('M1520 820Q1280 790 1080 850T780 930Q980 980 1180 940T1520 1000Z', C.leaf) + cuts(8, 60, [0, 600, 700, 220], 0, 60, C.sand, 0.6) + cuts(9, 60, [900,
    620, 600, 340], 0, 60, C.sand, 0.5),
  each(13, (i) => { const k = i - 6; return gull(1010 + Math.abs(k) * 46 * (k < 0 ? 1 : 0.8), 210 + k * 26, 0.36 + (i % 3) * 0.05, C.ink); }), each(9,
    (i) => gull(150 + i * 40, 350 + ((i * 53) % 80), 0.26, mix(C.ink, C.rose, 0.3))),
  stork(470, 400, 1.3), stork(190, 200, 0.5, false), stork(1230, 330, 0.5), at(860, 880, 0.9, st('M0 -70V60M30 -76V60', C.madder, 8) +
    p('M-70 -80Q0 -150 90 -110Q110 -60 30 -50Q-40 -50 -70 -80Z', C.paper) + p('M-90 -78Q-20 -110 40 -90Q0 -50 -60 -58Z', C.ink) +
    st('M76 -104Q120 -140 96 -210', C.paper, 24) + e(100, -216, 22, 17, C.paper) + p('M114 -228L200 -196L114 -206Z', C.madder) + c(106, -220, 4, C.ink) +
    e(15, 66, 70, 8, C.dusk)),
  reeds(90, 1010, 330, 3, dark(C.leaf, 0.35)) + reeds(210, 1020, 250, 8, C.leaf) + reeds(1420, 1020, 300, 5, dark(C.leaf, 0.35)) + reeds(1300, 1030, 190, 6,
    C.leaf));

// The coastal train coming towards us.
const onSide = (t: number, v: number): string => { const z = 1 / (1 + t * 1.9); const x = 1220 - 640 * z;
  return `${Math.round(x)},${Math.round(372 + (v - 0.1) * 520 * z)}`; };
const side = (t0: number, t1: number, v0: number, v1: number,
  fill: string): string => pg(`${onSide(t0, v0)} ${onSide(t1, v0)} ${onSide(t1, v1)} ${onSide(t0, v1)}`, fill);
const rail = doc('rail-link', light(C.sky, 0.3),
  sun(1030, 190, 66, C.ochre, light(C.ochre, 0.5)), cloud(560, 150, 280, C.paper), r(560, 372, 960, 640, C.sea) + waves(430, 6, 90, mix(C.sea, C.sky, 0.25),
    0.2, 500, 900, 1500) + r(900, 490, 600, 520, C.sea) + glints(3, 90, [900, 384, 640, 420], C.paper, 0.75), st('M1330 366l-44 -110l-8 110z', C.paper, 4,
    `fill="${C.paper}"`) + p('M1262 362h92l-14 18h-64z', C.madder),
  p('M-20 1010V250Q200 60 420 130Q620 170 760 280Q960 340 1220 366V400L800 1010Z', C.ochre) +
    p('M-20 250Q200 60 420 130Q620 170 760 280Q960 340 1220 366Q900 360 700 340Q400 240 -20 420Z', mix(C.ochre, C.olive, 0.7)) + cuts(6, 60, [40, 180, 640,
    160], 16, 90, dark(C.olive, 0.35), 0.6), each(6, (i) => cypress(120 + i * 84, 220 - Math.sin(i * 0.7) * 66, 120 - i * 8, dark(C.leaf, 0.2))), house(420,
    250, 96, 80, C.paper, C.sea, 2, 1) + house(530, 270, 74, 62, C.rose, C.sea, 2, 1),
  p('M1220 372Q1180 560 1010 720T760 1010H1180Q1240 860 1380 700Q1300 620 1260 480Z', C.sand) + st('M1225 380Q1270 560 1380 700Q1240 860 1190 1010',
    C.paper, 16), pg('1220,372 1220,380 1010,1010 -20,1010 -20,900', dark(C.ochre, 0.6)) + cuts(12, 140, [100, 720, 860, 280], 10, 26, C.sand, 0.5),
  each(12, (i) => { const z = 1 / (1 + i * 0.42);
    return pg(`${1220 - 690 * z},${384 + 560 * z} ${1220 - 180 * z},${384 + 560 * z} ${1220 - 190 * z},${384 + 590 * z} ${1220 - 722 * z},${384 + 590 * z}`,
    C.ink); }), st('M1220 380L590 1010M1220 380L920 1010', mix(C.sky, C.ink, 0.25), 14),
  side(0, 14, 0, 0.92, C.paper) + side(0, 14, 0.56, 0.68, C.madder) + side(0, 14, 0.78, 0.92, C.ink) + side(0, 14, 0, 0.06, mix(C.paper, C.ink, 0.3)),
    each(9, (i) => side(0.12 + i * 0.16 + i * i * 0.06, 0.22 + i * 0.17 + i * i * 0.068, 0.2, 0.44, C.sea)) + [0.75, 2.1, 4.6].map((t) => side(t, t * 1.03,
    0, 0.92, C.ink)).join(''),
  p('M250 380Q250 320 320 318L560 320Q584 322 580 372V800H236Z', C.madder) + p('M276 400Q280 352 330 350H530Q556 352 556 392V540H262Z', C.night) +
    p('M300 380L400 362L330 530H268Z', mix(C.night, C.sky, 0.4)) + st('M409 352V540', C.madder, 8), pg('240,560 580,560 580,640 238,640', C.paper) + c(300,
    600, 26, C.sand) + c(520, 600, 26, C.sand) + c(300, 600, 12, C.ochre) + c(520, 600, 12, C.ochre), r(230, 720, 356, 90, C.ink) + r(380, 742, 60, 30,
    mix(C.sky, C.ink, 0.3)) + each(5, (i) => pg(`${250 + i * 70},790 ${280 + i * 70},790 ${264 + i * 70},830 ${250 + i * 70},830`, C.ink)),
  hill([[1200, 1010], [1330, 940], [1520, 880]], light(C.sand, 0.2)), palm(1380, 960, 420, C.leaf, dark(C.ochre, 0.45), -50) + palm(1470, 1010, 300,
    dark(C.leaf, 0.25), dark(C.ochre, 0.5), 20), gull(800, 250, 0.7, C.paper) + gull(900, 300, 0.5, C.paper));

// Jars of seeds in the cold room.
const jar = (x: number, y: number, w: number, h: number, seed: string, level: number, shape: number, k: number): string => {
  const d = `M${x - w / 2} ${y - h * 0.8}Q${x - w / 2} ${y - h * 0.88} ${x - w * 0.36} ${y - h * 0.9}H${x + w * 0.36}Q${x + w / 2} ${y - h * 0.88} ` +
    `${x + w / 2} ${y - h * 0.8}V${y - w * 0.1}Q${x + w / 2} ${y} ${x + w * 0.4} ${y}H${x - w * 0.4}Q${x - w / 2} ${y} ${x - w / 2} ${y - w * 0.1}Z`;
  const [rand, top, s] = [rng(k), y - h * level, w * [0.045, 0.075, 0.06, 0.1][shape % 4]!];
  const seeds = each(w > 200 ? 64 : 30, () => { const [sx, sy, a] = [x + (rand() - 0.5) * w, top + rand() * h * level, Math.round(rand() * 180)];
    return g(`translate(${Math.round(sx)} ${Math.round(sy)}) rotate(${a})`, e(0, 0, s, s * [1, 0.5, 0.75, 0.45][shape % 4]!, rand() > 0.5 ? light(seed,
    0.3) : dark(seed, 0.3))); });
  return p(d, C.sky, 'opacity="0.28"') + clip(`j${k}`, d, r(x - w, top, w * 2, h, seed) + seeds + r(x + w * 0.3, y - h, w * 0.2, h, C.ink,
    'opacity="0.18"')) + r(x - w * 0.4, y - h, w * 0.8, h * 0.11, [C.madder, C.ochre, C.paper][k % 3] ?? C.ochre, 'rx="6"') +
    st(`M${x - w * 0.38} ${y - h * 0.72}V${y - h * 0.2}`, C.paper, w * 0.05, 'opacity="0.75"') + r(x - w * 0.2, y - h * 0.5, w * 0.46, h * 0.2, C.paper) +
    leafAt(x - w * 0.06, y - h * 0.36, w * 0.22, -30, C.leaf, 0.4);
};
const grains = [C.ochre, C.madder, C.sand, C.olive, C.dusk, C.paper, dark(C.madder, 0.5), C.leaf];
const seedBank = doc('seed-bank', dark(C.night, 0.1),
  r(0, 0, 1500, 700, mix(C.night, C.sea, 0.35)) + cuts(3, 120, [0, 0, 1500, 640], 90, 60, C.sky, 0.12), e(900, 420, 700, 380, C.sky, 'opacity="0.08"'),
    each(2, (j) => r(0, 300 + j * 270, 1500, 26, mix(C.sea, C.sky, 0.5)) + r(0, 326 + j * 270, 1500, 20, dark(C.night, 0.4))),
  each(8, (i) => jar(110 + i * 186, 300, 126 + (i % 3) * 10, 200 + (i % 2) * 40, grains[i] ?? C.ochre, 0.5 + (i % 3) * 0.12, i, 10 + i)), each(6,
    (i) => jar(760 + i * 140, 570, 112, 150 + (i % 2) * 46, grains[(i + 3) % 8] ?? C.ochre, 0.55, i + 1, 30 + i)), jar(120, 570, 130, 180,
    grains[2] ?? C.sand, 0.6, 2, 41),
  r(0, 800, 1500, 210, C.ochre) + r(0, 800, 1500, 18, light(C.ochre, 0.45)) + cuts(5, 60, [0, 830, 1500, 170], 0, 140, dark(C.ochre, 0.4), 0.6), e(480, 880,
    300, 34, C.ink, 'opacity="0.25"'), jar(440, 880, 380, 600, C.ochre, 0.62, 3, 50), e(1050, 900, 200, 22, C.ink, 'opacity="0.25"'),
  p('M930 690H1170L1130 900H970Z', C.dusk) + r(914, 660, 272, 52, mix(C.dusk, C.madder, 0.3), 'rx="8"') + e(1050, 664, 124, 14, dark(C.ochre, 0.75)) +
    st('M1050 664Q1040 560 1056 480', C.leaf, 16) + leafAt(1052, 560, 170, -150, C.leaf, 0.4) + leafAt(1052, 590, 150, -24, mix(C.leaf, C.olive, 0.6),
    0.4) + leafAt(1056, 484, 110, -100, mix(C.leaf, C.sand, 0.3), 0.36) + leafAt(1056, 490, 100, -50, C.leaf, 0.36),
  each(16, (i) => g(`translate(${690 + ((i * 89) % 210)} ${880 + ((i * 37) % 70)}) rotate(${(i * 47) % 180})`, e(0, 0, 22, 10, i % 2 ? light(C.ochre,
    0.45) : dark(C.ochre, 0.45)) + st('M-14 0H14', dark(C.ochre, 0.6), 2))), p('M1260 900L1300 740H1460L1440 900Z', C.paper) +
    pg('1300,740 1460,740 1446,776 1290,776', C.sand) + leafAt(1330, 860, 90, -60, C.leaf) + leafAt(1350, 860, 70, -20, C.olive));

export const worldScenes: Record<string, string> = {
  'ferry-line': ferry, 'drought-conference': drought, 'libraries-twinning': twin, 'bird-migration': migration, 'rail-link': rail, 'seed-bank': seedBank,
};
