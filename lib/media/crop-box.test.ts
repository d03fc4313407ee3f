import { expect, test } from 'vitest';
import { cropBox, cropPosition } from './crop-box.ts';

const wide = { width: 2000, height: 1000 };

test('cropBox cuts the largest part around the focal point, within the edges', () => {
  expect(cropBox(wide, 1, { focalX: 500, focalY: 500 })).toEqual({
    left: 500,
    top: 0,
    width: 1000,
    height: 1000,
  });
  expect(cropBox(wide, 1, { focalX: 0, focalY: 1000 })).toMatchObject({ left: 0, top: 0 });
  expect(cropBox(wide, 1, { focalX: 990, focalY: 0 })).toMatchObject({ left: 1000 });
  expect(cropBox({ width: 900, height: 1600 }, 3 / 2, { focalX: 0, focalY: 250 })).toEqual({
    left: 0,
    top: 100,
    width: 900,
    height: 600,
  });
});

test('cropPosition returns the same crop for CSS', () => {
  expect(cropPosition(wide, 1, { focalX: 500, focalY: 0 })).toBe(50);
  expect(cropPosition(wide, 1, { focalX: 350, focalY: 0 })).toBe(20);
  expect(cropPosition({ width: 900, height: 1600 }, 3 / 2, { focalX: 0, focalY: 250 })).toBe(10);
  expect(cropPosition({ width: 1500, height: 1000 }, 3 / 2, { focalX: 0, focalY: 0 })).toBe(50);
});
