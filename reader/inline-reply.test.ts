// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import './inline-reply.ts';
import { click, drawPage, find } from './testing/page.ts';

const comment = (id: string, name: string) =>
  `<article id="comment-${id}"><bdi>${name}</bdi><a href="#reply-${id}" data-reply="${id}">رد</a></article>`;

beforeEach(() =>
  drawPage(`<div data-reply-title="رد على" data-reply-cancel="ألغ">
      ${comment('a', 'نور')}${comment('b', 'Sam')}
    </div>
    <section id="home"><h2>أضف <b>تعليقا</b></h2>
      <form id="comment-form"><textarea></textarea><button type="submit">أرسل</button></form>
    </section>`),
);

const reply = (id: string, init?: MouseEventInit) => click(find(`[data-reply=${id}]`), init);
const heading = () => find('h2').innerHTML;
const replyTo = () =>
  [...document.querySelectorAll<HTMLInputElement>('[name=replyTo]')].map((each) => each.value);
const isBelow = (id: string) => find(`#comment-${id}`).nextElementSibling === find('section');

describe('a reply link', () => {
  it('moves the form below its comment, says whom it answers, and takes the focus', () => {
    expect(reply('a')).toBe(false);
    expect(isBelow('a')).toBe(true);
    expect(heading()).toBe('رد على <bdi>نور</bdi>');
    expect(replyTo()).toEqual(['a']);
    expect(document.activeElement).toBe(find('textarea'));
  });

  it('moves the form from one comment to another', () => {
    reply('a');
    reply('b');
    expect(isBelow('b')).toBe(true);
    expect(replyTo()).toEqual(['b']);
    expect(heading()).toBe('رد على <bdi>Sam</bdi>');
    expect(document.querySelectorAll('.cancel-reply')).toHaveLength(1);
  });

  it('tells the form each time that it answers another comment', () => {
    const turned = vi.fn();
    find('form').addEventListener('turned', () => turned(replyTo()));
    reply('a');
    click(find('.cancel-reply'));
    expect(turned.mock.calls).toEqual([[['a']], [[]]]);
  });

  it('stays a link for a new tab, and without a form', () => {
    expect(reply('a', { ctrlKey: true })).toBe(true);
    find('section').remove();
    expect(reply('a')).toBe(true);
  });

  it('works after the comments were replaced', () => {
    reply('a');
    const { innerHTML } = document.body;
    drawPage(innerHTML);
    expect(reply('b')).toBe(false);
    expect(isBelow('b')).toBe(true);
  });
});

describe('cancelling', () => {
  it('brings the form home as it was, and the focus back to the link', () => {
    const before = find('#home').innerHTML;
    reply('a');
    click(find('.cancel-reply'));
    expect(document.body.lastElementChild).toBe(find('#home'));
    expect(find('#home').innerHTML).toBe(before);
    expect(document.activeElement).toBe(find('[data-reply=a]'));
  });

  it('restores the comment that the page was loaded to answer', () => {
    find('form').insertAdjacentHTML('beforeend', '<input type="hidden" name="replyTo" value="z" />');
    reply('a');
    expect(replyTo()).toEqual(['a']);
    click(find('.cancel-reply'));
    expect(replyTo()).toEqual(['z']);
  });
});
