// Lead images of the culture section.
import {
  C, at, blob, c, clip, cloud, cuts, cypress, dark, doc, e, each, flip, g, grad, hill, leafAt, light, mix, p, palm, pg, r, rng, st, stars,
} from './motifs.ts';
import { SKIN, archD, bookFlat, bookOpen, dome, figure, heads, skyline } from './motifs-built.ts';

// Tents and tables of the book fair.
const tent = (x: number, y: number, w: number, h: number, a: string, b: string): string => {
  const [n, top] = [8, y - h];
  return r(x + w * 0.06, y - h * 0.5, w * 0.88, h * 0.5, dark(a, 0.62)) + each(n,
    (i) => pg(`${x + w / 2 + (i - n / 2) * w * 0.02},${top} ${x + w / 2 + (i + 1 - n / 2) * w * 0.02},${top} ${x + ((i + 1) * w) / n},${y - h * 0.52} ` +
    `${x + (i * w) / n},${y - h * 0.52}`, i % 2 ? a : b) +
    p(`M${x + (i * w) / n} ${y - h * 0.53}h${w / n}v${h * 0.09}a${w / n / 2} ${w / n / 2} 0 0 1 ${-w / n} 0z`, i % 2 ? dark(a, 0.14) : dark(b, 0.1))) +
      st(`M${x + w * 0.05} ${y}V${y - h * 0.5}M${x + w * 0.95} ${y}V${y - h * 0.5}`, C.ink, w * 0.02) +
      pg(`${x + w / 2},${top - h * 0.02} ${x + w / 2},${top - h * 0.2} ${x + w * 0.64},${top - h * 0.14} ${x + w / 2},${top - h * 0.08}`, b);
};
const standing = (x: number, y: number, w: number, h: number, seed: number): string => {
  const [rand, tones] = [rng(seed), [C.madder, C.ochre, C.sea, C.paper, C.leaf, C.rose, C.night, C.dusk]];
  let [k, out] = [x, ''];
  while (k < x + w) { const [bw, bh] = [h * (0.16 + rand() * 0.2), h * (0.7 + rand() * 0.3)]; const t = tones[Math.floor(rand() * 8)] ?? C.paper;
    out += r(k, y - bh, bw - 2, bh, t) + r(k, y - bh * 0.85, bw - 2, h * 0.06, mix(t, C.ink, 0.35)); k += bw; }
  return out;
};
const bunting = (x0: number, y0: number, x1: number, y1: number, sag: number, n: number,
  s: number): string => st(`M${x0} ${y0}Q${(x0 + x1) / 2} ${(y0 + y1) / 2 + sag * 2} ${x1} ${y1}`, C.ink, 3) + each(n, (i) => {
  const t = (i + 0.5) / n;
  const [x, y] = [x0 + (x1 - x0) * t, (1 - t) ** 2 * y0 + 2 * t * (1 - t) * ((y0 + y1) / 2 + sag * 2) + t * t * y1];
  return pg(`${x - s / 2},${y} ${x + s / 2},${y} ${x},${y + s * 1.2}`, [C.madder, C.ochre, C.leaf, C.paper, C.sea][i % 5] ?? C.paper);
});
const bookFair = doc('book-fair', C.sky,
  cloud(140, 170, 360, C.paper) + cloud(820, 130, 420, C.paper), skyline(12, 0, 1500, 420, 60, 170, mix(C.sky, C.sea, 0.25)) + dome(1080, 280, 130,
    mix(C.sky, C.sea, 0.25)), palm(760, 470, 330, C.leaf, dark(C.ochre, 0.4), 20) + palm(1440, 470, 300, dark(C.leaf, 0.15), dark(C.ochre, 0.4), -20), r(0,
    440, 1500, 570, light(C.sand, 0.3)) + cuts(3, 90, [0, 460, 1500, 530], 0, 60, C.ochre, 0.4),
  tent(860, 520, 240, 210, C.leaf, C.paper) + tent(1100, 540, 270, 240, C.ochre, C.paper) + tent(600, 530, 250, 220, C.sea, C.paper), each(3,
    (i) => standing(640 + i * 246, 522, 170, 40, i + 2)), each(5, (i) => figure(i % 2 ? 'woman' : 'man', 640 + i * 150, 590 + (i % 2) * 20, 150,
    { top: [C.night, C.madder, C.olive][i % 3] ?? C.night, hair: i % 2 ? C.rose : C.ink })),
  tent(40, 800, 640, 560, C.madder, C.paper), standing(100, 560, 520, 60, 21) + r(84, 560, 552, 12, C.ochre) + standing(100, 650, 520, 66, 22) + r(84, 650,
    552, 12, C.ochre), figure('man', 470, 860, 330, { top: C.ochre, legs: C.ink, arms: [[-16, -64, -22, -54], [20, -62, 32, -62]] }), r(20, 720, 690, 40,
    C.ochre) + r(40, 760, 650, 110, dark(C.madder, 0.45)) + each(6, (i) => p(`M${40 + i * 108} 758h108v30a54 54 0 0 1 -108 0z`,
    i % 2 ? C.paper : C.madder)), standing(60, 722, 220, 80, 31) + bookFlat(320, 722, 120, 22, C.sea) + bookFlat(328, 700, 104, 22, C.ochre) + bookFlat(322,
    678, 112, 20, C.leaf) + bookOpen(600, 724, 130, 50, C.paper, C.night),
  figure('woman', 880, 930, 440, { top: C.sea, hair: C.ochre, mirror: true, arms: [[-14, -64, 4, -56], [19, -64, 24, -58]] }) + g('rotate(-8 800 676)',
    r(752, 640, 70, 92, C.madder) + r(752, 640, 10, 92, dark(C.madder, 0.4))) + figure('girl', 1050, 940, 300, { top: C.madder, legs: C.night, arms: [[-16,
    -66, -26, -74], [13, -62, 4, -54]] }) + at(1064, 790, 1, bookOpen(0, 0, 90, 44, C.paper, C.leaf)), figure('robe', 1300, 850, 370, { top: C.paper,
    hair: C.ink, mirror: true }) + r(1210, 660, 60, 80, C.leaf),
  bunting(-20, 60, 760, 90, 70, 16, 44) + bunting(760, 90, 1520, 40, 80, 16, 44));

// Desk of the calligrapher from above: pen, ink and free strokes.
const swoop = (d: string, fill: string = C.ink): string => p(d, fill);
const calligraphy = doc('calligraphy-workshop', dark(C.leaf, 0.35),
  cuts(3, 160, [0, 0, 1500, 1000], 12, 90, C.olive, 0.35), g('rotate(-9 700 520)', r(270, 110, 800, 860, C.ink, 'opacity="0.3"') + r(250, 90, 800, 860,
    C.paper) + r(278, 118, 744, 804, 'none', `stroke="${C.ochre}" stroke-width="6"`) + r(292, 132, 716, 776, 'none',
    `stroke="${C.madder}" stroke-width="2.5"`),
    each(4, (i) => at(340 + (i % 2) * 40, 280 + i * 150, 1,
      swoop('M0 0Q40 -80 150 -60Q280 -30 400 -50Q500 -66 590 -120Q560 20 420 30Q300 34 180 -10Q80 -40 0 0Z', [C.ink, C.madder, C.ink, C.sea][i]))),
    each(5, (i) => g(`rotate(42 ${420 + i * 120} 350)`, r(405 + i * 120, 335, 30, 30, i % 2 ? C.ochre : C.madder))) + each(5,
      (i) => g(`rotate(42 ${440 + i * 110} 650)`, r(425 + i * 110, 635, 30, 30, i % 2 ? C.madder : C.ochre))) + cuts(9, 30, [400, 540, 480, 50], 0, 60,
      C.paper, 0.4, 2), st('M340 690H960M340 900H960', mix(C.paper, C.ochre, 0.5), 2.5)),
  e(1250, 360, 190, 180, C.ink, 'opacity="0.3"') + c(1230, 340, 180, C.sea) + c(1230, 340, 150, mix(C.sea, C.paper, 0.75)) + each(16,
    (i) => g(`rotate(${i * 22.5} 1230 340)`, leafAt(1230, 196, 44, 90, i % 2 ? C.sea : C.madder, 0.34))) + c(1230, 340, 98, C.ink) +
    p('M1160 320Q1200 260 1280 290Q1220 280 1190 340Z', mix(C.ink, C.sky, 0.45)),
  p('M1010 660L700 636Q676 634 664 622L640 610L664 650Q676 660 700 664L1010 694Z', C.ink, 'opacity="0.25"'), g('rotate(16 640 600)',
    p('M640 600L760 570H1420V622H760Z', C.ochre) + p('M640 600L760 570L800 596L760 622Z', light(C.ochre, 0.5)) + p('M632 600L690 586V614Z', C.ink) +
    st('M690 600H780', C.ink, 4) + each(3, (i) => r(930 + i * 190, 568, 16, 56, dark(C.ochre, 0.35))) + st('M800 584H1410', light(C.ochre, 0.5), 7)),
  blob([[900, 640], [960, 590], [1060, 600], [1150, 660], [1290, 720], [1540, 800], [1540, 1010], [1240, 960], [1080, 880], [960, 830], [900, 740]], SKIN) +
    p('M1250 700L1540 780V1020H1300Q1200 960 1180 900Q1190 780 1250 700Z', C.madder) + st('M1252 704Q1190 790 1184 900', C.ochre, 16), blob([[880, 700],
    [820, 690], [770, 650], [790, 624], [850, 640], [960, 660], [980, 720]], SKIN) + blob([[900, 790], [830, 770], [790, 720], [810, 700], [860, 720], [960,
    740], [980, 800]], dark(SKIN, 0.12)) + blob([[930, 860], [870, 840], [840, 800], [860, 780], [920, 800], [1000, 820]], dark(SKIN, 0.2)),
  each(3, (i) => g(`rotate(${-62 + i * 12} ${90 + i * 50} 900)`, r(90 + i * 50, 880, 330, 26, [C.ochre, C.sand, dark(C.ochre, 0.3)][i] ?? C.ochre) +
    pg(`${420 + i * 50},880 ${466 + i * 50},893 ${420 + i * 50},906`, C.ink))), c(110, 160, 84, C.madder) + c(110, 160, 58, dark(C.madder, 0.4)) + c(150,
    360, 56, C.ochre) + c(150, 360, 38, light(C.ochre, 0.4)));

// Opening night: stage, curtain, two actors.
const curtain = (mirror: boolean): string => (mirror ? flip : at)(mirror ? 1500 : 0, 0, 1, p('M-20 -20H470Q440 300 260 560Q200 700 240 860H-20Z',
  C.madder) + each(6,
  (i) => p(`M${20 + i * 78} -20H${54 + i * 78}Q${50 + i * 60} 300 ${26 + i * 44} 560Q${16 + i * 38} 720 ${24 + i * 40} 860H${4 + i * 38}Q${i * 34} 600 ` +
  `${14 + i * 46} 500Q${24 + i * 70} 240 ${20 + i * 78} -20Z`, dark(C.madder, 0.42))) + st('M284 530Q180 600 -20 590', C.ochre, 26) + each(9,
  (i) => st(`M${250 - i * 30} ${560 + Math.sin(i * 0.4) * 22}v40`, C.ochre, 6)));
const theatre = doc('theatre-season', dark(C.madder, 0.75),
  r(0, 90, 1500, 720, C.night) + stars(5, 60, [260, 150, 980, 300], C.sand), c(930, 340, 150, C.sand) + c(880, 310, 22, mix(C.sand, C.ochre, 0.4)) + c(980,
    390, 34, mix(C.sand, C.ochre, 0.4)), hill([[200, 640], [420, 540], [640, 600], [900, 520], [1300, 640]], mix(C.night, C.sea, 0.55), 740),
    p(`M560 730V470H860V730Z${archD(640, 730, 140, 200)}`, mix(C.sea, C.sky, 0.25), 'fill-rule="evenodd"') + each(7, (i) => r(560 + i * 46, 446, 26, 30,
    mix(C.sea, C.sky, 0.25))) + cypress(480, 730, 260, dark(C.leaf, 0.3)) + cypress(1010, 730, 320, dark(C.leaf, 0.3)),
  pg('1080,-20 1180,-20 900,830 420,830', C.sand, 'opacity="0.28"'), p('M-20 720H1520V860H-20Z', C.ochre) + each(13,
    (i) => st(`M${750 + (i - 6) * 90} 720L${750 + (i - 6) * 150} 860`, dark(C.ochre, 0.35), 4)) + e(660, 800, 270, 36, light(C.sand, 0.4)),
  figure('woman', 600, 806, 330, { top: C.rose, hair: C.madder, arms: [[-18, -74, -34, -90], [17, -66, 28, -74]] }), figure('man', 770, 800, 330,
    { top: C.sea, legs: C.ink, mirror: true, arms: [[-16, -62, -10, -50], [20, -66, 34, -78]] }) +
    p('M728 540Q820 560 850 780Q800 800 760 790Q780 640 728 540Z', C.madder), r(-20, 850, 1540, 30, light(C.ochre, 0.3)) + each(9,
    (i) => p(`M${310 + i * 110} 856a24 24 0 0 1 48 0z`, C.paper)),
  curtain(false), curtain(true),
    p('M-20 -20H1520V120Q1400 200 1280 120Q1170 200 1060 120Q960 200 850 120Q750 200 650 120Q540 200 440 120Q330 200 220 120Q100 200 -20 120Z',
    dark(C.madder, 0.2)) +
    st('M-20 120Q100 200 220 120Q330 200 440 120Q540 200 650 120Q750 200 850 120Q960 200 1060 120Q1170 200 1280 120Q1400 200 1520 120', C.ochre, 14),
    heads(900, 60, 172, 9, 66, dark(C.night, 0.55)) + heads(960, -30, 172, 10, 74, C.ink));

// Oud on the maker's bench, seen from above.
const rose = (x: number, y: number, rad: number): string => c(x, y, rad, dark(C.madder, 0.65)) + each(12, (i) => g(`rotate(${i * 30} ${x} ${y})`, e(x,
  y - rad * 0.52, rad * 0.14, rad * 0.36, 'none', `stroke="${C.sand}" stroke-width="${rad * 0.05}"`))) + each(6, (i) => g(`rotate(${i * 30} ${x} ${y})`,
  r(x - rad * 0.36, y - rad * 0.36, rad * 0.72, rad * 0.72, 'none', `stroke="${C.ochre}" stroke-width="${rad * 0.04}"`))) + c(x, y, rad, 'none',
  `stroke="${C.ink}" stroke-width="${rad * 0.14}"`) + c(x, y, rad * 1.12, 'none',
  `stroke="${C.sand}" stroke-width="${rad * 0.1}" stroke-dasharray="${rad * 0.1} ${rad * 0.08}"`) + c(x, y, rad * 0.16, C.sand);
const oud = doc('oud-makers', mix(C.sea, C.ink, 0.5),
  each(9, (i) => r(0, i * 122, 1500, 116, i % 2 ? mix(C.sea, C.ink, 0.5) : mix(C.sea, C.ink, 0.42))) + cuts(4, 120, [0, 0, 1500, 1000], 0, 150, C.sky,
    0.14),
  g('rotate(-28 620 560)', p('M640 930C400 950 150 800 170 560C190 330 420 250 660 290C840 320 960 440 1120 500H1160V620H1120C960 690 850 900 640 930Z',
    C.ink, 'opacity="0.4" transform="translate(24 34)"') +
    p('M600 930C360 930 130 780 130 560C130 340 360 190 600 190C800 190 960 420 1120 498V622C960 700 800 930 600 930Z', dark(C.ochre, 0.5)) +
    p('M600 900C380 900 160 760 160 560C160 360 380 220 600 220C790 220 950 440 1120 508V612C950 680 790 900 600 900Z', C.sand) + cuts(7, 60, [200, 300,
    760, 520], 0, 140, C.ochre, 0.4, 2.4), p('M820 500Q900 520 960 508L1120 520V600L960 612Q900 600 820 620Q860 560 820 500Z', dark(C.madder, 0.55)),
    rose(640, 560, 128) + rose(430, 420, 46) + rose(430, 700, 46),
    r(246, 452, 40, 216, dark(C.madder, 0.6), 'rx="12"'), p('M1110 506L1560 528V592L1110 614Z', dark(C.madder, 0.6)) + p('M1110 506L1560 528V540L1110 524Z',
      dark(C.ochre, 0.2)), each(11, (i) => st(`M266 ${472 + i * 17.6}L1560 ${540 + i * 4}`, i % 2 ? C.paper : C.ochre, 3.2))),
  g('rotate(24 1240 700)', r(1080, 640, 330, 90, C.madder, 'rx="18"') + r(1120, 610, 60, 60, dark(C.madder, 0.4), 'rx="20"') +
    p('M1300 640Q1320 560 1370 570L1390 640Z', C.ochre) + pg('1210,640 1260,640 1240,570 1190,580', mix(C.sky, C.paper, 0.4))),
    st('M1010 870q30 -70 90 -40q40 40 -10 60q-40 0 -30 -36M1160 930q40 -50 80 -10q20 40 -20 40M930 950q20 -40 60 -20', C.sand, 13) +
    st('M1330 880q50 -50 90 0q0 40 -40 36', C.ochre, 13),
  g('rotate(-58 160 160)', r(60, 130, 200, 40, C.ochre, 'rx="16"') + r(256, 138, 120, 24, mix(C.sky, C.ink, 0.2)) + pg('376,138 410,150 376,162', mix(C.sky,
    C.paper, 0.3))), g('rotate(-44 330 120)', r(250, 100, 160, 38, C.madder, 'rx="16"') + r(404, 108, 110, 22, mix(C.sky, C.ink, 0.2))), each(3,
    (i) => p(`M${1180 + i * 70} -20Q${1290 + i * 80} 180 ${1540 + i * 20} ${250 + i * 40}L1540 ${200 + i * 40}Q${1330 + i * 60} 140 ${1226 + i * 70} -20Z`,
    [C.ochre, dark(C.ochre, 0.4), C.dusk][i] ?? C.ochre)));

// Open-air screening: projector, beam, screen.
const film = doc('film-week', C.ink,
  grad('f', dark(C.night, 0.4), mix(C.night, C.madder, 0.45)), r(0, 0, 1500, 760, 'url(#@f)'), stars(8, 80, [0, 0, 1500, 420], C.rose), skyline(23, 0, 620,
    720, 90, 260, dark(C.night, 0.6)) + dome(330, 520, 150, dark(C.night, 0.6)), each(8, (i) => r(40 + i * 66, 560 + ((i * 53) % 110), 14, 22, C.ochre)),
  pg('430,500 830,120 1420,120 1420,590 830,590', C.sand, 'opacity="0.25"') + pg('430,500 830,220 1000,590 830,590', C.paper, 'opacity="0.14"'), r(800, 96,
    660, 500, C.ink) + st('M840 596V780M1420 596V780', C.ink, 16), clip('sc', 'M826 120h610v450h-610z', r(826, 120, 610, 450, light(C.dusk, 0.25)), c(1290,
    300, 90, C.paper), hill([[800, 430], [960, 330], [1120, 410], [1300, 340], [1480, 420]], C.dusk), hill([[800, 480], [1060, 420], [1480, 500]],
    C.madder), r(826, 500, 610, 80, dark(C.madder, 0.5)), figure('robe', 1010, 540, 190, { top: C.ink }), at(1130, 536, 0.62,
    st('M-60 0V-66M-40 0V-60M40 0V-60M60 0V-66', C.ink, 14) +
    p('M-80 -60Q-84 -100 -40 -104Q-10 -180 30 -106Q70 -110 80 -70L120 -120Q120 -160 160 -150L170 -130L142 -120Q130 -60 84 -48H-70Z', C.ink))), r(826, 120,
    610, 450, 'none', `stroke="${C.paper}" stroke-width="8"`),
  r(0, 700, 1500, 310, mix(C.night, C.madder, 0.3)) + heads(680, 540, 92, 11, 36, mix(C.night, C.dusk, 0.42)) + r(0, 744, 1500, 270, mix(C.night, C.madder,
    0.5)) + heads(754, 500, 124, 9, 52, mix(C.night, C.dusk, 0.16)) + r(0, 846, 1500, 160, mix(C.night, C.ink, 0.3)) + heads(860, 560, 164, 7, 72,
    dark(C.night, 0.75)),
  c(150, 330, 130, C.ochre) + c(360, 270, 110, C.ochre) + [[150, 330, 130], [360, 270, 110]].map(([x = 0, y = 0, q = 0]) => each(5,
    (i) => g(`rotate(${i * 72 + 20} ${x} ${y})`, c(x, y - q * 0.56, q * 0.24, dark(C.night, 0.3)))) + c(x, y, q * 0.16, C.ink) + c(x, y, q - 7, 'none',
    `stroke="${C.ink}" stroke-width="7"`)).join(''), p('M90 430H380V640H90Z', C.madder) + r(90, 430, 290, 30, light(C.madder, 0.2)) + r(120, 490, 110, 110,
    dark(C.madder, 0.4), 'rx="12"') + each(4, (i) => r(132, 506 + i * 24, 86, 10, C.ink)) + c(310, 540, 46, dark(C.madder, 0.45)) + c(310, 540, 26,
    C.ochre), r(380, 460, 50, 84, C.ink) + pg('430,450 470,436 470,566 430,554', C.ochre) + e(470, 501, 10, 64, C.paper),
    st('M230 640L80 1010M240 640L400 1010M236 640V1010', C.ochre, 20) + r(180, 630, 120, 30, C.ink));

// The codex under the restorer's lamp.
const star8 = (x: number, y: number, s: number, a: string, b: string): string => r(x - s, y - s, s * 2, s * 2, a) + g(`rotate(45 ${x} ${y})`, r(x - s,
  y - s, s * 2, s * 2, a)) + c(x, y, s * 0.74, b) + c(x, y, s * 0.36, a);
const manuscripts = doc('manuscripts', dark(C.olive, 0.62),
  cuts(5, 110, [0, 0, 1500, 520], 90, 70, C.olive, 0.25), each(9, (i) => r(40 + i * 74, 120 - (i % 3) * 24, 60, 330 + (i % 3) * 24, [C.madder, C.sea,
    dark(C.ochre, 0.3), C.night, dark(C.leaf, 0.2)][i % 5] ?? C.sea) + r(40 + i * 74, 190, 60, 10, C.ochre) + r(40 + i * 74, 390, 60, 10, C.ochre)) + r(0,
    450, 760, 24, dark(C.ochre, 0.35)), r(0, 620, 1500, 390, dark(C.madder, 0.45)) + cuts(6, 60, [0, 640, 1500, 360], 0, 150, C.dusk, 0.2),
  pg('1030,290 1270,250 1560,1010 140,1010 150,820', C.sand, 'opacity="0.22"') + e(700, 800, 640, 220, C.sand, 'opacity="0.2"'), e(700, 930, 560, 40, C.ink,
    'opacity="0.4"'), p('M110 480L680 560L1290 470L1360 880L690 970L40 900Z', dark(C.madder, 0.15)) +
    p('M124 830L690 900L1330 810L1346 870L690 956L60 890Z', dark(C.sand, 0.25)) +
    st('M110 850L690 916L1338 828M100 866L690 930L1340 842M90 880L690 944L1344 858', dark(C.sand, 0.5), 3),
  p('M130 470Q420 400 690 530V900Q420 780 80 850Z', C.paper) + p('M690 530Q960 390 1270 460L1330 830Q980 770 690 900Z', light(C.sand, 0.6)) +
    p('M690 530Q640 500 600 490V850Q650 870 690 900ZM690 530Q740 500 780 486V846Q730 870 690 900Z', C.ochre, 'opacity="0.35"'),
  clip('lp', 'M170 500Q420 440 630 536V844Q400 760 128 810Z', r(100, 420, 560, 440, C.sea), each(15, (i) => g('translate(0 0)', star8(180 + (i % 5) * 108,
    520 + Math.floor(i / 5) * 112 + ((i % 5) - 2) * 8, 36, i % 2 ? C.ochre : C.sand, i % 2 ? C.madder : C.night)))),
    st('M170 500Q420 440 630 536V844Q400 760 128 810Z', C.ochre, 12), each(7,
    (i) => st(`M760 ${570 + i * 40}Q960 ${494 + i * 42} ${1210 + i * 6} ${516 + i * 42}`, i === 2 ? C.madder : mix(C.ink, C.ochre, 0.25), 13,
    `stroke-dasharray="${60 + i * 14} 16 ${110 - i * 9} 20 30 18"`)) + star8(1252, 560, 20, C.ochre, C.madder) + star8(1280, 720, 20, C.ochre, C.sea),
  blob([[120, 720], [90, 640], [150, 600], [210, 650], [190, 740]], C.ochre, 'opacity="0.12"'), st('M1400 700V300Q1390 150 1250 150', C.ochre, 24) +
    p('M1010 300Q1040 150 1180 110Q1290 110 1310 240Z', C.madder) + p('M1010 300L1310 240L1306 262L1018 322Z', C.ochre) + e(1164, 284, 70, 26, C.paper,
    'transform="rotate(-11 1164 284)"') + e(1400, 706, 110, 26, C.ochre) + e(1400, 696, 110, 26, light(C.ochre, 0.3)), c(520, 650, 110, C.paper,
    'opacity="0.35"') + c(520, 650, 110, 'none', `stroke="${C.ink}" stroke-width="18"`) + st('M444 732L300 900', C.ink, 30) + st('M400 780L312 884',
    C.ochre, 18) + p('M460 600Q490 570 530 566', 'none', `stroke="${C.paper}" stroke-width="10"`));

export const cultureScenes: Record<string, string> = {
  'book-fair': bookFair, 'calligraphy-workshop': calligraphy, 'theatre-season': theatre, 'oud-makers': oud, 'film-week': film, manuscripts,
};
