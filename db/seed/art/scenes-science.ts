// Lead images of the science section.
import {
  C, DOTS, at, blob, c, clip, crown, cuts, cypress, dark, doc, e, each, g, glints, grad, hill, leafAt, light, mix, p, pg, r, range, specks,
  st, stars, sun, waves,
} from './motifs.ts';
import { SKIN, arch, dome, figure, roundD } from './motifs-built.ts';

// Turtle from above, head up, about 400 long at scale 1.
export const turtleTop = (x: number, y: number, s: number, rot: number, shell: string,
  skin: string): string => g(`translate(${x} ${y}) rotate(${rot}) scale(${s})`,
  p('M-90 -110Q-190 -150 -290 -40Q-300 0 -280 20Q-210 -50 -100 -40Z', skin) + p('M90 -110Q190 -150 290 -40Q300 0 280 20Q210 -50 100 -40Z', skin) +
    p('M-80 140Q-140 180 -150 240Q-110 250 -50 190Z', skin) + p('M80 140Q140 180 150 240Q110 250 50 190Z', skin) + p('M-16 190L0 240L16 190Z', skin),
  p('M-34 -150Q-52 -250 0 -256Q52 -250 34 -150Z', skin) + c(-24, -224, 7, C.ink) + c(24, -224, 7, C.ink) + each(9, (i) => c(-20 + (i % 3) * 20, -204 +
    Math.floor(i / 3) * 18, 6, dark(skin, 0.3))), each(7, (i) => c(-130 - i * 21, -78 + i * 8 - Math.sin(i) * 6, 9, dark(skin, 0.3)) + c(130 + i * 21, -78 +
    i * 8 - Math.sin(i) * 6, 9, dark(skin, 0.3))),
  p('M0 -180C110 -180 160 -70 150 20C140 130 60 210 0 214C-60 210 -140 130 -150 20C-160 -70 -110 -180 0 -180Z', dark(shell, 0.45)),
    p('M0 -164C100 -164 142 -66 134 20C126 116 56 190 0 196C-56 190 -126 116 -134 20C-142 -66 -100 -164 0 -164Z', shell),
  each(4, (i) => pg(`-34,${-120 + i * 74} 34,${-120 + i * 74} 52,${-86 + i * 74} 30,${-52 + i * 74} -30,${-52 + i * 74} -52,${-86 + i * 74}`,
    i % 2 ? light(shell, 0.28) : light(shell, 0.14), `stroke="${dark(shell, 0.5)}" stroke-width="6"`)),
  st('M-54 -86L-122 -90M54 -86L122 -90M-52 -12L-138 0M52 -12L138 0M-52 62L-120 90M52 62L120 90M-34 -120L-50 -156M34 -120L50 -156M-30 170L-50 184M30 170' +
    'L50 184', dark(shell, 0.5), 6) + cuts(4, 40, [-110, -110, 60, 220], 70, 24, C.sand, 0.6) + cuts(5, 40, [60, -110, 60, 220], 110, 24, C.sand, 0.6));
const track = (x: number, y: number, rot: number, n: number, s: number): string => g(`translate(${x} ${y}) rotate(${rot}) scale(${s})`, each(n,
  (i) => p(`M-60 ${i * 64}Q-150 ${i * 64 - 20} -210 ${i * 64 + 34}Q-140 ${i * 64 + 10} -64 ${i * 64 + 26}ZM60 ${i * 64 + 30}Q150 ${i * 64 + 10} 210 ` +
  `${i * 64 + 64}Q140 ${i * 64 + 40} 64 ${i * 64 + 56}Z`, C.ink)) + st(`M0 0V${n * 64}`, C.ink, 16));
const turtles = doc('sea-turtles', C.night,
  grad('t', dark(C.night, 0.3), mix(C.night, C.sea, 0.7)), r(0, 0, 1500, 320, 'url(#@t)') + stars(5, 80, [0, 0, 1500, 240], C.sand) + c(420, 130, 70,
    C.sand), r(0, 230, 1500, 300, C.sea) + glints(3, 80, [0, 236, 1500, 150], C.sky, 0.5) + glints(4, 50, [320, 236, 200, 170], C.sand, 0.9),
  hill([[1000, 250], [1160, 170], [1320, 190], [1520, 110]], dark(C.night, 0.5), 260), waves(380, 12, 200, mix(C.sea, C.sky, 0.45), 0.3) +
    p('M-20 420Q200 380 420 430T900 420T1300 440T1520 400V1010H-20Z', C.paper) + p('M-20 450Q200 412 430 462T900 446T1300 470T1520 430V1010H-20Z',
    mix(C.sand, C.night, 0.22)) + p('M-20 560Q300 500 640 580T1520 560V1010H-20Z', mix(C.sand, C.night, 0.1)) + cuts(6, 140, [0, 480, 1500, 520], 4, 60,
    mix(C.sand, C.night, 0.45), 0.45) + specks(7, 200, [0, 520, 1500, 480], 4, mix(C.sand, C.night, 0.5), 0.7),
  `<g opacity="0.3">${track(1000, 800, -38, 9, 0.9)}</g>`, g('translate(26 40)', e(850, 690, 300, 190, C.ink, 'opacity="0.3"')), turtleTop(830, 650, 1.22,
    -38, mix(C.olive, C.leaf, 0.45), mix(C.olive, C.sky, 0.3)),
  [[300, 640, -20], [210, 760, 10], [420, 820, -40], [330, 930, -10], [520, 540, -30]].map(([x = 0, y = 0, a = 0]) => g('translate(6 9)', e(x, y, 34, 26,
    C.ink, 'opacity="0.25"')) + turtleTop(x, y, 0.19, a, dark(C.olive, 0.35), dark(C.olive, 0.1))).join(''), e(130, 960, 180, 60, mix(C.sand, C.night,
    0.4)) + each(6, (i) => e(60 + i * 34, 946 + (i % 2) * 22, 26, 24, C.paper) + e(66 + i * 34, 952 + (i % 2) * 22, 17, 15, dark(C.paper, 0.1))));

// Voice leaving a profile and becoming bars.
const bar = (x: number, h: number, w: number, fill: string): string => r(x - w / 2, 500 - h / 2, w, h, fill, `rx="${w / 2}"`);
const speech = doc('speech-recognition', C.paper,
  each(7, (i) => c(520, 520, 1080 - i * 130, [light(C.rose, 0.5), C.paper][i % 2] ?? C.paper)), r(0, 0, 1500, 1000, DOTS, 'opacity="0.05"'),
  g('translate(110 0)', pg('-140,-20 -18,-20 -18,518 -140,660', C.ink) + pg('-140,660 -18,518 -18,1010 -140,1010', dark(C.madder, 0.3)),
  p('M-20 1010V-20H300Q430 30 470 150Q490 220 480 280Q520 350 560 410Q570 436 530 446Q516 450 520 474Q536 490 524 506Q500 512 498 522Q528 532 522 556' +
    'Q504 574 506 600Q516 660 470 680Q400 690 350 680Q330 760 380 840Q440 920 520 1010Z', C.madder) +
    p('M-20 1010V-20H170Q60 240 130 480Q180 640 330 690Q330 760 380 840Q440 920 520 1010Z', dark(C.madder, 0.3)) +
    p('M-20 -20H310Q430 30 470 150Q380 90 300 110Q180 150 170 300Q180 400 130 430Q60 420 -20 520Z', C.ink) + cuts(4, 60, [0, 20, 330, 300], -30, 90, C.dusk,
    0.4), p('M168 372Q230 350 240 410Q240 470 190 490Q170 440 168 372Z', C.dusk) + st('M190 396Q222 396 214 440', dark(C.madder, 0.3), 7) +
    st('M400 306Q430 290 456 302', C.ink, 9) + st('M394 262Q424 240 462 252', C.ink, 11) + st('M488 512H460', dark(C.madder, 0.6), 7) +
    p('M330 690Q400 694 470 680Q400 730 336 730Z', dark(C.madder, 0.45)),
  each(3, (i) => st(`M${580 + i * 44} ${420 - i * 36}Q${640 + i * 58} 505 ${580 + i * 44} ${590 + i * 36}`, C.sea, 20 - i * 3))),
  each(18, (i) => { const h = 60 + Math.abs(Math.sin(i * 0.9) * 300 + Math.sin(i * 2.3) * 160) * (0.5 + 0.5 * Math.sin((i / 17) * Math.PI)) +
    60 * Math.sin((i / 17) * Math.PI); return bar(886 + i * 33.5, h, 20, [C.sea, C.sea, C.madder, C.ochre, C.night, C.leaf][i % 6] ?? C.sea); }),
  each(40, (i) => { const [k, j] = [i % 8, Math.floor(i / 8)]; const on = (k * 7 + j * 5 + ((k * j) % 3)) % 4; return r(1020 + k * 56, 740 + j * 46, 36, 30,
    on === 0 ? C.madder : on === 1 ? C.night : on === 2 ? mix(C.sky, C.paper, 0.2) : C.ochre, 'rx="6"'); }),
    st('M1000 660Q980 720 1010 760M1240 660V716M1450 640Q1480 690 1460 730', C.ink, 5, 'stroke-dasharray="4 14"'));

// Domes under turning stars.
const observatory = doc('observatory', dark(C.night, 0.25),
  c(560, 330, 900, dark(C.night, 0.1)) + c(560, 330, 620, C.night) + c(560, 330, 380, mix(C.night, C.sea, 0.35)) + c(560, 330, 170, mix(C.night, C.sea,
    0.6)), each(46, (i) => {
    const [rad, a0, sp] = [24 + i * 22, (i * 137) % 360, 20 + ((i * 53) % 46)];
    const q = (a: number): string => `${Math.round(560 + Math.cos(a * Math.PI / 180) * rad)} ${Math.round(330 + Math.sin(a * Math.PI / 180) * rad)}`;
    return each(3, (k) => st(`M${q(a0 + k * 120)}A${rad} ${rad} 0 0 1 ${q(a0 + k * 120 + sp)}`, [C.sand, C.sky, C.rose][(i + k) % 3] ?? C.sand, 2 + (i % 3),
      'opacity="0.8"'));
  }), c(560, 330, 7, C.paper), hill([[-20, 720], [240, 600], [480, 690], [760, 640], [1100, 560], [1520, 700]], mix(C.night, C.dusk, 0.22)), hill([[-20,
    850], [200, 800], [520, 840], [820, 720], [1060, 690], [1280, 720], [1520, 830]], dark(C.night, 0.55)) + cuts(5, 80, [0, 800, 1500, 200], -8, 80,
    C.dusk, 0.25),
  r(800, 520, 460, 210, C.paper) + r(1120, 520, 140, 210, mix(C.paper, C.night, 0.4)) + r(780, 500, 500, 34, C.dusk) + r(1120, 500, 160, 34, dark(C.dusk,
    0.35)), p('M800 500A230 240 0 0 1 1260 500Z', light(C.sky, 0.5)) + p('M1040 260A230 240 0 0 1 1260 500H1120Q1130 350 1040 260Z', mix(C.sky, C.night,
    0.45)) + st('M860 500Q870 360 960 276', mix(C.sky, C.night, 0.35), 5), p('M920 500Q910 380 962 274L1052 262Q1010 380 1022 500Z', C.ink),
  g('rotate(-34 970 420)', r(930, 386, 60, 120, C.ochre) + r(924, 200, 72, 200, C.ochre) + r(918, 180, 84, 40, C.madder) + r(924, 300, 72, 14, dark(C.ochre,
    0.4)) + r(976, 220, 20, 180, dark(C.ochre, 0.3))), p('M800 500H1280V534H780V500Z', C.dusk) + r(1120, 500, 160, 34, dark(C.dusk, 0.35)), each(5,
    (i) => p(roundD(830 + i * 58, 650, 32, 70), i === 2 ? C.night : C.ochre)) + arch(1160, 730, 60, 120, C.ochre), r(1300, 660, 170, 90, C.dusk) +
    dome(1385, 662, 130, light(C.sky, 0.2)) + r(1330, 690, 24, 34, C.ochre) + r(1400, 690, 24, 34, C.ochre),
  p('M1150 730Q1000 790 1060 850T820 1010H1080Q1120 930 1200 880T1224 730Z', mix(C.night, C.sand, 0.45)), figure('man', 400, 900, 230, { top: C.madder,
    legs: C.ink, arms: [[-15, -62, -13, -48], [20, -88, 34, -106]] }) + figure('child', 310, 906, 140, { top: C.ochre, legs: C.ink, arms: [[-15, -60, -12,
    -48], [20, -84, 32, -104]] }) + st('M540 900L580 790L630 900M580 790V880', C.ink, 9) + g('rotate(-40 580 780)', r(500, 764, 150, 34, C.sky) + r(640,
    758, 30, 46, C.ink)));

// Wave buoys out at sea and the glass they fill.
const buoy = (x: number, y: number, s: number, rot: number): string => g(`translate(${x} ${y}) rotate(${rot}) scale(${s})`, r(-12, -190, 24, 130, C.paper) +
  r(-16, -204, 32, 26, C.madder) + c(0, -216, 13, C.ochre) + pg('-60,-60 60,-60 34,-120 -34,-120', C.paper) +
  p('M-110 -60H110L130 -14Q120 20 90 30H-90Q-120 20 -130 -14Z', C.ochre) + p('M40 -60H110L130 -14Q120 20 90 30H40Z', dark(C.ochre, 0.25)) + r(-124, -30,
  248, 20, C.madder));
const desalination = doc('desalination', light(C.sand, 0.5),
  sun(350, 250, 120, C.ochre, C.sand) + cuts(3, 40, [0, 60, 1500, 300], 0, 170, C.paper, 0.9, 5), hill([[760, 420], [980, 370], [1220, 390], [1520, 330]],
    mix(C.dusk, C.sand, 0.4), 440) + each(4, (i) => r(1240 + i * 64, 350 - (i % 2) * 16, 50, 70, C.paper) +
    p(`M${1240 + i * 64} ${350 - (i % 2) * 16}a25 16 0 0 1 50 0z`, C.sea)), r(0, 420, 1500, 600, mix(C.sea, C.sky, 0.55)), waves(450, 10, 120, mix(C.sea,
    C.sky, 0.4), 0.2) + buoy(760, 480, 0.32, 6) + buoy(960, 470, 0.26, -5) + buoy(570, 500, 0.44, -8), waves(500, 20, 210, mix(C.sea, C.sky, 0.22), 0.6) +
    glints(5, 40, [0, 500, 1500, 80], C.paper, 0.7), waves(580, 30, 300, C.sea, 0.1), buoy(300, 640, 1.15, 9) +
    p('M120 700Q220 640 300 670T520 660Q440 730 300 730T120 700Z', C.paper, 'opacity="0.85"'), waves(690, 36, 400, mix(C.sea, C.night, 0.4), 0.35) +
    glints(6, 40, [0, 690, 800, 120], C.sky, 0.6),
  p('M-20 860Q300 820 700 850T1520 830V1010H-20Z', C.dusk) + p('M-20 860Q300 820 700 850T1520 830V856Q1100 860 700 876T-20 890Z', light(C.dusk, 0.45)) +
    specks(8, 90, [0, 890, 1500, 110], 6, dark(C.dusk, 0.3), 0.5), e(1040, 940, 300, 34, C.ink, 'opacity="0.25"') + pg('870,940 1190,930 1420,990 760,1000',
    C.sky, 'opacity="0.4"'),
  p('M820 250H1220L1170 930Q1020 956 870 930Z', C.paper, 'opacity="0.5"') + clip('gl', 'M838 280H1202L1156 916Q1020 938 884 916Z', r(800, 430, 440, 520,
    mix(C.sky, C.sea, 0.16)), waves(446, 16, 190, mix(C.sky, C.sea, 0.32), 0.2, 960, 800, 1240), waves(640, 22, 240, mix(C.sky, C.sea, 0.5), 0.5, 960, 800,
    1240), waves(800, 22, 240, mix(C.sky, C.sea, 0.7), 0.1, 960, 800, 1240), each(14, (i) => c(900 + ((i * 83) % 240), 520 + ((i * 131) % 360), 6 +
    (i % 4) * 4, C.paper, 'opacity="0.7"')), r(1110, 250, 90, 700, C.ink, 'opacity="0.1"')), e(1020, 252, 200, 26, C.paper, 'opacity="0.7"') + e(1020, 252,
    200, 26, 'none', `stroke="${C.sea}" stroke-width="8"`) + st('M820 254L870 928Q1020 956 1170 928L1220 254', C.sea, 10) + st('M866 330L896 790', C.paper,
    20, 'opacity="0.9"') + p('M1020 60Q1090 150 1060 196Q1020 226 980 196Q950 150 1020 60Z', C.sea) + st('M1000 150q-6 24 8 40', C.sky, 8));

// A bee on a blossom beside the comb.
const hex = (x: number, y: number, s: number, fill: string,
  extra = ''): string => pg(range(6).map((i) => `${Math.round(x + Math.cos(i * Math.PI / 3) * s)},${Math.round(y + Math.sin(i * Math.PI / 3) * s)}`).join(' '),
  fill, extra);
const blossom = (x: number, y: number, s: number, petal: string): string => at(x, y, s, each(5, (i) => g(`rotate(${i * 72 - 90})`,
  p('M10 0Q60 -110 170 -90Q210 -60 190 0Q210 60 170 90Q60 110 10 0Z', petal) + p('M10 0Q60 -30 130 -20Q80 0 130 20Q60 30 10 0Z', mix(petal, C.madder,
  0.4)) + cuts(i + 3, 8, [70, -40, 80, 80], 0, 46, mix(petal, C.madder, 0.5), 0.6))), c(0, 0, 44, C.ochre) + each(12, (i) => g(`rotate(${i * 30})`, r(30,
  -2.5, 50, 5, C.leaf) + c(84, 0, 9, C.ochre))));
const bees = doc('honey-bees', mix(C.leaf, C.sky, 0.55),
  each(5, (i) => crown(10 + i, 120 + i * 330, 930 - (i % 2) * 60, 300, 220, mix(C.leaf, C.sky, 0.38 - (i % 2) * 0.1), 11)) + c(200, 170, 210, light(C.sand,
    0.4), 'opacity="0.55"'), p('M880 -20Q860 130 960 240Q920 380 1060 460Q1080 640 1240 660Q1330 800 1520 760V-20Z', dark(C.ochre, 0.35)), clip('cb',
    'M900 -20Q880 120 978 230Q940 366 1078 444Q1100 620 1254 640Q1340 776 1520 736V-20Z', r(860, -20, 680, 820, dark(C.ochre, 0.25)), each(70,
    (i) => { const [k, j] = [i % 7, Math.floor(i / 7)]; const [x, y] = [880 + k * 108, -10 + j * 124 + (k % 2) * 62]; const full = (k * 3 + j * 5) % 5;
    return hex(x, y, 62, full ? C.ochre : dark(C.ochre, 0.62)) + (full ? hex(x, y, 46, full === 2 ? light(C.ochre, 0.5) : light(C.ochre, 0.22)) +
    p(`M${x - 24} ${y - 24}q20 -14 44 -6q-24 4 -40 24z`, C.paper, 'opacity="0.8"') : hex(x + 6, y + 6, 44, dark(C.ochre, 0.78))); })),
  p('M1240 650q-10 90 10 170q20 24 40 0q16 -80 0 -166z', C.ochre) + p('M1256 680q-6 60 4 120', 'none', `stroke="${C.sand}" stroke-width="10"`) + c(1268,
    890, 20, C.ochre), st('M-20 1000Q200 860 420 800Q600 750 760 800', dark(C.ochre, 0.55), 26) + leafAt(120, 930, 250, -120, C.leaf) + leafAt(240, 880,
    220, 40, dark(C.leaf, 0.25)) + leafAt(700, 790, 240, 20, C.leaf) + leafAt(640, 780, 180, -20, dark(C.leaf, 0.25)), blossom(170, 660, 0.7, light(C.rose,
    0.4)) + blossom(480, 740, 1.25, C.paper) + blossom(830, 890, 0.62, light(C.rose, 0.4)),
  g('translate(600 430) rotate(24)', p('M20 -70Q-160 -330 -20 -350Q130 -330 90 -60Z', light(C.sky, 0.5), 'opacity="0.9"') +
    p('M70 -60Q60 -320 210 -290Q290 -200 120 -40Z', light(C.sky, 0.5), 'opacity="0.75"') +
    st('M40 -80Q-60 -240 -30 -340M50 -100Q40 -220 70 -310M90 -70Q120 -200 210 -280', mix(C.sea, C.sky, 0.4), 4) +
    st('M-90 60L-120 150L-90 200M-40 80L-50 170L-10 220M30 80L50 170L90 200', C.ink, 13),
    p('M40 -80Q190 -130 300 -40Q360 20 350 60Q250 130 120 100Q40 80 40 0Z', C.ochre) + clip('ab',
      'M40 -80Q190 -130 300 -40Q360 20 350 60Q250 130 120 100Q40 80 40 0Z', st('M130 -120Q170 0 120 130M205 -120Q250 0 200 130M280 -90Q320 20 270 120',
      C.ink, 36)), p('M350 60L400 84L340 90Z', C.ink), blob([[-110, -20], [-70, -100], [20, -110], [80, -50], [80, 50], [10, 100], [-80, 70]], dark(C.ochre,
      0.25)) + cuts(5, 60, [-90, -80, 140, 150], 60, 26, C.sand, 0.9, 4), blob([[-200, 20], [-180, -50], [-120, -70], [-90, -10], [-110, 60], [-170, 70]],
      C.ink) + e(-160, -10, 22, 34, mix(C.madder, C.ink, 0.3)) + e(-166, -20, 7, 11, C.rose) +
      st('M-180 -50Q-230 -110 -270 -90M-150 -66Q-190 -140 -240 -140', C.ink, 9)),
  at(1130, 560, 1, p('M0 -10Q-30 -60 0 -66Q30 -60 14 -10Z', C.paper, 'opacity="0.9"') + e(24, 4, 44, 24, C.sand) + st('M20 -18V26M42 -16V24', C.ink, 10) +
    c(-24, 2, 16, C.ink)), at(300, 330, 0.8, p('M0 -10Q-30 -60 0 -66Q30 -60 14 -10Z', C.paper) + e(24, 4, 44, 24, C.ochre) + st('M20 -18V26M42 -16V24',
    C.ink, 10) + c(-24, 2, 16, C.ink)) + st('M360 340Q440 400 400 300T520 240', C.paper, 4, 'stroke-dasharray="3 16"'));

// Small robot on the classroom table.
const pupil = (x: number, y: number, s: number, shirt: string, skin: string, hair: string): string => at(x, y, s,
  p('M-120 260Q-130 110 -50 90H50Q130 110 120 260Z', shirt) + r(-26, 50, 52, 60, dark(skin, 0.15)) + e(0, 0, 74, 84, skin) + c(-76, 6, 16, skin) + c(76, 6,
  16, skin) + hair + c(-28, 6, 8, C.ink) + c(28, 6, 8, C.ink) + st('M-24 40Q0 60 24 40', C.ink, 6));
const robots = doc('school-robots', light(C.sky, 0.3),
  r(0, 0, 1500, 640, mix(C.sky, C.paper, 0.35)), r(120, 70, 620, 340, C.leaf) + r(120, 70, 620, 340, 'none', `stroke="${C.ochre}" stroke-width="20"`) +
    c(250, 190, 56, 'none', `stroke="${C.paper}" stroke-width="6"`) + pg('380,250 460,120 540,250', 'none', `stroke="${C.paper}" stroke-width="6"`) +
    st('M600 140h80v100h-80zM600 140l30 -30h80l-30 30M680 240l30 -30v-100M250 246v80h130v-50M460 300h140v-40', C.paper, 6) + c(380, 270, 9, C.ochre) +
    c(600, 256, 9, C.ochre), r(1000, 60, 380, 330, C.paper) + clip('cw', 'M1020 80h340v290h-340z', r(1020, 80, 340, 290, C.sky), sun(1290, 150, 36,
    C.ochre), hill([[1000, 300], [1140, 230], [1260, 280], [1400, 220]], C.olive), cypress(1100, 360, 150, C.leaf)) + r(1182, 70, 16, 310, C.paper) + r(980,
    380, 420, 24, C.ochre),
  pupil(330, 480, 1.15, C.madder, SKIN, p('M-80 0Q-96 -100 0 -104Q96 -100 80 0Q60 -50 0 -54Q-60 -50 -80 0Z', C.ink)), pupil(1130, 470, 1.2, C.ochre, SKIN,
    p('M-96 110Q-130 -110 0 -116Q130 -110 96 110Q110 150 60 130Q78 40 62 -20Q0 -70 -62 -20Q-78 40 -60 130Q-110 150 -96 110Z', C.paper) +
    p('M-66 40Q-30 92 0 92Q30 92 66 40L96 110Q120 170 90 196Q0 226 -90 196Q-120 170 -96 110Z', C.paper) + st('M-70 130Q0 170 80 120', dark(C.paper, 0.15),
    6)),
  p('M-20 700L180 660H1320L1520 700V1010H-20Z', light(C.ochre, 0.2)) + p('M-20 940H1520V1010H-20Z', dark(C.ochre, 0.4)) + cuts(4, 70, [0, 690, 1500, 240],
    0, 150, dark(C.ochre, 0.2), 0.5), e(740, 884, 270, 32, C.ink, 'opacity="0.3"'),
  st('M740 300V220', C.ink, 10) + c(740, 206, 26, C.madder) + c(732, 198, 8, C.rose), r(560, 300, 360, 240, C.sea, 'rx="54"') + r(600, 350, 280, 140, C.ink,
    'rx="40"') + c(676, 420, 34, C.sky) + c(804, 420, 34, C.sky) + c(684, 424, 15, C.ink) + c(812, 424, 15, C.ink) + r(530, 380, 36, 80, C.ochre,
    'rx="14"') + r(914, 380, 36, 80, C.ochre, 'rx="14"'), r(690, 536, 100, 30, mix(C.sky, C.ink, 0.3)), r(590, 560, 300, 230, C.paper, 'rx="34"') + r(820,
    560, 70, 230, mix(C.paper, C.ink, 0.14), 'rx="34"') + r(640, 604, 130, 80, C.night, 'rx="12"') + st('M654 650l22 -26l22 36l20 -24h36', C.ochre, 7) +
    c(676, 730, 18, C.madder) + c(734, 730, 18, C.leaf) + c(792, 730, 18, C.ochre),
  st('M592 620Q500 640 500 720', mix(C.sky, C.ink, 0.25), 26) + st('M474 730q26 -26 52 0v34M474 730v34', C.madder, 16) + st('M888 620Q980 600 1000 510',
    mix(C.sky, C.ink, 0.25), 26) + st('M976 500q24 26 52 0v-36M976 500v-36', C.madder, 16), r(590, 780, 300, 40, C.ink, 'rx="16"') + each(2, (i) => c(620 +
    i * 240, 826, 62, C.ink) + c(620 + i * 240, 826, 34, C.ochre) + c(620 + i * 240, 826, 12, C.ink)),
  r(150, 800, 110, 90, C.madder) + r(280, 830, 80, 60, C.leaf) + r(190, 726, 80, 74, C.sky) + c(320, 800, 30, C.ochre), g('translate(1200 830)', each(12,
    (i) => g(`rotate(${i * 30})`, r(-12, -78, 24, 34, C.night))) + c(0, 0, 58, C.night) + c(0, 0, 24, light(C.ochre, 0.2))) + g('translate(1318 866)',
    each(9, (i) => g(`rotate(${i * 40})`, r(-9, -56, 18, 26, C.madder))) + c(0, 0, 40, C.madder) + c(0, 0, 16, light(C.ochre, 0.2))) +
    st('M1050 900L1130 760', mix(C.sky, C.ink, 0.3), 14) + st('M1040 920L1064 876', C.madder, 26));

export const scienceScenes: Record<string, string> = {
  'sea-turtles': turtles, 'speech-recognition': speech, observatory, desalination, 'honey-bees': bees, 'school-robots': robots,
};
