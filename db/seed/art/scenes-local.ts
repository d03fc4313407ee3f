// Lead images of the local section.
import {
  C, at, c, clip, cloud, crown, cuts, cypress, dark, e, each, g, glints, grad, gull, hill, leafAt, light, mix, doc, moon, p, pg, r, smooth,
  specks, st, stars, sun, waves,
} from './motifs.ts';
import { arch, archD, crate, dome, figure, fishingBoat, heads, house, minaret, roundD, skyline, wheel } from './motifs-built.ts';

const tones = [C.paper, C.rose, light(C.sand, 0.35), light(C.dusk, 0.35), C.sand, light(C.rose, 0.5)];
const tone = (i: number): string => tones[i % tones.length] ?? C.paper;

// Hill quarter above, earth cut open below with the new main.
const row = (base: number, x0: number, count: number, w: number, h: number, shift: number): string =>
  each(count, (i) => house(x0 + i * w * 0.97, base + 60, w, h + ((i * 37 + shift * 53) % 5) * 16 + 60, tone(i * 2 + shift), C.sea, 2, 3));
const pipe = (d: string, w: number): string =>
  st(d, dark(C.sea, 0.55), w + 12, 'stroke-linecap="butt"') + st(d, C.sea, w, 'stroke-linecap="butt"') + st(d, mix(C.sea, C.sky, 0.55), w * 0.2,
    'stroke-linecap="butt"');
const earth = mix(C.madder, C.ink, 0.45);
const waterNetwork = doc('water-network', light(C.sand, 0.45),
  sun(330, 210, 92, C.madder), cuts(3, 40, [0, 60, 700, 330], 0, 90, C.ochre, 0.35),
  hill([[380, 600], [620, 330], [900, 160], [1140, 250], [1520, 420]], light(C.dusk, 0.15), 620),
  dome(905, 138, 120, C.madder) + r(845, 136, 120, 80, C.paper) + minaret(1012, 210, 190, C.paper),
  row(270, 760, 4, 104, 80, 1), row(360, 640, 6, 118, 90, 2), row(450, 520, 8, 124, 90, 4), row(530, 380, 9, 130, 82, 3),
  cypress(470, 590, 200, C.leaf) + cypress(530, 590, 150, dark(C.leaf, 0.2)) + cypress(1330, 590, 170, C.leaf),
  p('M0 588Q700 572 1500 590V1000H0Z', earth) + p('M0 588Q700 572 1500 590V616Q700 598 0 614Z', C.ink),
  cuts(9, 120, [0, 630, 1500, 340], 4, 60, C.dusk, 0.35), specks(4, 46, [0, 630, 1500, 350], 14, C.dusk, 0.35),
  p('M250 592L290 800H640L690 590Z', light(C.sand, 0.45)) + p('M690 590L640 800H600L640 591Z', C.sand),
  pipe('M820 770V602', 40) + pipe('M1060 770V602', 40) + pipe('M1300 770V602', 40) + pipe('M1180 870H1500', 34) + pipe('M1180 780V887', 34),
  pipe('M0 800H1500', 128),
  each(4, (i) => r([180, 706, 940, 1386][i] ?? 0, 716, 44, 168, dark(C.sea, 0.35), 'rx="8"') +
    each(3, (j) => c(([180, 706, 940, 1386][i] ?? 0) + 22, 740 + j * 60, 8, C.sky))),
  clip('cut', 'M764 748h162v104h-162z', r(764, 748, 162, 104, C.paper), waves(786, 10, 54, mix(C.sea, C.sky, 0.6), 0.2, 860, 760, 930),
    waves(812, 10, 54, mix(C.sea, C.sky, 0.3), 0.6, 860, 760, 930)),
  r(462, 640, 14, 110, C.ink) + st('M400 640H538', C.madder, 18) + e(469, 640, 70, 20, 'none', `stroke="${C.madder}" stroke-width="14"`),
  figure('man', 370, 740, 210, { top: C.ochre, legs: C.night, hair: C.paper, arms: [[-16, -60, 10, -50], [24, -60, 40, -50]] }));

// Row of young trees running along the sea wall.
const young = (s: number): string => {
  const [x, y] = [1210 - 690 * s, 392 + 520 * s];
  return at(x, y, s, e(60, 6, 190, 26, C.ink, 'opacity="0.22"') + e(0, 0, 74, 20, dark(C.ochre, 0.45)) + r(38, -330, 16, 330, C.ochre) + r(-54, -330, 16,
    330, C.ochre),
    st('M-48 -250H46', C.madder, 12), p('M-13 0Q-8 -200 -16 -420L14 -420Q8 -200 14 0Z', dark(C.ochre, 0.6)),
    crown(5, 0, -500, 190, 170, C.leaf, 15), crown(8, -46, -530, 110, 96, mix(C.leaf, C.olive, 0.7), 11), cuts(6, 34, [-130, -620, 240, 200], -40, 34,
      C.sand, 0.75, 4));
};
const cornicheTrees = doc('corniche-trees', light(C.sky, 0.35),
  sun(360, 190, 74, C.paper, light(C.ochre, 0.55)), cloud(520, 210, 330, C.paper) + cloud(980, 120, 260, C.paper),
  r(0, 392, 1500, 620, mix(C.sea, C.sky, 0.35)) + waves(470, 10, 120, mix(C.sea, C.sky, 0.15), 0.3) + waves(570, 14, 170, C.sea, 0.6),
  glints(2, 60, [0, 400, 900, 400], C.paper, 0.7), st('M120 380l34 -52l8 52z', C.paper, 4, `fill="${C.paper}"`) + p('M104 382h70l-12 14h-48z', C.ink),
  p('M1204 392L60 1000H1500V392Z', light(C.sand, 0.3)) + p('M1204 392L60 1000H250L1208 392Z', light(C.rose, 0.2)),
  each(7, (i) => st(`M${1211 + i * 4} 394L${420 + i * 260} 1000`, C.sand, 5)) + each(6,
    (i) => st(`M${1204 - 950 * (0.1 + i * i * 0.03)} ${392 + 608 * (0.12 + i * i * 0.035)}H1500`, C.sand, 4)),
  pg('1500,90 1330,190 1330,420 1500,560', C.rose) + pg('1330,190 1264,250 1264,404 1330,420', C.paper) + pg('1264,280 1222,320 1222,394 1264,404', C.dusk),
  each(3, (i) => pg(`1380,${230 + i * 90} 1410,${216 + i * 94} 1410,${272 + i * 96} 1380,${280 + i * 92}`, C.sea) +
    pg(`1440,${200 + i * 98} 1474,${184 + i * 102} 1474,${250 + i * 106} 1440,${256 + i * 102}`, C.sea)),
  st('M1202 372L-40 900', C.ink, 9) + st('M1202 384L-40 980', C.ink, 5) + each(9, (i) => {
    const s = 1 / (1 + i * 0.55);
    return st(`M${1206 - 1190 * s} ${388 + 590 * s}v${-90 * s}`, C.ink, 12 * s);
  }),
  young(0.12), young(0.19), young(0.29), young(0.44), young(0.66), figure('woman', 960, 800, 250, { top: C.madder, hair: C.night, arms: [[-18, -64, -34,
    -58], [6, -62, -30, -54]] }),
  st('M862 668L820 700', C.sea, 10) + p('M860 646h44v52h-44z', C.sea) + st('M818 704q-26 40 -34 90M822 708q-16 40 -18 90', C.sky, 5), young(1));

// Lit bus on a wet street.
const nightBus = doc('night-bus', C.night,
  grad('s', dark(C.night, 0.25), mix(C.night, C.sea, 0.75)), r(0, 0, 1500, 720, 'url(#@s)'), stars(7, 70, [0, 20, 1500, 330], C.sand), moon(1190, 150, 70,
    C.sand),
  skyline(77, 0, 1500, 700, 170, 420, mix(C.night, C.sea, 0.4)), minaret(300, 700, 540, mix(C.night, C.sea, 0.4)) + dome(170, 470, 200, mix(C.night, C.sea,
    0.4)),
  skyline(31, -20, 1500, 720, 90, 280, dark(C.night, 0.45)), each(16, (i) => r(60 + ((i * 197) % 1380), 470 + ((i * 83) % 150), 16, 24, C.ochre,
    'opacity="0.8"')),
  r(0, 700, 1500, 40, mix(C.night, C.sky, 0.25)) + r(0, 740, 1500, 260, dark(C.night, 0.55)),
  pg('390,690 -40,610 -40,860 390,740', C.sand, 'opacity="0.35"'),
  p('M390 330Q400 292 450 292H1370Q1420 292 1424 340V730H378V470Z', C.madder) + p('M450 292H1370Q1420 292 1424 340V352H388Q394 296 450 292Z', dark(C.madder,
    0.35)),
  r(378, 606, 1046, 34, C.paper) + r(378, 652, 1046, 8, C.ochre),
  p('M404 372H500V580H386V470Z', light(C.ochre, 0.45)) + each(5, (i) => r(670 + i * 148, 372, 132, 170, light(C.ochre, 0.35), 'rx="8"')) +
  r(520, 372, 130, 350, light(C.ochre, 0.55)) + st('M585 372V722', C.madder, 10),
  clip('bw', 'M670 372h724v170h-724zM386 372h114v208h-114z', heads(474, 742, 148, 3, 44, C.night, 0.4), heads(480, 1196, 130, 2, 42, dark(C.madder, 0.5)),
    heads(500, 448, 100, 1, 46, C.ink),
    each(5, (i) => st(`M${690 + i * 148} 420v-50`, C.ink, 5))),
  r(1240, 250, 120, 44, dark(C.madder, 0.5), 'rx="10"') + e(402, 680, 20, 26, C.paper) + r(372, 712, 1060, 22, C.ink),
  wheel(620 - 30, 734, 66, C.ink, mix(C.sky, C.night, 0.4)) + wheel(1240, 734, 66, C.ink, mix(C.sky, C.night, 0.4)),
  each(6, (i) => p(`M${690 + i * 148} 806q8 60 -4 ${150 - (i % 3) * 30}q50 14 90 0q-16 -60 6 -${150 - (i % 3) * 30}z`, C.ochre, 'opacity="0.45"')),
  p('M520 806q20 90 0 180h120q-14 -90 6 -180z', C.sand, 'opacity="0.5"') + glints(5, 60, [0, 770, 1500, 220], C.sky, 0.4),
  r(236, 330, 12, 412, C.sky) + r(206, 300, 72, 72, C.sea, `rx="10" stroke="${C.sky}" stroke-width="6"`) + r(222, 322, 40, 26, C.sky, 'rx="4"'),
  figure('man', 316, 800, 290, { top: C.ink, legs: dark(C.night, 0.7), arms: [[-16, -62, -13, -48], [17, -64, 27, -80]] }),
  figure('woman', 160, 830, 300, { top: mix(C.sea, C.ink, 0.3), hair: C.rose }));

// Vaulted souk seen down its axis, with scaffolding on the left.
const ring = (i: number, fill: string): string => {
  const s = [0.13, 0.24, 0.42, 0.7, 1.12][i] ?? 1;
  const [w, h] = [980 * s, 960 * s];
  return p(`M-20 -20H1520V1020H-20Z${archD(900 - w / 2, i > 2 ? 1080 : 600 + 330 * s, w, i > 2 ? 480 + h - 330 * s : h)}`, fill, 'fill-rule="evenodd"');
};
const oldMarket = doc('old-market-restoration', C.paper,
  sun(900, 560, 80, light(C.ochre, 0.5)), ring(0, light(C.sand, 0.3)), ring(1, C.sand), ring(2, C.dusk),
  pg('900,600 250,1020 1600,1020', light(C.rose, 0.1)) + each(9, (i) => st(`M900 600L${120 + i * 190} 1010`, C.dusk, 4)) +
  each(5, (i) => st(`M${900 - 60 * 1.8 ** (i + 1)} ${600 + 36 * 1.8 ** (i + 1)}H${900 + 66 * 1.8 ** (i + 1)}`, C.dusk, 4)),
  pg('1010,90 1110,70 900,930 620,940', C.paper, 'opacity="0.45"') + pg('800,190 850,180 760,760 640,770', C.paper, 'opacity="0.4"'),
  figure('woman', 960, 742, 140, { top: C.sea, hair: C.paper }) + figure('robe', 870, 690, 84, { top: C.ink }) + figure('man', 905, 668, 64,
    { top: C.madder }),
  clip('r3', 'M-20 -20H1520V1020H-20Z', ring(3, mix(C.madder, C.dusk, 0.35))), cuts(21, 90, [1260, 60, 240, 800], 80, 60, C.rose, 0.3),
  g('translate(1170 0)', p('M0 470L300 400V450L0 500Z', C.ochre) + each(5, (i) => p(`M${i * 60} ${498 - i * 10}v44l56 -6v-46z`,
    i % 2 ? C.paper : C.madder)),
    r(40, 690, 300, 330, dark(C.ochre, 0.5)), each(4, (i) => c(80 + i * 76, 676, 42, [C.ochre, C.leaf, C.madder, C.olive][i] ?? C.ochre)), each(3,
      (i) => c(116 + i * 76, 628, 36, [C.sand, C.ochre, C.dusk][i] ?? C.sand))),
  ring(4, dark(C.madder, 0.72)),
  each(4, (i) => r(262 + i * 130, 150 + i * 30, 15, 850 - i * 50, C.ochre)) + each(3, (i) => r(232, 320 + i * 200, 470, 22,
    i === 1 ? C.sand : light(C.ochre, 0.2))) +
  st('M270 540L530 340M400 740L660 540M270 940L530 740M530 540L270 340', light(C.ochre, 0.3), 7),
  st('M600 960L640 350M652 960L686 350', C.sand, 9) + each(11, (i) => st(`M${604 + i * 3.4} ${920 - i * 54}h${50 - i * 0.6}`, C.sand, 7)),
  figure('man', 430, 320, 190, { top: C.sea, legs: C.ink, hair: C.ochre, arms: [[-15, -62, -13, -48], [22, -86, 30, -104]] }),
  figure('man', 345, 720, 190, { top: C.paper, legs: C.night, hair: C.ochre, mirror: true, arms: [[-15, -62, -13, -48], [22, -80, 34, -92]] }),
  r(470, 486, 60, 36, C.madder) + p('M500 470q20 -30 40 0', 'none', `stroke="${C.paper}" stroke-width="5"`) + r(506, 690, 50, 30, C.paper));

// Children's garden beds under the school wall.
export const lettuce = (x: number, y: number, s: number, a: string = C.leaf): string => at(x, y, s,
  each(7, (i) => leafAt(0, 0, 74 - Math.abs(i - 3) * 6, -170 + i * 26.6, i % 2 ? mix(a, C.ochre, 0.35) : a, 0.42)), each(5, (i) => leafAt(0, 4, 46, -150 +
    i * 30, mix(a, C.sand, 0.45), 0.4)));
const tomato = (x: number, y: number, h: number): string => st(`M${x} ${y}V${y - h}`, C.ochre, 13) +
  st(`M${x + 12} ${y}Q${x - 16} ${y - h * 0.5} ${x + 8} ${y - h * 0.92}`, C.leaf, 9) +
  each(7, (i) => leafAt(x, y - h * (0.12 + i * 0.13), 92 - i * 5, i % 2 ? -28 : 208, i % 3 ? C.leaf : mix(C.leaf, C.olive, 0.6), 0.36)) +
  each(5, (i) => c(x + (i % 2 ? 44 : -42), y - h * (0.2 + i * 0.14), 27 - i * 2, C.madder) + c(x + (i % 2 ? 36 : -50), y - h * (0.22 + i * 0.14), 6,
    C.rose) +
    st(`M${x + (i % 2 ? 44 : -42)} ${y - h * (0.2 + i * 0.14) - 26}l-8 -6m8 6l8 -6`, C.leaf, 5));
const bed = (x: number, y: number, w: number, d: number, fh: number, sk: number): string =>
  pg(`${x},${y} ${x + w},${y} ${x + w + sk},${y - d} ${x + sk},${y - d}`, dark(C.ochre, 0.72)) + r(x - 8, y - 4, w + 16, fh, C.ochre) + r(x - 8, y - 4, w +
    16, fh * 0.16, light(C.ochre, 0.35)) +
  pg(`${x + w + 8},${y - 4} ${x + w + sk + 8},${y - d - 4} ${x + w + sk + 8},${y - d + fh * 0.6} ${x + w + 8},${y + fh - 4}`, dark(C.ochre, 0.35)) +
    st(`M${x} ${y + fh * 0.5}h${w}`, dark(C.ochre, 0.25), 4);
const schoolGardens = doc('school-gardens', light(C.sand, 0.25),
  r(0, 0, 1500, 120, C.sky), r(0, 84, 1500, 330, C.rose) + r(0, 70, 1500, 22, C.madder) + r(0, 392, 1500, 30, C.dusk),
  each(6, (i) => arch(90 + i * 250, 320, 120, 190, C.sea) + arch(102 + i * 250, 320, 96, 172, light(C.sky, 0.2)) +
    st(`M${150 + i * 250} 320v-172M${102 + i * 250} 240h96`, C.sea, 8)),
  crown(14, 1440, 150, 170, 150, C.leaf, 13) + r(1424, 240, 26, 190, dark(C.ochre, 0.6)) + cuts(2, 26, [1330, 60, 170, 160], -30, 30, C.sand, 0.7),
  st('M0 60Q260 130 520 62T1040 62T1560 62', C.ink, 3) + each(22,
    (i) => pg(`${20 + i * 66},${78 + Math.sin(i * 0.8) * 16} ${60 + i * 66},${78 + Math.sin(i * 0.8) * 16} ${40 + i * 66},${122 + Math.sin(i * 0.8) * 16}`,
    [C.madder, C.ochre, C.sea, C.paper][i % 4] ?? C.paper)),
  bed(470, 560, 330, 90, 52, 60) + bed(930, 560, 360, 90, 52, 40), each(6, (i) => lettuce(540 + i * 50, 530 + (i % 2) * 24, 0.7)), each(6,
    (i) => lettuce(976 + i * 58, 530 + (i % 2) * 24, 0.75, mix(C.madder, C.olive, 0.35))),
  cuts(8, 60, [0, 440, 1500, 550], 2, 46, C.ochre, 0.4), bed(-60, 830, 800, 170, 180, 130), tomato(180, 740, 400) + tomato(360, 736, 330),
  each(3, (i) => lettuce(520 + i * 110, 730, 1.1)), each(6, (i) => lettuce(70 + i * 128, 830, 1.5, i % 2 ? C.leaf : C.olive)),
  figure('child', 1330, 700, 330, { top: C.ochre, legs: C.night, mirror: true, arms: [[-16, -62, 6, -52], [20, -60, 24, -50]] }) + crate(1205, 555, 100, 60,
    C.sand, 2) + each(3, (i) => c(1226 + i * 28, 492, 18, C.madder)),
  e(1070, 946, 130, 18, C.ink, 'opacity="0.2"') + figure('girl', 1060, 946, 470, { top: C.madder, legs: C.night, arms: [[-18, -62, -34, -56], [-2, -60, -32,
    -50]] }),
  p('M850 650h96v92h-96z', C.sea) + st('M854 720L768 662M864 650q34 -60 70 0', C.sea, 15) + p('M742 650l44 -22l12 40z', C.sea) +
  each(5, (i) => st(`M${748 + i * 9} ${672 + i * 2}q${-40 + i * 8} 50 ${-44 + i * 12} 130`, C.sky, 5, 'stroke-dasharray="22 14"')));

// Rain on a steep street, water running to the new gutter.
const rainDrainage = doc('rain-drainage', mix(C.sea, C.sky, 0.62),
  pg('0,0 420,0 420,520 0,640', mix(C.sea, C.ink, 0.35)) + pg('420,60 640,120 640,480 420,520', mix(C.sea, C.sky, 0.2)) +
    pg('1500,0 1130,0 1130,500 1500,600', mix(C.sea, C.ink, 0.15)) + pg('1130,90 960,150 960,470 1130,500', mix(C.sea, C.sky, 0.35)),
  arch(110, 600, 150, 330, C.ochre) + arch(126, 596, 118, 300, light(C.ochre, 0.5)) + each(3, (i) => r(470 + i * 54, 210, 30, 70, C.ochre,
    i === 1 ? '' : 'opacity="0.25"')) + each(2, (i) => r(1210 + i * 130, 160, 60, 120, i ? C.sand : mix(C.sea, C.ink, 0.5))),
  minaret(800, 470, 330, mix(C.sea, C.sky, 0.45)), pg('640,470 960,468 1500,590 1500,1000 0,1000 0,630', mix(C.night, C.sea, 0.35)),
  glints(11, 90, [60, 500, 1440, 220], C.sky, 0.4), pg('120,605 250,580 420,760 150,800', C.ochre, 'opacity="0.45"'),
  figure('woman', 990, 690, 330, { top: C.night, hair: C.paper, arms: [[-16, -64, -6, -88], [15, -62, 21, -50]] }) + figure('child', 1090, 694, 190,
    { top: C.ochre, legs: C.ink, arms: [[-17, -66, -26, -74], [15, -62, 13, -48]] }),
  st('M972 400V210', C.ink, 9) + p('M790 330Q810 150 975 140Q1150 150 1166 330Q1120 292 1072 330Q1020 292 972 330Q930 292 884 330Q840 292 790 330Z',
    C.madder) + p('M975 140Q900 200 884 330Q840 292 790 330Q810 150 975 140Z', dark(C.madder, 0.3)) + st('M975 142v-26', C.ink, 8),
  p('M930 700q60 -8 120 0q-10 90 20 130q-80 24 -150 0q24 -60 10 -130z', C.madder, 'opacity="0.35"'),
  p('M-20 720L1520 880V1010H-20Z', light(C.sky, 0.35)) + p('M-20 720L1520 880V910L-20 760Z', C.paper) + each(7,
    (i) => st(`M${-40 + i * 250} ${724 + i * 26}l-70 300`, mix(C.sea, C.sky, 0.6), 6)),
  pg('330,770 760,814 700,1000 226,1000', C.ink) + each(8,
    (i) => pg(`${352 + i * 50},${786 + i * 5} ${376 + i * 50},${788 + i * 5} ${318 + i * 52},1000 ${286 + i * 52},1000`, mix(C.sea, C.sky, 0.35))) +
    st('M330 770L760 814L700 1004', C.ochre, 14),
  p('M-20 640Q240 690 420 740Q470 790 430 830Q370 800 300 780Q140 745 -20 730Z', mix(C.sea, C.sky, 0.5)) +
    p('M1520 800Q1100 730 800 750Q640 760 620 850Q700 830 800 820Q1100 810 1520 880Z', mix(C.sea, C.sky, 0.5)),
  st('M-20 668Q240 716 400 764M-20 704Q200 736 340 776M1520 830Q1100 764 820 774Q690 780 660 830M1520 858Q1140 800 860 800', C.paper, 7),
  each(9, (i) => e(140 + ((i * 331) % 1300), 590 + ((i * 71) % 110), 44, 10, 'none', `stroke="${C.sky}" stroke-width="4" opacity="0.7"`)),
  cuts(31, 260, [-60, -60, 1600, 1020], 108, 62, C.paper, 0.55, 2.4));

// The old lighthouse at dusk.
const lighthouse = doc('lighthouse-museum', C.dusk,
  grad('k', mix(C.night, C.dusk, 0.25), light(C.dusk, 0.25)), r(0, 0, 1500, 720, 'url(#@k)'), stars(3, 36, [0, 10, 1500, 240], C.paper),
  pg('960,196 -60,40 -60,330', C.sand, 'opacity="0.55"') + pg('1010,196 1560,110 1560,300', C.sand, 'opacity="0.4"'),
  cuts(6, 46, [0, 400, 820, 220], 0, 120, C.rose, 0.6, 4), sun(300, 650, 120, C.madder), r(0, 650, 1500, 360, C.sea) + glints(4, 80, [0, 660, 900, 320],
    C.dusk, 0.8) + glints(14, 30, [210, 660, 130, 240], C.madder, 0.9),
  fishingBoat(480, 706, 0.62, C.ink, C.dusk, mix(C.night, C.dusk, 0.4)), hill([[560, 1010], [660, 860], [800, 730], [960, 690], [1250, 690], [1520, 640]],
    dark(C.olive, 0.55)),
  p('M880 716L922 300H1044L1088 716Z', C.paper) + clip('lh', 'M880 716L922 300H1044L1088 716Z', r(860, 380, 260, 84, C.madder), r(860, 548, 260, 84,
    C.madder), r(1026, 290, 80, 430, C.ink, 'opacity="0.22"')),
  r(896, 280, 174, 24, C.ink) + st('M900 280v-40h166v40M942 280v-40M1024 280v-40', C.ink, 6) + r(934, 156, 98, 90, light(C.ochre, 0.6)) +
    st('M934 156v90M966 156v90M1000 156v90M1032 156v90', C.ink, 7) + dome(983, 160, 124, C.madder) + r(979, 52, 8, 30, C.ink) + c(983, 200, 24, C.paper),
  each(2, (i) => p(roundD(966, 512 + i * 168 - 170, 34, 52), C.ink)) + p(roundD(950, 720, 66, 100), C.ink),
  house(1084, 720, 330, 170, C.rose, C.ochre, 4, 1) + pg('1068,546 1430,546 1400,500 1100,500', C.madder) + arch(1120, 720, 60, 92, dark(C.madder, 0.4)),
  p('M960 720Q820 790 860 860T560 1010H980Q960 900 1010 850T1030 720Z', light(C.sand, 0.2)), hill([[0, 930], [180, 850], [330, 900], [520, 1010]],
    dark(C.night, 0.6)) + hill([[1000, 1010], [1180, 880], [1330, 900], [1520, 800]], dark(C.night, 0.6)),
  cuts(8, 46, [1120, 900, 380, 100], -24, 60, C.dusk, 0.3), cuts(9, 26, [20, 880, 330, 110], 20, 50, C.dusk, 0.3),
  figure('woman', 860, 900, 150, { top: C.madder, hair: C.paper }) + figure('man', 918, 890, 156, { top: C.night, legs: C.ink }) + figure('child', 800, 908,
    96, { top: C.ochre, legs: C.ink }) + figure('robe', 990, 770, 96, { top: C.ink }),
  gull(560, 300, 0.8, C.paper) + gull(680, 390, 0.5, C.paper) + gull(400, 420, 0.45, C.paper));

// The clinic van in a terraced valley.
const plus = (x: number, y: number, s: number,
  fill: string): string => p(`M${x - s} ${y - s * 3}h${s * 2}v${s * 2}h${s * 2}v${s * 2}h${-s * 2}v${s * 2}h${-s * 2}v${-s * 2}h${-s * 2}v${-s * 2}h` +
  `${s * 2}z`, fill);
const terrace = (pts: readonly (readonly [number, number])[], count: number, gap: number, color: string): string => each(count,
  (i) => st(smooth(pts.map(([x, y]) => [x, y + gap * (i + 1)] as const)), color, 4 + i));
const hillA = [[-20, 300], [200, 180], [460, 260], [700, 420], [900, 470]] as const;
const hillB = [[620, 470], [860, 330], [1130, 220], [1360, 280], [1520, 230]] as const;
const healthClinic = doc('health-clinic', light(C.sky, 0.15),
  hill([[-20, 240], [300, 90], [560, 200], [800, 120], [1100, 60], [1520, 200]], mix(C.sky, C.olive, 0.45)), cloud(150, 92, 240, C.paper) + cloud(760, 70,
    200, C.paper),
  hill(hillB, mix(C.olive, C.leaf, 0.3)) + terrace(hillB, 5, 46, light(C.olive, 0.4)), house(1090, 300, 70, 60, C.paper, C.sea, 2, 1) + house(1150, 306, 60,
    90, C.rose, C.sea, 2, 2) + house(1206, 310, 74, 56, C.sand, C.sea, 2, 1) + minaret(1130, 250, 110, C.paper),
  hill(hillA, mix(C.olive, C.sand, 0.3)) + terrace(hillA, 6, 48, dark(C.olive, 0.12)), each(6, (i) => cypress(60 + i * 62, 330 + ((i * 47) % 90), 110 +
    (i % 3) * 20, dark(C.leaf, 0.25))),
  hill([[-20, 560], [340, 520], [760, 560], [1100, 500], [1520, 560]], C.olive), cuts(5, 90, [0, 580, 1500, 400], 6, 60, C.sand, 0.4),
  p('M770 470Q640 520 760 560T1130 640Q1400 720 1100 800L460 1010H1500V700Q1330 600 1000 560T810 470Z', light(C.sand, 0.4)), each(5, (i) => crown(20 + i,
    1250 + i * 62, 560 - (i % 2) * 26, 54, 46, C.leaf, 9)),
  e(640, 850, 480, 30, C.ink, 'opacity="0.25"'), p('M260 440Q264 400 300 400H800Q850 400 880 450L960 590Q1010 600 1016 650V810H260Z', C.paper) +
    p('M830 440L910 588H740V440Z', C.sea) + p('M800 440l-60 70v-70z', C.sky),
  r(260, 700, 756, 44, C.leaf) + r(260, 784, 756, 34, C.ink) + r(996, 660, 24, 44, C.ochre) + st('M720 430V780M724 640h40', mix(C.paper, C.ink, 0.35), 5) +
    plus(610, 580, 26, C.leaf),
  wheel(400, 814, 66, C.ink, C.sky) + wheel(872, 814, 66, C.ink, C.sky), r(300, 460, 200, 300, dark(C.sea, 0.2)) + r(316, 690, 168, 16, C.ochre) + each(3,
    (i) => r(324 + i * 50, 646, 34, 44, [C.madder, C.paper, C.ochre][i] ?? C.paper)) + r(316, 560, 168, 12, C.ochre) + each(4, (i) => c(338 + i * 40, 542,
    15, i % 2 ? C.sky : C.rose)),
  pg('262,420 540,420 500,520 150,520', C.madder) + each(3,
    (i) => pg(`${300 + i * 92},420 ${346 + i * 92},420 ${270 + i * 118 - 32},520 ${210 + i * 118 - 32},520`, C.paper)) + st('M156 520V860', C.ink, 8),
  figure('woman', 470, 900, 330, { top: C.paper, hair: C.leaf, legs: C.paper, arms: [[-18, -60, -30, -54], [16, -62, 8, -50]] }), figure('woman', 300, 910,
    320, { top: C.madder, hair: C.night, arms: [[-13, -62, -8, -46], [18, -62, 28, -58]] }), figure('child', 220, 912, 200, { top: C.ochre,
    legs: C.night }),
  crown(31, 1420, 960, 150, 90, dark(C.leaf, 0.25), 13) + cuts(32, 24, [1310, 890, 180, 100], -40, 30, C.sand, 0.6));

export const localScenes: Record<string, string> = {
  'water-network': waterNetwork, 'corniche-trees': cornicheTrees, 'night-bus': nightBus, 'old-market-restoration': oldMarket,
  'school-gardens': schoolGardens, 'rain-drainage': rainDrainage, 'lighthouse-museum': lighthouse, 'health-clinic': healthClinic,
};
