// Lead images of the English edition: the same news seen from another side.
import {
  C, blob, c, clip, cloud, cuts, cypress, dark, doc, e, each, g, leafAt, light, mix, p, pg, r, range, smooth, specks, st, taper, waves,
} from './motifs.ts';
import { SKIN, archD, dome, house } from './motifs-built.ts';

// A kitchen tap running again, the quarter in the window.
const tile = (x: number, y: number, s: number): string => r(x, y, s - 4, s - 4, C.paper) +
  pg(`${x + s / 2},${y + s * 0.1} ${x + s * 0.9},${y + s / 2} ${x + s / 2},${y + s * 0.9} ${x + s * 0.1},${y + s / 2}`, mix(C.sea, C.sky, 0.35)) + c(x +
  s / 2, y + s / 2, s * 0.16, C.madder) + [[0, 0], [1, 0], [0, 1], [1, 1]].map(([a = 0, b = 0]) => c(x + a * (s - 4), y + b * (s - 4), s * 0.12,
  C.ochre)).join('');
const enWater = doc('en-water-network', light(C.rose, 0.35),
  cuts(3, 80, [0, 0, 1500, 620], 90, 50, C.rose, 0.7), p(archD(110, 600, 470, 540), C.sky) + clip('w', archD(110, 600, 470, 540), c(480, 210, 60, C.ochre),
    cloud(140, 250, 200, C.paper), each(5, (i) => house(130 + i * 92, 470, 96, 110 + ((i * 37) % 80), [C.sand, C.rose, C.paper, C.dusk,
    C.sand][i] ?? C.sand, C.sea, 2, 2)), dome(360, 330, 90, C.madder), each(4, (i) => house(90 + i * 128, 620, 130, 150 + ((i * 53) % 60), [C.dusk, C.paper,
    light(C.sand, 0.3), C.rose][i] ?? C.paper, C.night, 2, 2)), cypress(250, 620, 180, C.leaf)) + st(archD(110, 600, 470, 540), C.leaf, 20) + r(80, 592,
    530, 30, dark(C.leaf, 0.2)),
  p('M130 592L150 500H230L250 592Z', C.dusk) + each(7, (i) => leafAt(190, 506, 110, -160 + i * 23, i % 2 ? C.leaf : C.olive, 0.22)), each(13,
    (i) => tile(i * 118, 640, 118) + tile(i * 118, 758, 118)), r(0, 876, 1500, 140, dark(C.sea, 0.35)) + r(0, 876, 1500, 22, mix(C.sea, C.sky, 0.5)),
  r(1190, 150, 70, 480, dark(C.ochre, 0.3)) + r(1190, 150, 24, 480, C.ochre) + c(1240, 330, 92, dark(C.ochre, 0.45)) + c(1230, 322, 84, C.ochre) +
    p('M1240 280H1010Q860 280 850 430V470H960V440Q962 388 1020 388H1240Z', C.ochre) + p('M1240 280H1010Q860 280 850 430V440Q880 320 1010 312H1240Z',
    light(C.ochre, 0.45)) + r(836, 462, 138, 34, dark(C.ochre, 0.25), 'rx="12"') + r(1040, 200, 50, 92, dark(C.ochre, 0.2)) + r(960, 160, 210, 48, C.madder,
    'rx="24"') + c(1065, 184, 34, C.madder) + c(1065, 184, 16, C.ochre) + r(986, 168, 60, 8, C.rose, 'rx="4"'),
  p('M864 496H946Q940 600 944 690H870Q874 600 864 496Z', mix(C.sea, C.sky, 0.55)) + st('M884 500Q890 600 886 690M916 500Q914 600 922 680', C.paper, 7) +
    p('M750 560H1060L1020 650Q1120 760 1060 900Q1020 960 900 960Q780 960 750 900Q690 760 790 650Z', light(C.sky, 0.3), 'opacity="0.55"') + clip('jg',
    'M750 560H1060L1020 650Q1120 760 1060 900Q1020 960 900 960Q780 960 750 900Q690 760 790 650Z', waves(740, 12, 120, mix(C.sea, C.sky, 0.5), 0.2, 980, 680,
    1120), waves(800, 14, 150, mix(C.sea, C.sky, 0.25), 0.6, 980, 680, 1120), each(12, (i) => c(800 + ((i * 71) % 210), 700 + ((i * 59) % 200), 6 +
    (i % 3) * 5, C.paper)), r(870, 600, 74, 170, C.paper, 'opacity="0.4"')) +
    st('M750 560H1060L1020 650Q1120 760 1060 900Q1020 960 900 960Q780 960 750 900Q690 760 790 650Z', C.sea, 10) + st('M770 700Q750 780 776 860', C.paper,
    14),
  st('M750 590Q600 600 610 720Q620 810 732 800', C.sea, 28) + p('M-20 980Q200 940 380 840L470 720L560 790Q470 960 240 1010H-20Z', C.madder) +
    st('M470 722L556 786', C.ochre, 18) + p(taper(510, 756, 50, 600, 700, 44), SKIN) + blob([[570, 660], [620, 640], [680, 660], [690, 690], [650, 706],
    [620, 730], [580, 740]], SKIN) + each(3, (i) => p(taper(596 + i * 10, 700 + i * 30, 22, 664 - i * 6, 712 + i * 28, 17), i % 2 ? dark(SKIN,
    0.1) : SKIN)), each(6, (i) => p(`M${800 + i * 52} ${520 + ((i * 37) % 30)}q-12 20 0 28q12 -8 0 -28z`, mix(C.sea, C.sky, 0.4))));

// The morning catch on the quay, from above.
const fish = (x: number, y: number, l: number, rot: number,
  tone: string): string => g(`translate(${Math.round(x)} ${Math.round(y)}) rotate(${rot}) scale(${l / 200})`,
  p('M-100 0Q-60 -46 10 -38Q60 -30 84 -8L124 -36L112 0L124 36L84 8Q60 30 10 38Q-60 46 -100 0Z', tone) +
  p('M-100 0Q-60 -46 10 -38Q60 -30 84 -8Q0 -14 -100 0Z', dark(tone, 0.35)) + c(-70, -8, 8, C.paper) + c(-70, -8, 4, C.ink) + st('M-46 -26Q-34 0 -46 24',
  dark(tone, 0.4), 4) + st('M-20 6q10 8 20 0m6 0q10 8 20 0m6 0q10 8 20 0M-10 18q10 8 20 0m6 0q10 8 20 0', C.paper, 3));
const box = (x: number, y: number, w: number, h: number, rot: number, wood: string, n: number, tones: readonly string[],
  k: number): string => g(`translate(${x} ${y}) rotate(${rot})`, r(14, 18, w, h, C.ink, 'opacity="0.3"') + r(0, 0, w, h, wood) + r(22, 22, w - 44, h - 44,
  light(C.sky, 0.45)) + specks(k, 60, [30, 30, w - 60, h - 60], 9, C.paper) + clip(`x${k}`, `M22 22h${w - 44}v${h - 44}h${44 - w}z`, each(n,
  (i) => fish(w / 2 + ((i % 2) - 0.5) * w * 0.16, 56 + i * ((h - 112) / (n - 1)), w * 0.6, (i % 2 ? 184 : 2) + ((i * 7) % 9) - 4,
  tones[i % tones.length] ?? C.sea))) + st(`M0 ${h * 0.33}h22M0 ${h * 0.66}h22M${w - 22} ${h * 0.33}h22M${w - 22} ${h * 0.66}h22`, dark(wood, 0.4), 5) +
  r(0, 0, w, h, 'none', `stroke="${dark(wood, 0.45)}" stroke-width="7"`));
const boatTop = (x: number, y: number, s: number, rot: number, hull: string, deck: string): string => g(`translate(${x} ${y}) rotate(${rot}) scale(${s})`,
  p('M0 -250Q120 -120 110 60Q106 170 70 220H-70Q-106 170 -110 60Q-120 -120 0 -250Z', C.ink, 'opacity="0.3" transform="translate(26 20)"') +
  p('M0 -250Q120 -120 110 60Q106 170 70 220H-70Q-106 170 -110 60Q-120 -120 0 -250Z', hull) +
  p('M0 -206Q92 -100 84 60Q80 150 56 194H-56Q-80 150 -84 60Q-92 -100 0 -206Z', deck) + each(7, (i) => st(`M-78 ${-50 + i * 34}H78`, dark(deck, 0.2), 4)) +
  r(-52, 30, 104, 100, C.paper) + r(-52, 30, 104, 26, C.sea) + e(0, -70, 46, 38, dark(C.leaf, 0.1)) + cuts(3, 26, [-40, -96, 70, 50], 30, 26, C.sand, 0.8) +
  r(-84, -10, 168, 12, dark(hull, 0.2)) + c(-40, 166, 17, C.ochre) + c(6, 170, 17, C.madder));
const enHarbour = doc('en-fishing-harbour', C.sea,
  each(15, (i) => st(smooth(range(9).map((k) => [-60 + k * 210, 20 + i * 34 + Math.sin(k * 2.1 + i * 1.7) * 12] as const)), mix(C.sea, C.sky, 0.4), 4,
    'opacity="0.6"')), boatTop(280, 200, 0.95, 186, C.madder, C.sand) + boatTop(640, 170, 0.86, 176, C.paper, C.ochre) + boatTop(1290, 190, 1, 183, C.leaf,
    C.sand), g('translate(990 120) rotate(30)', p('M0 -60Q20 -20 0 60Q-20 -20 0 -60Z', C.paper) +
    p('M-6 -10Q-90 -50 -150 10Q-80 -4 -6 20ZM6 -10Q90 -50 150 10Q80 -4 6 20Z', C.paper) + p('M-120 -8L-150 10L-126 6ZM120 -8L150 10L126 6Z', C.ink) +
    pg('-6,-56 6,-56 0,-76', C.ochre)),
  r(0, 440, 1500, 570, C.sand) + r(0, 440, 1500, 26, C.paper) + r(0, 466, 1500, 14, dark(C.sand, 0.35)) + each(5, (i) => st(`M0 ${590 + i * 104}H1500`,
    mix(C.sand, C.ochre, 0.5), 6) + each(5, (k) => st(`M${130 + k * 340 - (i % 2) * 170} ${490 + i * 104}v96`, mix(C.sand, C.ochre, 0.5), 6))) + cuts(7, 80,
    [0, 490, 1500, 500], 0, 60, C.ochre, 0.35), st('M300 400Q310 460 250 500M660 370Q680 440 720 510M1290 410Q1310 460 1350 500', C.ink, 10) + each(3,
    (i) => c([250, 720, 1350][i] ?? 0, 510, 32, C.ink) + c([250, 720, 1350][i] ?? 0, 506, 20, mix(C.ink, C.sky, 0.4))),
  box(90, 600, 430, 330, -6, C.ochre, 5, [mix(C.sea, C.sky, 0.4), mix(C.sky, C.ink, 0.15)], 11) + box(600, 570, 500, 380, 4, C.madder, 6, [C.dusk,
    mix(C.dusk, C.madder, 0.4), C.rose], 12) + box(1190, 640, 400, 340, -3, C.leaf, 5, [mix(C.sky, C.sea, 0.6), C.ochre], 13), each(5, (i) => c(1130, 520,
    84 - i * 17, 'none', `stroke="${i % 2 ? C.ochre : dark(C.ochre, 0.35)}" stroke-width="14"`)), each(3, (i) => e(470 + i * 56, 540 + (i % 2) * 18, 30, 24,
    [C.madder, C.ochre, C.paper][i] ?? C.ochre) + c(470 + i * 56, 540 + (i % 2) * 18, 7, C.ink)));

// The ferry from above, drawing its wake to the islands.
const enFerry = doc('en-ferry-line', C.sea,
  each(24, (i) => st(smooth(range(10).map((k) => [-60 + k * 190, 10 + i * 44 + Math.sin(k * 1.7 + i * 2.2) * 14] as const)), mix(C.sea, C.sky, 0.3), 4,
    'opacity="0.5"')), p('M-20 -20H560Q520 120 380 150Q260 180 230 300Q180 420 -20 440Z', mix(C.sea, C.sky, 0.5)) +
    p('M-20 -20H490Q450 80 340 110Q210 150 180 270Q130 370 -20 380Z', C.paper) + p('M-20 -20H450Q410 60 310 84Q180 124 150 240Q110 330 -20 340Z', C.sand) +
    p('M-20 -20H360Q320 40 240 56Q130 90 110 190Q70 260 -20 260Z', C.olive) + each(12, (i) => r(20 + (i % 4) * 66, 10 + Math.floor(i / 4) * 54, 44, 36,
    [C.paper, C.rose, C.dusk, C.paper][i % 4] ?? C.paper,
    `transform="rotate(${(i * 17) % 30 - 15} ${40 + (i % 4) * 66} ${28 + Math.floor(i / 4) * 54})"`)) + each(7, (i) => c(290 - i * 28, 66 + i * 34, 17,
    i % 2 ? C.leaf : dark(C.leaf, 0.25))) + st('M200 250L330 330', dark(C.ochre, 0.4), 18),
  p('M1520 760Q1400 740 1330 830Q1290 920 1180 940Q1120 980 1120 1010H1520Z', mix(C.sea, C.sky, 0.5)) +
    p('M1520 800Q1430 790 1370 870Q1330 950 1220 970L1190 1010H1520Z', C.sand) + p('M1520 850Q1450 850 1410 910Q1370 980 1290 1010H1520Z', C.olive) +
    each(5, (i) => c(1430 + (i % 3) * 34, 910 + Math.floor(i / 3) * 44, 22, i % 2 ? C.leaf : dark(C.leaf, 0.2))),
  g('translate(840 430) rotate(58)', p('M-70 150Q-120 500 -330 1100L-180 1100Q-90 700 0 330Q90 700 180 1100L330 1100Q120 500 70 150Z', C.paper,
    'opacity="0.28"') + p('M-50 230Q-70 520 -120 1100H120Q70 520 50 230Z', C.paper, 'opacity="0.6"') + cuts(4, 120, [-130, 280, 240, 800], 90, 90, C.paper,
    0.8, 5) + cuts(5, 50, [-300, 500, 130, 600], 106, 90, C.paper, 0.7, 4) + cuts(6, 50, [190, 500, 130, 600], 74, 90, C.paper, 0.7, 4) +
    p('M0 -350Q-60 -330 -170 -40Q-110 -130 -100 -160ZM0 -350Q60 -330 170 -40Q110 -130 100 -160Z', C.paper, 'opacity="0.8"'),
    p('M0 -330Q110 -200 112 -60V230Q110 270 70 276H-70Q-110 270 -112 230V-60Q-110 -200 0 -330Z', C.ink, 'opacity="0.35" transform="translate(34 -10)"') +
      p('M0 -330Q110 -200 112 -60V230Q110 270 70 276H-70Q-110 270 -112 230V-60Q-110 -200 0 -330Z', C.paper) +
      p('M0 -296Q90 -180 92 -60V226Q90 252 62 256H-62Q-90 252 -92 226V-60Q-90 -180 0 -296Z', C.madder) + p('M0 -250Q66 -170 72 -110H-72Q-66 -170 0 -250Z',
      C.sand) + r(-84, -100, 168, 62, C.paper) + r(-84, -100, 168, 22, C.night) + r(-74, -30, 148, 160, light(C.paper, 0.2)) + r(-62, -18, 124, 136,
      light(C.sky, 0.2)) + r(-30, 10, 60, 74, C.ochre, 'rx="14"') + e(0, 46, 18, 24, C.ink) + each(2, (i) => each(3, (k) => e(i ? 82 : -82, -10 + k * 56, 9,
      22, C.ochre))) + each(8, (i) => r(-74 + (i % 4) * 39, 146 + Math.floor(i / 4) * 50, 28, 42, [C.sea, C.paper, C.ochre, C.night,
      C.rose][(i * 3) % 5] ?? C.sea, 'rx="7"')) + each(9, (i) => c(-40 + ((i * 31) % 80), -200 + ((i * 23) % 80), 7, [C.ink, C.sea,
      C.paper][i % 3] ?? C.ink))),
  [[1310, 130, 40, 0.9], [1330, 420, 20, 0.6], [480, 440, 60, 0.5]].map(([x = 0, y = 0, a = 0, s = 1]) => g(`translate(${x} ${y}) rotate(${a}) scale(${s})`,
    p('M0 -60Q26 -10 18 60H-18Q-26 -10 0 -60Z', dark(C.ochre, 0.4)) + p('M-6 -50Q90 -10 60 60Q40 20 -6 30Z', C.paper))).join(''),
    g('translate(1080 640) rotate(-20)', p('M-6 -6Q-50 -40 -100 0Q-50 -8 0 14Q50 -8 100 0Q50 -40 6 -6Z', C.paper)) +
    g('translate(620 150) rotate(12) scale(0.8)', p('M-6 -6Q-50 -40 -100 0Q-50 -8 0 14Q50 -8 100 0Q50 -40 6 -6Z', C.paper)));

export const englishScenesA: Record<string, string> = { 'en-water-network': enWater, 'en-fishing-harbour': enHarbour, 'en-ferry-line': enFerry };
