// Lead images of the sport section.
import {
  C, at, blob, c, clip, cloud, cuts, cypress, dark, doc, e, each, g, hill, light, mix, p, pg, r, range, smooth, specks, st, sun, taper,
} from './motifs.ts';
import { SKIN, SKIN2, arch, athlete, dome, heads, minaret, skyline } from './motifs-built.ts';
import type { Pose } from './motifs-built.ts';

const runA: Pose = {
  head: [12, -94], sh: [5, -78], hip: [-1, -49], armB: [[20, -66], [32, -78]], armF: [[-13, -66], [-2, -53]],
  legB: [[-10, -26], [-34, -18], [-40, -8]], legF: [[23, -42], [19, -18], [28, -15]],
};
const runB: Pose = {
  head: [11, -93], sh: [5, -78], hip: [0, -49], armB: [[-14, -68], [-6, -52]], armF: [[18, -62], [31, -73]],
  legB: [[20, -38], [8, -18], [14, -10]], legF: [[-6, -25], [-22, -4], [-13, -1]],
};
const runC: Pose = {
  head: [12, -94], sh: [5, -78], hip: [-1, -49], armB: [[-15, -67], [-20, -52]], armF: [[17, -62], [30, -74]],
  legB: [[-12, -28], [-34, -34], [-40, -26]], legF: [[17, -30], [24, -5], [33, -3]],
};
const bib = (x: number, y: number, s: number): string => g(`translate(${x} ${y}) rotate(8)`, r(-7 * s, -74 * s, 11 * s, 10 * s, C.paper) + r(-5 * s,
  -70 * s, 7 * s, 2 * s, C.ink));
const marathon = doc('marathon', light(C.ochre, 0.55),
  sun(420, 330, 190, light(C.dusk, 0.2), C.paper), cuts(3, 40, [0, 60, 1500, 300], 0, 160, C.paper, 0.7, 4), skyline(17, -10, 620, 560, 110, 330,
    mix(C.dusk, C.madder, 0.25)) + skyline(35, 560, 1540, 560, 80, 250, mix(C.dusk, C.madder, 0.25)) + minaret(690, 560, 400, mix(C.dusk, C.madder, 0.25)) +
    dome(840, 440, 170, mix(C.dusk, C.madder, 0.25)) + each(60, (i) => r(20 + ((i * 131) % 1460), 400 + ((i * 47) % 130), 12, 18, light(C.ochre, 0.5),
    'opacity="0.7"')),
  heads(560, 10, 62, 25, 30, mix(C.madder, C.ink, 0.5)), each(8, (i) => st(`M${90 + i * 190} 600V${470 - (i % 3) * 26}`, C.ink, 5) +
    p(`M${92 + i * 190} ${470 - (i % 3) * 26}q34 -16 70 0v44q-36 -16 -70 0z`, [C.leaf, C.paper, C.madder, C.sea][i % 4] ?? C.paper)), r(0, 604, 1500, 30,
    C.paper) + each(19, (i) => r(i * 84, 604, 42, 30, C.madder)),
  r(0, 634, 1500, 380, mix(C.sea, C.ink, 0.55)) + cuts(6, 90, [0, 650, 1500, 340], 0, 90, C.sky, 0.2) + each(6,
    (i) => pg(`${40 + i * 290},820 ${190 + i * 290},820 ${176 + i * 290},840 ${20 + i * 290},840`, C.paper, 'opacity="0.85"')), [[300, 750, 110], [620, 730,
    90]].map(([x = 0, y = 0, w = 0]) => e(x, y, w, 10, C.ink, 'opacity="0.5"')).join(''),
  athlete(250, 756, 3.5, runB, { shirt: C.leaf, shorts: C.ink, skin: SKIN2, shoes: C.paper }) + athlete(600, 748, 3.2, runC, { shirt: C.paper,
    shorts: C.madder, shoes: C.ochre }) + athlete(1320, 760, 3.6, runC, { shirt: C.ochre, shorts: C.night, skin: SKIN2, shoes: C.paper, scarf: true,
    long: true, sleeve: true }),
  e(940, 944, 240, 18, C.ink, 'opacity="0.5"'), athlete(930, 936, 6.6, runA, { shirt: C.madder, shorts: C.night, shoes: C.sand }) + bib(945, 936, 6.6),
    e(470, 976, 190, 14, C.ink, 'opacity="0.5"') + athlete(470, 972, 5.6, runB, { shirt: C.sky, shorts: C.sea, skin: SKIN, shoes: C.madder, scarf: true,
    long: true, sleeve: true, hair: C.night }) + bib(484, 972, 5.6));

// Ball in the net, floodlit.
export const football = (x: number, y: number, q: number): string => {
  const pent = (cx: number, cy: number, s: number,
    rot: number): string => range(5).map((i) => `${Math.round(cx + Math.cos((i * 72 + rot) * Math.PI / 180) * s)},` +
    `${Math.round(cy + Math.sin((i * 72 + rot) * Math.PI / 180) * s)}`).join(' ');
  const ring = range(5).map((i) => { const a = ((i * 72 - 70) * Math.PI) / 180; return [Math.cos(a), Math.sin(a), i * 72 - 70] as const; });
  return c(x, y, q, C.paper) + clip(`b${Math.round(x)}`, `M${x - q} ${y}a${q} ${q} 0 1 0 ${q * 2} 0a${q} ${q} 0 1 0 ${-q * 2} 0`, pg(pent(x, y, q * 0.36,
    -70), C.ink), ring.map(([k, s, a]) => st(`M${x + k * q * 0.36} ${y + s * q * 0.36}L${x + k * q * 0.64} ${y + s * q * 0.64}`, C.ink, q * 0.035) +
    pg(pent(x + k * q * 0.95, y + s * q * 0.95, q * 0.34, a + 180), C.ink)).join(''),
    ring.map(([k, s], i) => { const [k2, s2] = ring[(i + 1) % 5] ?? [0, 0]; const m = [(k + k2) * 0.5, (s + s2) * 0.5];
      return st(`M${x + k * q * 0.64} ${y + s * q * 0.64}L${x + m[0]! * q * 0.94} ${y + m[1]! * q * 0.94}L${x + k2 * q * 0.64} ${y + s2 * q * 0.64}M` +
      `${x + m[0]! * q * 0.94} ${y + m[1]! * q * 0.94}L${x + m[0]! * q * 1.3} ${y + m[1]! * q * 1.3}`, C.ink, q * 0.035); }).join(''),
      p(`M${x + q * 0.2} ${y - q}A${q} ${q} 0 0 1 ${x + q * 0.2} ${y + q}L${x + q} ${y + q}V${y - q}ZM${x - q * 0.5} ${y + q}Q${x + q * 0.6} ` +
      `${y + q * 0.8} ${x + q * 0.7} ${y - q * 0.6}L${x + q * 1.2} ${y}V${y + q}Z`, C.ink, 'opacity="0.14"'));
};
const lamp = (x: number, y: number, s: number): string => at(x, y, s, st('M0 0V300', C.ink, 16), r(-90, -70, 180, 90, C.ink, 'rx="8"'), each(8,
  (i) => c(-64 + (i % 4) * 42, -46 + Math.floor(i / 4) * 42, 15, C.paper)));
const kick: Pose = {
  head: [-8, -96], sh: [-8, -80], hip: [0, -50], armB: [[12, -84], [28, -90]], armF: [[-24, -76], [-38, -66]],
  legB: [[-10, -26], [-14, -3], [-4, -1]], legF: [[20, -40], [42, -34], [48, -42]],
};
const cupFinal = doc('cup-final', C.night,
  pg('250,170 -60,560 560,560', C.sky, 'opacity="0.16"') + pg('760,130 380,560 1200,560', C.sky, 'opacity="0.16"'),
    p('M-20 330Q400 220 1000 250Q1300 270 1520 220V640H-20Z', mix(C.night, C.sea, 0.4)) + specks(5, 420, [0, 300, 1500, 220], 8, C.rose, 0.6) + specks(6,
    200, [0, 300, 1500, 220], 8, C.madder, 0.95) + specks(7, 160, [0, 300, 1500, 220], 8, C.sand, 0.9) +
    p('M-20 -20H1520V150Q1300 250 1000 210Q400 170 -20 290Z', dark(C.night, 0.5)) + each(9, (i) => st(`M${i * 190} 0l60 ${250 - Math.abs(i - 4) * 4}`,
    mix(C.night, C.sea, 0.3), 6)),
  lamp(250, 170, 0.9) + lamp(700, 130, 0.8), r(0, 520, 1500, 60, C.ink) + each(6, (i) => r(20 + i * 260, 530, 230, 40, [C.madder, C.ochre,
    C.sea][i % 3] ?? C.madder)), r(0, 576, 1500, 440, C.leaf) + each(5,
    (i) => pg(`${-500 + i * 460},1010 ${-270 + i * 460},1010 ${340 + i * 200},576 ${240 + i * 200},576`, light(C.leaf, 0.14))) +
    st('M-20 690Q500 640 900 720T1520 960', C.paper, 9) + cuts(8, 120, [0, 700, 1500, 300], -84, 24, dark(C.leaf, 0.4), 0.7),
  athlete(330, 800, 4.3, kick, { shirt: C.madder, shorts: C.paper, shoes: C.ochre }) + athlete(110, 700, 2.4, runC, { shirt: C.paper, shorts: C.sea,
    skin: SKIN2 }) + athlete(660, 664, 1.9, runB, { shirt: C.paper, shorts: C.sea, skin: SKIN2 }, true),
  st('M1470 1010V150M1470 154L1110 340', C.paper, 22) + st('M1110 340V730', C.paper, 12), each(15,
    (i) => st(`M${1110 + i * 26} ${340 - i * 13.4}Q${1150 + i * 24} ${560 - i * 4} ${1090 + i * 34} ${740 + i * 20}`, C.paper, 2.6)) + each(12,
    (i) => st(`M1112 ${360 + i * 32}Q1260 ${330 + i * 44 + (i > 3 ? 30 : 0)} 1470 ${180 + i * 72}`, C.paper, 2.6)),
  p('M560 740Q780 640 960 640L950 800Q760 760 560 740Z', C.sand, 'opacity="0.35"') + st('M520 720Q700 640 880 610M560 790Q740 780 880 800', C.paper, 6,
    'opacity="0.7"') + football(1010, 700, 168) + each(9, (i) => g(`rotate(${-60 + i * 16} 1010 900)`, pg('1000,880 1010,830 1020,880', dark(C.leaf,
    0.3)))));

// A girl and her queen.
const piece = (x: number, y: number, s: number, a: string, head: string): string => at(x, y, s,
  p('M-90 0Q-94 -40 -60 -52L-38 -80Q-24 -180 -30 -240H30Q24 -180 38 -80L60 -52Q94 -40 90 0Z', a) + r(-52, -258, 104, 22, a, 'rx="11"') + r(-40, -284, 80,
  18, a, 'rx="9"') + head + p('M30 -240Q24 -180 38 -80L60 -52Q94 -40 90 0H30Q40 -60 14 -90Q4 -180 6 -240Z', C.ink, 'opacity="0.25"') +
  st('M-66 -30Q0 -14 60 -30', mix(a, C.paper, 0.5), 6));
const queen = (a: string): string => p('M-38 -284L-76 -430L-40 -390L-24 -452L0 -396L24 -452L40 -390L76 -430L38 -284Z', a) + c(-76, -434, 12, a) + c(-24,
  -458, 12, a) + c(24, -458, 12, a) + c(76, -434, 12, a);
const knight = (a: string): string => p('M-44 -284Q-60 -350 -20 -390Q-70 -366 -96 -330Q-130 -330 -132 -366Q-110 -430 -56 -470L-50 -510L-20 -480Q70 -460' +
  ' 70 -360Q66 -310 46 -284Z', a) + c(-50, -420, 8, C.paper) + st('M20 -450Q50 -400 40 -320', mix(a, C.paper, 0.4), 7);
const pawn = (a: string): string => p('M-70 0Q-74 -36 -46 -46Q-20 -90 -24 -140H24Q20 -90 46 -46Q74 -36 70 0Z', a) + r(-42, -154, 84, 18, a, 'rx="9"') + c(0,
  -192, 46, a) + p('M10 -234A46 46 0 0 1 10 -150Q40 -190 10 -234Z', C.ink, 'opacity="0.25"');
const sq = (i: number, j: number): string => { const q = (u: number, v: number): string => { const z = 1 / (1 + v * 0.17);
  return `${Math.round(700 + (u - 4) * 330 * z)},${Math.round(470 + 560 * (z - 0.36) / 0.64)}`; };
  return pg(`${q(i, j)} ${q(i + 1, j)} ${q(i + 1, j + 1)} ${q(i, j + 1)}`, (i + j) % 2 ? dark(C.madder, 0.25) : C.sand); };
const girlsChess = doc('girls-chess', C.rose,
  r(0, 0, 1500, 620, C.rose) + cuts(3, 90, [0, 0, 1500, 600], 90, 60, C.paper, 0.5), each(3, (i) => arch(60 + i * 170, 420, 120, 330, light(C.rose, 0.5))),
    c(1190, 200, 150, light(C.ochre, 0.35), 'opacity="0.6"'),
  p('M690 640Q660 420 820 380L1010 380Q1230 420 1290 640Z', C.sea) +
    p('M800 420Q720 220 820 110Q930 20 1050 90Q1150 170 1100 300Q1110 380 1150 440Q960 520 800 420Z', C.night) +
    p('M842 210Q830 120 920 110Q990 116 1000 200Q1004 300 930 350Q860 330 842 210Z', SKIN) +
    p('M842 210Q838 120 920 108Q1000 112 1000 210Q980 140 920 140Q860 146 842 210Z', C.night) +
    st('M864 222q16 -10 30 0M930 222q16 -10 30 0M906 290q18 10 34 0', C.ink, 6) + st('M906 226q-10 30 2 40', dark(SKIN, 0.4), 5),
  r(0, 458, 1500, 560, C.olive), each(64, (i) => sq(i % 8, Math.floor(i / 8))), p(`M80 0`, C.ink), g('translate(560 540)', pawn(C.paper)) + at(330, 560,
    0.9, pawn(C.paper)) + piece(1400, 640, 0.8, C.ink, knight(C.ink)),
  p(taper(950, 590, 34, 820, 520, 26), SKIN) + p(taper(1220, 520, 84, 1130, 600, 62), C.sea) + p(taper(1130, 604, 58, 950, 588, 40), C.sea) + blob([[830,
    545], [760, 540], [700, 500], [690, 470], [720, 462], [770, 486], [820, 480], [860, 510]], SKIN) + blob([[800, 500], [760, 466], [700, 444], [700, 424],
    [740, 424], [800, 456], [840, 490]], dark(SKIN, 0.12)),
  e(680, 846, 180, 30, C.ink, 'opacity="0.35"') + piece(640, 850, 0.98, C.paper, queen(C.paper)), e(300, 960, 200, 30, C.ink, 'opacity="0.35"') + piece(270,
    960, 1.2, C.ink, knight(C.ink)), at(1040, 960, 1.25, e(30, 0, 100, 18, C.ink, 'opacity="0.35"') + pawn(C.ink)) + at(1330, 880, 1.05, e(30, 0, 100, 18,
    C.ink, 'opacity="0.35"') + pawn(C.ink)));

// Butterfly stroke from above.
const swimTop = (x: number, y: number, s: number, cap: string, suit: string, tone: string): string => at(x, y, s, p(taper(-16, 150, 15, -20, 250, 9),
  tone) + p(taper(16, 150, 15, 20, 250, 9), tone) + p(taper(-20, 246, 9, -28, 290, 5), tone) + p(taper(20, 246, 9, 28, 290, 5), tone),
  p(taper(-40, -10, 17, -104, -52, 11), tone) + p(taper(-104, -52, 11, -150, -130, 7), tone) + p(taper(40, -10, 17, 104, -52, 11), tone) + p(taper(104, -52,
    11, 150, -130, 7), tone) + e(-154, -142, 9, 18, tone) + e(154, -142, 9, 18, tone), p('M-52 -18Q0 -40 52 -18Q50 60 30 150Q0 172 -30 150Q-50 60 -52 -18Z',
    tone) + p('M-46 20Q0 60 46 20Q44 90 32 158Q0 178 -32 158Q-44 90 -46 20Z', suit) + st('M0 60V150', light(suit, 0.4), 5), e(0, -50, 27, 33, cap) +
    st('M-22 -62Q0 -78 22 -62', C.ink, 7));
const laneRope = (x: number, k: number): string => st(`M${x} -300V1400`, C.ink, 6) + each(44, (i) => r(x - 13, -300 + i * 40, 26, 32, Math.floor((i +
  k) / 3) % 2 ? C.madder : C.paper, 'rx="9"'));
const splash = (seed: number, x: number, y: number, w: number, h: number): string => specks(seed, 46, [x - w, y, w * 2, h], 11, C.paper, 0.9) + cuts(seed +
  1, 16, [x - w, y, w * 1.6, h], 60, 50, C.paper, 0.8, 7);
const swimming = doc('swimming-record', mix(C.sea, C.sky, 0.45),
  g('rotate(24 750 500) translate(900 420) scale(1.35) translate(-915 -350)', each(6, (i) => r(-240 + i * 330, -400, 330, 1800, [mix(C.sea, C.sky, 0.42),
    mix(C.sea, C.sky, 0.52)][i % 2] ?? C.sea) + r(-240 + i * 330 + 140, -260, 50, 1600, mix(C.sea, C.ink, 0.1), 'opacity="0.55"') + r(-240 + i * 330 + 90,
    -260, 150, 50, mix(C.sea, C.ink, 0.1), 'opacity="0.55"')), each(26, (i) => st(smooth(range(9).map((k) => [-300 + k * 240, -320 + i * 66 +
    Math.sin(k * 1.9 + i * 2.4) * 22] as const)), C.paper, 3.5, 'opacity="0.3"')),
    each(7, (i) => laneRope(-240 + i * 330, i)), splash(3, 915, 380, 110, 330) + swimTop(915, 330, 0.98, C.madder, C.night, SKIN) + splash(9, 768, 170, 34,
      50) + splash(10, 1062, 170, 34, 50), splash(5, 585, 690, 90, 240) + swimTop(585, 640, 0.88, C.ochre, C.leaf, SKIN2), splash(6, 1245, 560, 90, 260) +
      swimTop(1245, 500, 0.88, C.paper, C.madder, SKIN2), splash(7, 255, 640, 90, 200) + swimTop(255, 560, 0.88, C.night, C.ochre, SKIN)));

// Climbers on the hairpins.
const ride: Pose = { head: [27, -92], sh: [16, -80], hip: [-16, -66], armB: [[28, -64], [38, -56]], armF: [[26, -62], [37, -54]], legB: [[8, -40], [-4,
  -22], [5, -18]], legF: [[13, -54], [5, -34], [14, -30]] };
const ride2: Pose = { ...ride, legB: [[12, -54], [4, -34], [13, -30]], legF: [[6, -38], [1, -12], [11, -10]] };
const bike = (frame: string): string => each(2, (i) => c(i ? 42 : -34, -22, 22, 'none', `stroke="${C.ink}" stroke-width="2.6"`) + each(6,
  (k) => g(`rotate(${k * 30} ${i ? 42 : -34} -22)`, r((i ? 42 : -34) - 0.3, -43, 0.6, 42, C.ink)))) +
  st('M-34 -22L-16 -52L28 -54L2 -20ZL2 -20M-16 -52L2 -20M42 -22L30 -58', frame, 3.2) + st('M-19 -60L-14 -48M-25 -61H-12M30 -58L26 -61M30 -58Q42 -60 40 -50',
  C.ink, 2.6) + c(2, -20, 5, C.ink);
const rider = (x: number, y: number, s: number, q: Pose, shirt: string, frame: string, tone: string,
  rot: number): string => g(`translate(${x} ${y}) rotate(${rot})`, at(0, 0, s, bike(frame)), athlete(0, 0, s, q, { shirt, shorts: C.ink, skin: tone,
  shoes: C.paper }), at(0, 0, s, p('M18 -96Q20 -106 31 -103Q40 -99 37 -93Z', C.paper)));
const cycling = doc('cycling-tour', light(C.sky, 0.25),
  sun(230, 170, 70, C.ochre), cloud(360, 210, 360, C.paper) + cloud(60, 330, 240, C.paper), hill([[-20, 520], [180, 380], [320, 460], [560, 260], [760,
    420]], mix(C.sky, C.sea, 0.3)), p('M240 1010L760 330L960 80L1070 190L1130 150L1520 560V1010Z', mix(C.dusk, C.madder, 0.25)) +
    p('M960 80L1070 190L1130 150L1520 560V700L1200 420L1080 520L1010 330L940 420Z', mix(C.dusk, C.madder, 0.55)) +
    p('M960 80L1070 190L1020 216L990 190L950 250L916 220L880 186Z', C.paper) + cuts(3, 80, [700, 330, 700, 400], 56, 70, C.rose, 0.4),
  hill([[-20, 720], [300, 600], [640, 560], [1000, 500], [1520, 480]], mix(C.olive, C.sand, 0.3)), st('M860 560Q1180 500 1190 470T940 420T1090 350T960 290',
    C.paper, 15) + st('M600 640Q1320 610 1330 560T860 540', C.paper, 26), each(5, (i) => at(900 + i * 52, 612 - i * 3, 0.5, c(-16, -8, 14, C.ink) + c(22,
    -8, 14, C.ink) + st('M-8 -38L14 -52', [C.madder, C.ochre, C.leaf][i % 3] ?? C.madder, 17) + c(24, -62, 9, C.ink))), each(7, (i) => cypress(60 + i * 74,
    690 - i * 14 + (i % 2) * 20, 150 - i * 9, C.leaf)),
  p('M-20 900L1520 600V1010H-20Z', mix(C.night, C.sky, 0.2)) + p('M-20 900L1520 600V622L-20 926Z', C.paper) + each(6,
    (i) => pg(`${40 + i * 270},${990 - i * 46} ${190 + i * 270},${962 - i * 48} ${180 + i * 270},${984 - i * 48} ${20 + i * 270},${1014 - i * 46}`,
    C.sand)) + cuts(8, 60, [300, 760, 1200, 240], -11, 70, C.sky, 0.3), each(9, (i) => r(70 + i * 170, 826 - i * 33, 18, 70, i % 2 ? C.paper : C.madder)),
  rider(330, 900, 3.5, ride2, C.leaf, C.ochre, SKIN2, -11) + rider(1180, 740, 3.5, ride2, C.ochre, C.sea, SKIN, -11) + rider(740, 880, 5, ride, C.madder,
    C.paper, SKIN, -11));

// Jump shot.
const leap: Pose = { head: [4, -112], sh: [-2, -96], hip: [-2, -66], armB: [[20, -98], [38, -104]], armF: [[-24, -106], [-26, -132]], legB: [[-14, -42],
  [-36, -30], [-47, -24]], legF: [[22, -60], [14, -36], [20, -28]] };
const keeper: Pose = { head: [0, -92], sh: [0, -78], hip: [0, -48], armB: [[-22, -88], [-28, -112]], armF: [[22, -88], [28, -112]], legB: [[-20, -34], [-26,
  -6], [-36, -3]], legF: [[20, -34], [26, -6], [36, -3]] };
const guard: Pose = { head: [0, -94], sh: [0, -79], hip: [0, -49], armB: [[12, -98], [10, -120]], armF: [[-14, -96], [-20, -118]], legB: [[10, -26], [12,
  -2], [22, -1]], legF: [[-10, -26], [-13, -2], [-4, -1]] };
const handball = doc('handball-league', mix(C.sea, C.night, 0.45),
  each(5, (i) => r(0, 40 + i * 96, 1500, 84, mix(mix(C.sea, C.night, 0.4), C.ink, i * 0.06)) + heads(60 + i * 96, 10 + (i % 2) * 40, 80, 20, 34, [mix(C.sea,
    C.sky, 0.25), mix(C.madder, C.night, 0.3), mix(C.sea, C.dusk, 0.3)][i % 3] ?? C.sea)), each(3,
    (i) => pg(`${260 + i * 430},-10 ${340 + i * 430},-10 ${520 + i * 430},560 ${80 + i * 430},560`, C.sand, 'opacity="0.1"')),
  r(0, 540, 1500, 60, C.ink) + each(5, (i) => r(16 + i * 304, 548, 280, 44, [C.madder, C.paper, C.ochre][i % 3] ?? C.madder)), r(0, 596, 1500, 420,
    C.ochre) + each(14, (i) => st(`M${-400 + i * 180} 1010L${220 + i * 84} 596`, dark(C.ochre, 0.18), 4)) + p('M820 1010Q700 760 1520 680V1010Z',
    light(C.sea, 0.15)) + st('M820 1010Q700 760 1520 680', C.paper, 12),
  each(11, (i) => st(`M${1120 + i * 34} 360V800`, C.sky, 2)) + each(12, (i) => st(`M1110 ${370 + i * 36}H1470`, C.sky, 2)) + st('M1100 830V346H1484V830',
    C.paper, 26, 'stroke-linecap="butt"') + st('M1100 830V346H1484V830', C.madder, 26, 'stroke-linecap="butt" stroke-dasharray="48 48"'), e(1290, 836, 150,
    14, C.ink, 'opacity="0.35"') + athlete(1290, 830, 3.7, keeper, { shirt: C.leaf, shorts: C.ink, long: true, sleeve: true, skin: SKIN2, shoes: C.paper }),
  e(900, 880, 110, 12, C.ink, 'opacity="0.35"') + athlete(910, 876, 4.3, guard, { shirt: C.paper, shorts: C.night, skin: SKIN2, shoes: C.ink }), e(500, 950,
    240, 22, C.ink, 'opacity="0.35"'), st('M210 860Q260 700 360 610M160 760Q210 640 290 560', C.paper, 9, 'opacity="0.6"'),
  athlete(540, 930, 6.2, leap, { shirt: C.madder, shorts: C.night, shoes: C.sand, skin: SKIN }) + c(366, 92, 50, C.sand) +
    st('M322 78Q370 100 412 74M366 42Q340 92 372 140', C.ink, 6) + g('rotate(4 540 400)', r(500, 390, 70, 60, C.paper) + r(512, 404, 46, 10, C.madder) +
    r(512, 424, 46, 10, C.madder)));

export const sportScenes: Record<string, string> = {
  marathon, 'cup-final': cupFinal, 'girls-chess': girlsChess, 'swimming-record': swimming, 'cycling-tour': cycling, 'handball-league': handball,
};
