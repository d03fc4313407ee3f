// Lead images of the English edition, second half.
import {
  C, DOTS, at, c, clip, cuts, dark, doc, e, each, g, grad, hill, light, mix, p, pg, r, range, specks, st, stars, taper, waves,
} from './motifs.ts';
import { SKIN, SKIN2, heads, skyline } from './motifs-built.ts';
import { englishScenesA } from './scenes-english.ts';

// Evening at the fair: a reader on a tower of books.
const bulbs = (y: number, sag: number, n: number, k: number): string => st(`M-20 ${y}Q750 ${y + sag * 2} 1520 ${y + k}`, C.ink, 4) + each(n,
  (i) => { const t = (i + 0.5) / n; const [x, yy] = [-20 + 1540 * t, (1 - t) ** 2 * y + 2 * t * (1 - t) * (y + sag * 2) + t * t * (y + k)]; return c(x, yy +
  22, 36, C.ochre, 'opacity="0.25"') + r(x - 6, yy - 2, 12, 14, C.ink) + c(x, yy + 24, 15, light(C.ochre, 0.6)); });
const enBook = doc('en-book-fair', C.night,
  grad('e', mix(C.night, C.madder, 0.3), C.dusk), r(0, 0, 1500, 780, 'url(#@e)') + stars(4, 50, [0, 0, 1500, 300], C.sand) + skyline(29, 0, 1500, 760, 60,
    220, mix(C.night, C.madder, 0.45)), each(6, (i) => pg(`${-40 + i * 280},760 ${90 + i * 280},600 ${220 + i * 280},760`, [C.madder, C.paper,
    C.sea][i % 3] ?? C.madder) + pg(`${90 + i * 280},600 ${140 + i * 280},760 ${220 + i * 280},760`, C.ink, 'opacity="0.2"') + r(-30 + i * 280, 756, 240,
    90, mix(C.night, C.ochre, 0.5)) + each(8, (k) => r(-14 + i * 280 + k * 27, 776 + (k % 3) * 6, 20, 50, [C.madder, C.sand, C.leaf, C.rose][(k +
    i) % 4] ?? C.sand))), heads(840, 40, 128, 12, 44, mix(C.night, C.ink, 0.3)), r(0, 900, 1500, 110, C.ink), bulbs(60, 60, 13, 40) + bulbs(190, 90, 11,
    -90),
  c(620, 400, 330, C.ochre, 'opacity="0.16"'), range(6).map((i) => { const [x, w, h, t] = [[330, 640, 84, C.sea], [380, 560, 70, C.ochre], [350, 600, 78,
    C.madder], [410, 500, 62, C.paper], [372, 540, 70, C.leaf], [430, 440, 58, C.rose]][i] as [number, number, number, string]; const y = 980 - [0, 84, 154,
    232, 294, 364][i]!; return r(x, y - h, w, h, t, 'rx="14"') + r(x + w * 0.8, y - h + 9, w * 0.2 + 4, h - 18, C.sand) +
    st(`M${x + w * 0.8} ${y - h * 0.66}h${w * 0.2}M${x + w * 0.8} ${y - h * 0.34}h${w * 0.2}`, C.ochre, 3) + r(x + w * 0.08, y - h, w * 0.02, h, light(t,
    0.55)) + r(x + w * 0.7, y - h, w * 0.02, h, light(t, 0.55)) + r(x + w * 0.3, y - h * 0.62, w * 0.22, h * 0.24, light(t, 0.5)); }).join(''),
  p('M520 560Q500 480 560 330Q600 290 660 320Q700 420 700 520L720 560Z', C.madder) + p('M540 560Q560 490 700 480Q820 480 850 520Q860 560 800 566Z',
    C.night) + p(taper(820, 530, 40, 850, 690, 26), C.night) + p(taper(846, 700, 20, 896, 724, 16), C.ochre) +
    p('M590 500Q700 430 800 500Q760 560 690 566Z', light(C.night, 0.12)) + p(taper(790, 520, 36, 770, 690, 24), light(C.night, 0.12)) + p(taper(768, 702,
    20, 818, 724, 16), C.ochre), p('M540 330Q500 200 590 140Q690 110 710 210Q730 290 680 330Q610 360 540 330Z', C.sand) +
    p('M640 180Q700 170 706 230Q706 290 664 304Q620 280 640 180Z', SKIN) + st('M676 236q12 4 20 -2', C.ink, 5), p(taper(600, 370, 34, 640, 470, 26),
    dark(C.madder, 0.15)) + p(taper(640, 470, 24, 730, 430, 17), dark(C.madder, 0.15)) + c(742, 426, 18, SKIN), g('translate(770 430) rotate(-8)',
    p('M0 0Q-50 -40 -90 -20L-60 -130Q-20 -150 20 -110Z', C.paper) + p('M0 0Q50 -60 110 -50L110 -160Q60 -166 20 -110Z', light(C.sand, 0.5)) +
    st('M0 0Q-50 -40 -90 -20M0 0Q50 -60 110 -50', C.sea, 10) + st('M36 -96q30 -30 60 -34M32 -72q34 -30 66 -36M26 -48q36 -26 70 -32', mix(C.ochre, C.ink,
    0.3), 4)),
  each(5, (i) => g(`translate(${980 + i * 96} ${420 - i * 66 + (i % 2) * 50}) rotate(${-20 + i * 14})`,
    p('M0 0Q-24 -18 -46 -6L-40 -50Q-20 -60 0 -44Q20 -60 40 -50L46 -6Q24 -18 0 0Z', i % 2 ? C.paper : C.rose))));

// The cup goes up.
const arm = (x: number, y: number, hx: number, hy: number, sleeve: string, tone: string): string => p(taper(x, y, 62, x + (hx - x) * 0.5, y +
  (hy - y) * 0.5, 44), sleeve) + p(taper(x + (hx - x) * 0.46, y + (hy - y) * 0.46, 38, hx, hy, 26), tone) + c(hx, hy, 34, tone) + each(4,
  (i) => p(taper(hx - 24 + i * 16, hy - 10, 10, hx - 28 + i * 18, hy - 42 + (i % 2) * 6, 9), tone));
const enCup = doc('en-cup-final', C.madder,
  each(12, (i) => g(`rotate(${i * 30} 640 430)`, pg('640,430 500,-900 780,-900', i % 2 ? mix(C.madder, C.dusk, 0.18) : dark(C.madder, 0.14)))), r(0, 0,
    1500, 1000, DOTS, 'opacity="0.1"'), p('M-20 800Q400 690 760 720T1520 680V1010H-20Z', dark(C.madder, 0.55)) + specks(3, 260, [0, 730, 1500, 200], 12,
    C.dusk, 0.5) + each(3, (i) => g(`translate(${150 + i * 1000} ${210 + (i % 2) * 30})`, st('M0 0V560', C.ink, 16) + r(-100, -70, 200, 92, C.ink,
    'rx="10"') + each(8, (k) => c(-70 + (k % 4) * 46, -46 + Math.floor(k / 4) * 46, 17, C.paper)))),
  c(640, 380, 340, light(C.ochre, 0.5), 'opacity="0.35"') + st('M500 250Q330 190 350 340Q370 450 540 470M780 250Q950 190 930 340Q910 450 740 470',
    dark(C.ochre, 0.15), 34) + p('M460 170H820Q830 420 720 510Q680 540 676 600H604Q600 540 560 510Q450 420 460 170Z', C.ochre) +
    p('M700 170H820Q830 420 720 510Q680 540 676 600H640Q650 520 690 450Q720 340 700 170Z', dark(C.ochre, 0.3)) +
    p('M490 200H560Q560 380 600 480Q500 420 490 200Z', light(C.ochre, 0.6)) + e(640, 170, 190, 30, light(C.ochre, 0.4)) + e(640, 172, 164, 20, dark(C.ochre,
    0.5)) + r(590, 590, 100, 30, dark(C.ochre, 0.25), 'rx="12"') + p('M560 690L596 614H684L720 690Z', C.ochre) + r(540, 684, 200, 70, C.ink) + r(580, 702,
    120, 32, C.sand) + at(640, 330, 1, pg('0,-70 18,-22 68,-20 28,10 42,60 0,32 -42,60 -28,10 -68,-20 -18,-22', light(C.ochre, 0.65))),
  st('M520 470q-90 120 -150 80q-40 40 -90 10M760 470q90 130 150 90q50 30 80 -10', C.sea, 22), arm(420, 1040, 566, 700, C.sea, SKIN) + arm(880, 1040, 716,
    700, C.paper, SKIN2), arm(120, 1060, 210, 700, C.paper, SKIN2) + arm(1130, 1080, 1060, 740, C.sea, SKIN) + arm(1390, 1080, 1300, 780, C.paper, SKIN),
    [[300, 1010, 0], [620, 990, 1], [1010, 1020, 2], [1260, 1010, 0], [40, 1010, 1]].map(([x = 0, y = 0, k = 0]) => e(x, y - 70, 74, 90, [SKIN, C.ink,
    SKIN2][k] ?? C.ink) +
    p(`M${x - 78} ${y - 60}Q${x - 80} ${y - 176} ${x} ${y - 174}Q${x + 80} ${y - 176} ${x + 78} ${y - 60}Q${x} ${y - 30} ${x - 78} ${y - 60}Z`,
    C.ink)).join(''),
  each(80, (i) => { const [x, y] = [(i * 379) % 1500, (i * 233) % 820]; return g(`translate(${x} ${y}) rotate(${(i * 67) % 180})`, i % 3 ? r(-12, -6, 24,
    12, [C.paper, C.sand, C.sea, C.rose][i % 4] ?? C.paper) : st('M-18 0q9 -14 18 0t18 0', [C.paper, C.ochre][i % 2] ?? C.paper, 6)); }));

// A turtle gliding over the reef.
const coral = (x: number, y: number, s: number, fill: string): string => at(x, y, s,
  st('M0 0Q-6 -80 0 -130M0 -40Q-60 -70 -66 -150M0 -60Q60 -90 70 -170M-58 -110Q-100 -130 -104 -170M60 -120Q100 -130 116 -180M0 -120Q-20 -170 -14 -210M0' +
  ' -120Q30 -160 30 -220', fill, 26));
const little = (x: number, y: number, s: number, a: string): string => at(x, y, s, p('M-40 0Q-10 -30 30 -4L54 -22V22L30 4Q-10 30 -40 0Z', a) +
  p('M-6 -17Q4 0 -6 17L6 15Q14 0 6 -15Z', C.paper) + c(-24, -3, 4, C.ink));
const shellD = 'M-300 40Q-260 -150 -20 -176Q220 -170 330 60Q200 130 0 130Q-200 130 -300 40Z';
const enTurtle = doc('en-sea-turtles', C.sea,
  grad('u', mix(C.sea, C.sky, 0.75), mix(C.sea, C.night, 0.5)), r(0, 0, 1500, 1000, 'url(#@u)'), each(5,
    (i) => pg(`${420 + i * 150},-20 ${500 + i * 170},-20 ${260 + i * 330},1000 ${60 + i * 300},1000`, C.paper, `opacity="${i % 2 ? 0.1 : 0.16}"`)),
    waves(46, 16, 180, C.paper, 0.2, -20) + cuts(3, 50, [0, 50, 1500, 120], 0, 110, C.paper, 0.6, 5),
  hill([[-20, 760], [200, 640], [420, 780], [640, 860], [900, 900], [1180, 780], [1360, 640], [1520, 700]], mix(C.sea, C.night, 0.35)) + hill([[-20, 900],
    [240, 840], [560, 930], [900, 950], [1200, 880], [1520, 830]], mix(C.sea, C.night, 0.7)), coral(160, 900, 1.2, C.madder) + coral(330, 960, 0.9,
    C.dusk) + coral(1330, 900, 1.3, C.ochre) + coral(1180, 970, 0.8, C.rose) + each(6,
    (i) => st(`M${540 + i * 66} 1000q${i % 2 ? 30 : -30} -60 0 -110t0 -${70 + (i % 3) * 40}`, i % 2 ? C.leaf : C.olive, 14)),
  g('translate(760 470) rotate(-14)', p('M-130 110Q-220 200 -350 210Q-360 190 -340 170Q-240 150 -190 60Z', dark(C.olive, 0.25)) +
    p('M150 80Q250 200 200 330Q170 390 130 400Q140 260 40 110Z', dark(C.olive, 0.4)) + p('M-280 50Q-340 40 -400 70Q-340 90 -270 70Z', dark(C.olive, 0.2)) +
    p('M300 50Q330 -40 410 -50Q480 -40 490 10Q486 50 430 64Q370 90 300 90Z', mix(C.olive, C.sand, 0.35)) + c(430, -6, 13, C.ink) + c(433, -9, 4, C.paper) +
    st('M488 22Q460 34 436 30', dark(C.olive, 0.5), 6) + each(6, (i) => c(350 + (i % 3) * 26, 10 + Math.floor(i / 3) * 34, 10, dark(C.olive, 0.2))) +
    p('M-290 40Q-100 150 100 140Q260 130 330 60Q320 110 240 140Q60 200 -130 150Q-250 110 -290 40Z', C.sand),
    p(shellD, mix(C.ochre, C.madder, 0.25)) + clip('sh', shellD, each(5,
      (i) => pg(`${-250 + i * 110},-20 ${-200 + i * 110},-110 ${-110 + i * 104},-110 ${-80 + i * 110},-20 ${-120 + i * 106},60 ${-210 + i * 108},60`,
      i % 2 ? C.ochre : light(C.ochre, 0.25), `stroke="${dark(C.madder, 0.5)}" stroke-width="8"`)),
      st('M-300 60Q0 110 340 70M-170 60V120M-60 70V130M50 70V130M160 66V120M250 60V110M-180 -110L-200 -180M-80 -110V-190M20 -110V-190M130 -100L150 -170',
      dark(C.madder, 0.5), 8), cuts(6, 80, [-260, -150, 560, 240], 60, 34, C.sand, 0.5)) + st(shellD, dark(C.madder, 0.5), 10) +
      p('M190 70Q240 110 210 240Q160 400 20 460Q0 450 10 420Q70 300 70 110Q120 60 190 70Z', mix(C.olive, C.sand, 0.3)) + each(12, (i) => c(150 - i * 9 +
      (i % 2) * 30, 130 + i * 25, 12 - i * 0.4, dark(C.olive, 0.25)))),
  little(330, 330, 0.9, C.ochre) + little(230, 400, 0.7, C.ochre) + little(400, 420, 0.6, C.ochre) + little(1220, 640, 0.9, C.madder) + little(1100, 720,
    0.7, C.dusk) + little(1330, 560, 0.6, C.madder), each(9, (i) => c(1250 + ((i * 37) % 60), 330 - i * 34, 6 + (i % 4) * 5, 'none',
    `stroke="${C.paper}" stroke-width="4"`)));

export const englishScenes: Record<string, string> = { ...englishScenesA, 'en-book-fair': enBook, 'en-cup-final': enCup, 'en-sea-turtles': enTurtle };
