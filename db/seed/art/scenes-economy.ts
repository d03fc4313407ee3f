// Lead images of the economy section.
import {
  C, HATCH, at, blob, c, clip, cloud, crown, cuts, dark, doc, e, each, frond, g, glints, grad, gull, hill, leafAt, light, mix, p, pg, r,
  range, rng, specks, st, sun, waves,
} from './motifs.ts';
import { SKIN, arch, archD, crate, figure, fishingBoat, roundD, skyline } from './motifs-built.ts';

// Harbour at first light: gantry cranes, boats coming to the quay.
const crane = (x: number, y: number, s: number, fill: string): string => at(x, y, s,
  st('M-70 0L-50 -360M70 0L50 -360M-62 -150H62M-58 -220L64 -150M-56 -300H56M-66 -80L60 -220', fill, 14), r(-70, -400, 140, 50, fill),
    st('M-40 -400L0 -560L50 -400', fill, 12),
  st('M-330 -384H190', fill, 20) + st('M0 -560L-310 -390M0 -560L180 -390', fill, 6), r(130, -400, 60, 60, fill), st('M-230 -380V-220M-200 -380V-220', fill,
    5), r(-256, -224, 82, 44, C.madder));
const bigBow = p('M1540 470Q1300 560 1010 520Q1060 760 1170 960H1540Z', C.sea) + p('M1540 470Q1300 560 1010 520L1020 566Q1300 606 1540 520Z', C.paper) +
  p('M1540 830Q1300 880 1128 880L1170 960H1540Z', C.madder) + st('M1040 640Q1300 680 1540 600M1066 730Q1300 772 1540 700', dark(C.sea, 0.4), 5) +
  st('M1016 530Q900 560 800 800', C.sand, 9) + c(1180, 610, 24, C.sand) + c(1180, 610, 12, C.ink) + cuts(7, 30, [1090, 640, 400, 200], -8, 70, C.sky, 0.35);
const harbour = doc('fishing-harbour', C.dusk,
  grad('a', light(C.rose, 0.2), C.dusk), r(0, 0, 1500, 480, 'url(#@a)'), sun(760, 400, 150, C.madder, C.sand), cuts(3, 44, [0, 90, 1500, 240], 0, 150,
    C.paper, 0.6, 4),
  hill([[-20, 420], [240, 360], [420, 400], [620, 450], [640, 470]], mix(C.dusk, C.sea, 0.5), 480), skyline(15, 0, 360, 440, 20, 70, mix(C.dusk, C.sea,
    0.65)),
  crane(330, 476, 0.72, mix(C.night, C.dusk, 0.25)) + crane(620, 470, 0.5, mix(C.night, C.dusk, 0.4)) + crane(1120, 474, 0.85, C.night), r(0, 462, 700, 22,
    C.night) + r(980, 466, 520, 20, C.night),
  r(0, 480, 1500, 530, mix(C.sea, C.night, 0.2)) + glints(5, 120, [0, 490, 1500, 330], C.dusk, 0.75) + glints(6, 50, [620, 490, 260, 300], C.madder, 0.9,
    1.2),
  fishingBoat(820, 560, 0.7, C.ink, C.madder, C.sand), fishingBoat(300, 640, 1.05, C.madder, C.paper, C.paper, true), g('translate(300 668) scale(1 -0.5)',
    p('M-104 0Q0 -22 112 0L78 60L-84 60Z', C.madder, 'opacity="0.4"')),
  fishingBoat(640, 770, 1.6, C.leaf, C.sand, C.paper), waves(792, 8, 90, dark(C.sea, 0.2), 0.2, 1010), glints(9, 50, [0, 800, 1100, 100], C.dusk, 0.6),
    bigBow,
  p('M-20 900L1520 930V1010H-20Z', light(C.sand, 0.15)) + p('M-20 900L1520 930V950L-20 922Z', C.paper), r(780, 790, 44, 130, C.ink, 'rx="12"') + e(802, 794,
    36, 14, C.ink),
  blob([[60, 930], [120, 850], [250, 830], [360, 880], [440, 930], [250, 960]], dark(C.leaf, 0.1)) + cuts(12, 80, [90, 850, 300, 90], 40, 40, C.sand, 0.6) +
    cuts(13, 80, [90, 850, 300, 90], -40, 40, C.ink, 0.6) +
  each(6, (i) => e(110 + i * 62, 880 + ((i * 31) % 46), 22, 17, i % 2 ? C.ochre : C.madder)),
  figure('man', 560, 950, 210, { top: C.ochre, legs: C.ink, arms: [[-16, -62, 4, -54], [20, -66, 34, -60]] }), gull(420, 230, 0.9, C.paper) + gull(560, 160,
    0.6, C.paper) + gull(960, 250, 0.6, C.ink));

// Great olive tree above a spread net.
const spray = (seed: number, count: number, x: number, y: number, rx: number, ry: number, tones: readonly string[], len = 54): string => {
  const rand = rng(seed);
  return each(count, () => {
    const [a, q, t] = [rand() * 6.283, Math.sqrt(rand()), rand()];
    return leafAt(x + Math.cos(a) * rx * q, y + Math.sin(a) * ry * q, len * (0.6 + rand() * 0.6), rand() * 360,
      tones[Math.floor(t * tones.length)] ?? C.olive, 0.2);
  });
};
const oliveRow = (y: number, s: number, n: number, fill: string): string => each(n, (i) => crown(i + 3, 60 + (i * 1500) / n, y - 50 * s, 70 * s, 50 * s,
  fill, 9) + r(52 + (i * 1500) / n, y - 30 * s, 16 * s, 60 * s, dark(C.ochre, 0.6)));
const oliveTones = [C.olive, dark(C.olive, 0.3), mix(C.olive, C.sky, 0.45), mix(C.olive, C.leaf, 0.6)];
const olive = doc('olive-harvest', light(C.ochre, 0.62),
  sun(1290, 190, 84, C.paper, C.ochre), hill([[-20, 420], [360, 330], [760, 400], [1120, 320], [1520, 410]], mix(C.sand, C.olive, 0.35)), oliveRow(470,
    0.55, 15, C.olive), hill([[-20, 500], [500, 450], [1000, 500], [1520, 460]], mix(C.ochre, C.sand, 0.45)),
  oliveRow(580, 0.9, 9, mix(C.olive, C.leaf, 0.4)), hill([[-20, 650], [600, 600], [1520, 640]], mix(C.ochre, C.dusk, 0.5)), cuts(5, 90, [0, 640, 1500, 350],
    3, 60, C.sand, 0.5),
  p('M60 890Q300 730 720 740T1420 880Q1100 1010 620 990T60 890Z', mix(C.leaf, C.sea, 0.4)),
  clip('net', 'M60 890Q300 730 720 740T1420 880Q1100 1010 620 990T60 890Z', each(34,
    (i) => st(`M${i * 50 - 300} 1000L${i * 50 + 200} 700M${i * 50 - 200} 700L${i * 50 + 300} 1000`, light(C.leaf, 0.45), 2.5)), specks(8, 90, [240, 790,
    960, 170], 11, dark(C.madder, 0.55)), specks(9, 60, [240, 790, 900, 170], 11, C.olive)),
  p('M470 880Q560 760 540 640Q480 520 330 440L370 410Q500 470 560 540Q570 420 540 320L600 310Q630 420 634 520Q720 420 860 390L880 430Q720 500 690 620' +
    'Q680 760 780 880Q700 850 640 890Q560 850 470 880Z', dark(C.ochre, 0.62)),
  st('M560 820Q600 720 586 620M640 840Q630 720 650 620M604 560Q600 440 580 350', C.ochre, 6) + cuts(15, 36, [560, 580, 90, 250], 84, 60, C.ochre, 0.5),
  crown(41, 320, 330, 250, 190, dark(C.olive, 0.25), 15) + crown(42, 620, 220, 300, 220, C.olive, 15) + crown(43, 900, 330, 220, 170, dark(C.olive, 0.2),
    13),
  spray(51, 150, 320, 330, 250, 190, oliveTones) + spray(52, 190, 620, 220, 310, 220, oliveTones) + spray(53, 130, 900, 330, 225, 175, oliveTones),
    specks(54, 40, [140, 180, 900, 280], 13, dark(C.madder, 0.6)),
  st('M900 880L990 390M960 890L1040 400', C.sand, 12) + each(8, (i) => st(`M${908 + i * 11} ${836 - i * 56}h${56 - i * 1.6}`, C.sand, 10)), figure('woman',
    972, 720, 290, { top: C.madder, hair: C.paper, mirror: true, arms: [[-14, -66, -2, -72], [18, -88, 26, -108]] }),
  figure('man', 1240, 900, 330, { top: C.sea, legs: C.ink, hair: C.paper, mirror: true, arms: [[-8, -66, 16, -70], [20, -72, 30, -84]] }) +
    st('M1296 730L1100 350m0 0l-44 -4m44 4l-30 -34m30 34l-6 -46m6 46l26 -38', C.ink, 9),
  figure('girl', 250, 930, 220, { top: C.ochre, legs: C.night, arms: [[-16, -60, -8, -48], [18, -58, 24, -44]] }) + p('M300 850h150l-22 110h-106z',
    C.ochre) + st('M306 880h138M312 912h124', dark(C.ochre, 0.4), 5) + e(375, 850, 75, 22, dark(C.madder, 0.6)) + specks(3, 20, [312, 838, 120, 22], 11,
    C.olive));

// Rows of panels in a desert plain.
const panelRow = (y: number, h: number, w: number, off: number, hot: number): string => each(Math.ceil(1700 / w) + 1, (i) => {
  const x = -140 + off + i * w * 1.05;
  const q = (u: number, v: number): string => `${x + u * w + v * h * 0.5},${y - v * h}`;
  return pg(`${q(0, 0)} ${q(1, 0)} ${x + w * 1.05},${y + h * 0.5} ${x + w * 0.1},${y + h * 0.5}`, dark(C.ochre, 0.4), 'opacity="0.45"') +
    st(`M${x + w * 0.25} ${y - h * 0.2}V${y + h * 0.42}M${x + w * 0.85} ${y - h * 0.2}V${y + h * 0.42}`, C.ink, Math.max(2, h * 0.05)) +
    pg(`${q(0, 0)} ${q(1, 0)} ${q(1, 1)} ${q(0, 1)}`, i % 4 === hot ? mix(C.night, C.sea, 0.8) : C.night,
      `stroke="${C.paper}" stroke-width="${Math.max(1.5, h * 0.03)}"`) +
    st(`M${q(0.33, 0)}L${q(0.33, 1)}M${q(0.66, 0)}L${q(0.66, 1)}M${q(0, 0.5)}L${q(1, 0.5)}`.replaceAll(',', ' '), mix(C.night, C.sky, 0.45), Math.max(1,
      h * 0.016)) +
    (i % 4 === hot ? pg(`${q(0.1, 0.1)} ${q(0.3, 0.1)} ${q(0.55, 0.9)} ${q(0.35, 0.9)}`, C.sand, 'opacity="0.7"') : '');
});
const solar = doc('solar-farm', light(C.ochre, 0.35),
  c(1080, 330, 330, light(C.ochre, 0.2)) + c(1080, 330, 240, light(C.ochre, 0.5)) + c(1080, 330, 150, C.paper), each(24,
    (i) => g(`rotate(${i * 15} 1080 330)`, pg('1080,-90 1072,-30 1088,-30', C.paper) + pg('1080,-260 1068,-170 1092,-170', light(C.ochre, 0.5)))),
  hill([[-20, 380], [160, 300], [300, 350], [480, 250], [700, 380], [860, 400]], C.dusk, 440), hill([[640, 430], [900, 370], [1100, 400], [1300, 310],
    [1520, 390]], mix(C.dusk, C.madder, 0.4), 440),
  r(0, 424, 1500, 580, C.sand) + cuts(4, 100, [0, 440, 1500, 550], 0, 70, C.ochre, 0.4), each(6, (i) => st(`M${60 + i * 90} 424v${-70 + i * 6}m-18 12h36`,
    C.ink, 3)) + st('M60 366Q330 400 600 404', C.ink, 2),
  panelRow(462, 22, 60, 10, 1) + panelRow(506, 34, 92, 40, 2) + panelRow(572, 54, 142, 0, 3), panelRow(680, 88, 224, 70, 1),
  figure('man', 470, 800, 250, { top: C.madder, legs: C.ink, hair: C.paper, arms: [[-15, -62, -13, -48], [22, -66, 36, -70]] }) + e(476, 566, 24, 12,
    C.paper), figure('woman', 390, 804, 236, { top: C.sea, hair: C.paper, arms: [[-13, -62, 2, -54], [15, -62, 8, -54]] }) + r(392, 664, 34, 24, C.ink),
    panelRow(900, 160, 400, -60, 2));

// Coppersmith at his bench.
const lantern = (x: number, y: number, s: number, fill: string): string => at(x, y, s, st('M0 -200V-70', C.ink, 5), p('M0 -74L40 -30H-40Z', fill) +
  p('M-46 -30H46L60 50L30 90H-30L-60 50Z', fill) + each(3, (i) => p(`M${-34 + i * 34} -16l14 34l-14 40l-14 -40z`, light(C.ochre, 0.6))) + r(-24, 90, 48, 12,
  fill));
const pot = (x: number, y: number, s: number, fill: string): string => at(x, y, s,
  p('M-40 -120Q-110 -90 -100 -30Q-90 0 0 0Q90 0 100 -30Q110 -90 40 -120L52 -150H-52Z', fill) + p('M40 -120Q110 -90 100 -30Q90 0 20 0Q70 -30 60 -80Z',
  dark(fill, 0.3)) + cuts(4, 26, [-80, -90, 110, 70], 20, 20, C.paper, 0.5));
const loans = doc('small-loans', mix(C.madder, C.ink, 0.42),
  cuts(2, 90, [0, 0, 1500, 640], 90, 80, C.dusk, 0.16), p(roundD(90, 600, 360, 520), light(C.sky, 0.3)) + clip('w', roundD(90, 600, 360, 520), hill([[60,
    440], [200, 360], [330, 420], [480, 380]], C.olive, 620), sun(330, 230, 52, C.paper), r(90, 520, 360, 90, C.sand), each(3, (i) => r(120 + i * 100,
    440 - i * 30, 70, 180, i % 2 ? C.paper : C.rose))) +
  p('M90 600V260A180 180 0 0 1 450 260V600', 'none', `stroke="${C.ochre}" stroke-width="22"`) + st('M270 80V600M90 350H450', C.ochre, 12),
    pg('110,600 450,600 900,1000 360,1000', C.sand, 'opacity="0.12"'),
  r(640, 190, 250, 20, C.ochre) + pot(700, 190, 0.55, C.dusk) + pot(820, 190, 0.42, C.ochre) + r(1180, 120, 300, 300, dark(C.ochre, 0.55)) + each(5,
    (i) => st(`M${1220 + i * 54} 160V${300 - (i % 2) * 30}`, C.sand, 12) + r(1200 + i * 54, 286 - (i % 2) * 30, 40, 60, i % 2 ? C.ink : mix(C.sky, C.ink,
    0.4), i % 2 ? 'rx="18"' : '')),
  lantern(520, 150, 0.8, C.ochre), lantern(1110, 190, 0.8, C.dusk), e(520, 170, 130, 130, C.ochre, 'opacity="0.14"'),
  figure('man', 930, 1130, 880, { top: C.sea, legs: C.night, hair: C.ink, mirror: true, arms: [[-20, -60, 14, -53], [26, -72, 28, -96]] }),
    p('M846 470Q930 520 1010 470L1040 1000H820Z', C.ochre) + st('M850 480Q850 420 900 400M1008 480Q1012 420 964 400', C.ochre, 14),
  g('rotate(-28 690 290)', r(680, 150, 20, 190, C.sand) + r(630, 120, 122, 54, C.ink, 'rx="10"')), pot(700, 716, 1.5, C.dusk),
    st('M600 470l-30 -34M640 440l-14 -44M560 520l-44 -18', C.sand, 8),
  c(816, 668, 26, SKIN), r(0, 700, 1500, 56, C.ochre) + r(0, 700, 1500, 14, light(C.ochre, 0.4)) + r(0, 756, 1500, 250, dark(C.ochre, 0.55)) + cuts(8, 60,
    [0, 760, 1500, 230], 0, 130, C.ochre, 0.35) + r(480, 756, 30, 250, dark(C.ochre, 0.75)) + r(1010, 756, 30, 250, dark(C.ochre, 0.75)) + e(745, 870, 34,
    12, C.ink),
  each(4, (i) => e(1170, 692 - i * 16, 44, 12, i % 2 ? C.sand : C.ochre)) + each(2, (i) => e(1270, 692 - i * 16, 44, 12, i % 2 ? C.sand : C.ochre)) +
    st('M1340 690h130M1360 672l90 8', mix(C.sky, C.ink, 0.3), 14) + pot(250, 704, 0.8, C.ochre) + st('M380 694q30 -30 50 0t40 -6', C.dusk, 8));

// A heavy bunch of dates, crates and a ship in the bay.
const strand = (i: number): string => {
  const [x0, y0, x1, y1] = [430 + (i - 5) * 12, 230, 150 + i * 56, 660 + Math.sin((i / 10) * Math.PI) * 150];
  const [mx, my] = [x0 + (x1 - x0) * 0.75, y0 + 90];
  const on = (t: number): readonly [number, number] => [(1 - t) ** 2 * x0 + 2 * t * (1 - t) * mx + t * t * x1, (1 - t) ** 2 * y0 + 2 * t * (1 - t) * my +
    t * t * y1];
  return st(`M${x0} ${y0}Q${mx} ${my} ${x1} ${y1}`, C.ochre, 9) + each(9, (j) => {
    const [x, y] = on(0.28 + j * 0.09);
    const tone = [mix(C.madder, C.ink, 0.4), C.madder, mix(C.ochre, C.madder, 0.55), mix(C.madder, C.ink, 0.6)][(i * 3 + j) % 4] ?? C.madder;
    return g(`translate(${Math.round(x + (j % 2 ? 18 : -18))} ${Math.round(y)}) rotate(${(j % 2 ? -24 : 24) + (i - 5) * -3})`, e(0, 20, 22, 36, tone) +
      e(-7, 10, 5, 15, C.rose, 'opacity="0.7"') + e(0, -12, 12, 7, C.ochre));
  });
};
const dates = doc('date-exports', C.rose,
  sun(1180, 260, 130, C.paper), cloud(900, 330, 260, light(C.rose, 0.5)), r(0, 470, 1500, 200, C.sea) + glints(4, 60, [600, 480, 900, 170], C.rose, 0.7),
    p('M860 470H1300L1260 530H900Z', C.ink) + each(7, (i) => r(910 + i * 42, 430 - (i % 3) * 34, 40, 42 + (i % 3) * 34, [C.madder, C.ochre, C.paper,
    C.leaf][i % 4] ?? C.paper)) + r(1214, 350, 56, 122, C.paper) + r(1226, 320, 26, 32, C.madder),
  r(0, 650, 1500, 360, light(C.sand, 0.1)) + cuts(9, 70, [0, 670, 1500, 330], 3, 60, C.ochre, 0.4), r(0, 640, 1500, 18, C.ochre), e(1120, 960, 380, 26,
    C.ink, 'opacity="0.2"'),
  crate(800, 960, 300, 150, C.ochre) + crate(1110, 960, 300, 150, light(C.ochre, 0.2)) + crate(930, 806, 320, 150, light(C.ochre, 0.12)),
  clip('m', 'M900 400h400v262h-400z', each(34,
    (i) => g(`translate(${956 + ((i * 97) % 272)} ${660 - ((i * 41) % 70) * (1 - Math.abs(((i * 97) % 272) - 136) / 170)}) rotate(${(i * 67) % 180})`, e(0,
    0, 20, 34, [C.madder, mix(C.madder, C.ink, 0.45), mix(C.ochre, C.madder, 0.5)][i % 3] ?? C.madder) + e(-6, -8, 4, 12, C.rose, 'opacity="0.6"')))),
    r(930, 656, 320, 40, light(C.ochre, 0.2)),
  figure('man', 1350, 812, 330, { top: C.paper, legs: C.night, mirror: true, arms: [[-15, -62, 6, -54], [22, -62, 30, -54]] }), crate(1196, 646, 10, 2,
    C.ochre),
  frond(440, 150, 620, 8, 150, C.leaf, 0.3) + frond(420, 120, 560, 172, 230, dark(C.leaf, 0.2), 0.3) + frond(430, 130, 520, -28, 120, dark(C.leaf, 0.15),
    0.3) + frond(430, 100, 480, 206, 90, C.leaf, 0.3),
  p('M360 -20L400 180Q430 220 460 180L510 -20Z', dark(C.ochre, 0.55)) + each(5,
    (i) => pg(`${372 + i * 6},${i * 40 - 16} ${500 - i * 6},${i * 40 - 16} ${436},${i * 40 + 26}`, i % 2 ? C.ochre : dark(C.ochre, 0.35))),
    p('M404 150Q430 130 456 150L450 260H410Z', C.ochre), range(11).map((i) => strand((i * 7) % 11)).join(''));

// Loom with a half-woven cloth and the weaver from behind.
const diamond = (x: number, y: number, w: number, h: number, fill: string): string => pg(`${x},${y - h} ${x + w},${y} ${x},${y + h} ${x - w},${y}`, fill);
const weaveRow = (y: number, k: number): string => {
  const a = [C.night, C.madder, C.sea][k % 3] ?? C.night;
  if (k % 2) return r(340, y, 700, 84, C.paper) + each(7, (i) => diamond(390 + i * 100, y + 42, 50, 40, a) + diamond(390 + i * 100, y + 42, 30, 24,
    C.ochre) + diamond(390 + i * 100, y + 42, 13, 10, C.paper));
  return r(340, y, 700, 56, a) + each(14, (i) => pg(`${340 + i * 50},${y + 50} ${365 + i * 50},${y + 8} ${390 + i * 50},${y + 50}`,
    i % 2 ? C.ochre : C.rose));
};
const weaving = doc('weaving-cooperative', mix(C.sky, C.paper, 0.45),
  arch(1150, 760, 290, 560, C.sky) + clip('q', archD(1150, 760, 290, 560), hill([[1100, 560], [1260, 480], [1480, 570]], C.olive), hill([[1100, 660], [1300,
    600], [1480, 650]], C.sand), c(1360, 400, 40, C.ochre)) + st(archD(1150, 760, 290, 560), C.ochre, 18),
  r(0, 760, 1500, 250, C.dusk) + each(9, (i) => st(`M${i * 190 - 60} 1000L${260 + i * 122} 760`, mix(C.dusk, C.madder, 0.3), 5)) + st('M0 860H1500',
    mix(C.dusk, C.madder, 0.3), 5), each(4, (i) => st(`M${30 + i * 70} 20V${150 + (i % 2) * 50}`, C.ink, 4) + e(30 + i * 70, 230 + (i % 2) * 50, 34, 90,
    [C.madder, C.ochre, C.sea, C.night][i] ?? C.sea) + cuts(i + 3, 14, [6 + i * 70, 170 + (i % 2) * 50, 44, 110], 78, 40, C.paper, 0.5)), r(0, 10, 300, 18,
    C.ochre),
  r(340, 150, 700, 330, light(C.sand, 0.4)) + each(59, (i) => st(`M${344 + i * 11.9} 150V490`, i % 2 ? C.ochre : mix(C.ochre, C.ink, 0.3), 3)), r(330, 262,
    720, 22, dark(C.ochre, 0.3)) + r(330, 330, 720, 16, dark(C.ochre, 0.3)),
  weaveRow(476, 0) + weaveRow(532, 1) + weaveRow(616, 2) + weaveRow(672, 3) + weaveRow(756, 4) + weaveRow(812, 5), r(280, 60, 54, 940, dark(C.ochre,
    0.25)) + r(1046, 60, 54, 940, dark(C.ochre, 0.25)) + r(240, 96, 900, 58, C.ochre) + r(240, 890, 900, 62, C.ochre) + cuts(4, 40, [250, 100, 880, 46], 0,
    80, dark(C.ochre, 0.5), 0.7) + cuts(5, 40, [250, 896, 880, 46], 0, 80, dark(C.ochre, 0.5), 0.7),
  p('M500 478q90 -26 190 -4l-6 14q-90 -16 -178 6z', C.ink), p('M700 1010Q690 700 760 620Q800 580 860 580Q920 580 960 620Q1030 700 1020 1010Z', C.leaf) +
    p('M730 690Q640 640 640 560Q636 500 600 480L622 458Q690 480 700 540Q720 590 800 620Z', C.leaf) +
    p('M990 690Q1040 620 1000 540Q980 500 944 490L956 466Q1020 476 1050 540Q1080 640 1010 740Z', C.leaf) + c(606, 470, 22, SKIN) + c(948, 476, 22, SKIN),
  p('M770 560Q764 420 860 414Q956 420 950 560Q960 660 1000 760Q860 830 720 760Q764 660 770 560Z', C.madder) +
    st('M800 470Q780 620 764 740M860 450V780M920 470Q940 620 958 740', dark(C.madder, 0.35), 6) + p('M690 1010Q700 880 730 800L990 800Q1020 880 1030 1010Z',
    HATCH, 'opacity="0.2"'),
  p('M110 840H300L270 1000H140Z', C.ochre) + st('M116 880h178M124 920h162M134 960h142', dark(C.ochre, 0.4), 7) + c(160, 822, 50, C.madder) + c(246, 812, 56,
    C.night) + c(200, 780, 44, C.sand) + cuts(7, 30, [130, 760, 150, 80], 30, 40, C.paper, 0.5));

export const economyScenes: Record<string, string> = {
  'fishing-harbour': harbour, 'olive-harvest': olive, 'solar-farm': solar, 'small-loans': loans, 'date-exports': dates, 'weaving-cooperative': weaving,
};
