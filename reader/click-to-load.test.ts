// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import './click-to-load.ts';
import { click as clickOn, drawPage, find } from './testing/page.ts';

beforeEach(() => {
  drawPage(`<click-to-load data-src="about:blank" data-shape="tall" data-title="مقطع">
    <a href="#video">مقطع</a>
  </click-to-load>`);
});

const click = (init?: MouseEventInit) => clickOn(find('a'), init);
const frame = () => document.querySelector('iframe');

it('loads nothing before the click', () => {
  expect(frame()).toBeNull();
});

it('embeds the content at a click, in a sandbox without access to the page', () => {
  expect(click()).toBe(false);
  expect(frame()).toMatchObject({ src: 'about:blank', title: 'مقطع', className: 'embed-tall' });
  expect(frame()!.getAttribute('sandbox')).toBe(
    'allow-scripts allow-same-origin allow-popups allow-presentation',
  );
});

it('leaves a click that opens a new tab to the browser', () => {
  expect(click({ ctrlKey: true })).toBe(true);
  expect(frame()).toBeNull();
});
