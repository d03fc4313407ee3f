import { describe, expect, it } from 'vitest';
import { commentFromHtml } from './comment-from-html.ts';
import { commentToHtml } from './comment-to-html.ts';
import { costOf } from '#lib/testing/cost.ts';

describe('commentFromHtml', () => {
  it.each([
    ['paragraphs and line breaks', 'سطر\nثانٍ\n\nفقرة', 'سطر\nثانٍ\n\nفقرة'],
    ['paragraph tags', '<p>أولى</p>\n<p>ثانية<br />\nسطر<br>آخر</p>', 'أولى\n\nثانية\nسطر\nآخر'],
    [
      'a quote',
      'قبل<blockquote>قال\nذلك\n\nثم هذا</blockquote>بعد',
      'قبل\n\n> قال\n> ذلك\n>\n> ثم هذا\n\nبعد',
    ],
    [
      'nested quotes, as one level',
      '<blockquote>أ<blockquote>ب</blockquote>ج</blockquote>',
      '> أ\n>\n> ب\n>\n> ج',
    ],
    ['bold and italic text', 'هذا <strong>مهم</strong> و<em> مائل </em>!', 'هذا **مهم** و مائل !'],
    ['an italic word', 'كلمة <em>مائلة</em>.', 'كلمة _مائلة_.'],
    ['bold text over several lines', '<b>أ\nب <b>ج</b></b>', '**أ**\n**ب ج**'],
    [
      'a link with a text',
      '<a href="https://example.org/a?b=1&amp;c=2" rel="nofollow">المصدر</a>',
      'المصدر (https://example.org/a?b=1&c=2)',
    ],
    [
      'a link with its address as text',
      'انظر <a href="https://example.org/%D8%A3">https://example.org/%D8%A3</a>.',
      'انظر https://example.org/%D8%A3.',
    ],
    [
      'a link with another address as text',
      '<a href="https://evil.example/">https://bank.example</a>',
      'https://evil.example/',
    ],
    [
      'invalid links',
      '<a href="javascript:alert(1)">انقر</a> <a href="mailto:a@birds.example">راسلني</a> <a>هنا</a>',
      'انقر راسلني هنا',
    ],
    ['entities, once', '&quot;أ&quot; &amp;lt;b&gt; &#8217;&nbsp;5 &lt; 6', '"أ" &lt;b> ’ 5 < 6'],
    ['angle brackets that are not tags', '5 < 6 و<3 و a<b', '5 < 6 و<3 و a'],
    ['a list', '<ul>\n<li>واحد</li>\n<li>اثنان</li>\n</ul>', '- واحد\n- اثنان'],
    [
      'elements without readable text',
      'أ<script>alert("<b>")</script><style>b{}</style><iframe src="x">y</iframe><img src=x onerror=alert(1)><!-- wp:x -->ب',
      'أب',
    ],
    ['overlapping tags', '<b>أ <i>ب</b> ج</i> د', '**أ _ب_** ج د'],
  ])('converts %s', (_, html, text) => expect(commentFromHtml(html)).toBe(text));

  it('takes little time on any input', () => {
    const cost = costOf(() => {
      for (const piece of [
        '<b>',
        '<blockquote>',
        '<a href="https://a.example">',
        '<ul><li>',
        '<b><i>x\n',
        '</p>',
        '<br>\n',
        '&amp;',
        '<!--',
        '<script>',
        '> \n\n',
      ])
        commentFromHtml(piece.repeat(65_536 / piece.length));
    });
    expect(cost).toBeLessThan(5000);
  });
});

describe('commentToHtml', () => {
  it.each([
    'سطر\nثانٍ\n\nفقرة',
    '> قال\n> ذلك\n>\n> ثم\n\nرد',
    'هذا **مهم** و_مائل_ و _مائل_ هنا',
    '**بداية\nنهاية',
    'a < b && c > d "x" &amp; <b>',
    '>بلا مسافة',
    'https://example.org/a_b_(c)?x=1&y=2',
    '**https://example.org/**',
    '_أ **ب** ج_',
    '] ]]> <![CDATA[',
    'file_name_here',
    '* * *',
    '- أ\n- ب',
  ])('is reversed exactly by commentFromHtml: %s', (text) =>
    expect(commentFromHtml(commentToHtml(text))).toBe(text),
  );

  it('writes HTML for marks and quotes', () => {
    expect(commentToHtml('قال **هو**:\n\n> نص <b>\n\nانظر https://example.org/ و_هذا_ _مائل_')).toBe(
      'قال <strong>هو</strong>:\n\n<blockquote>نص &lt;b&gt;</blockquote>\n\nانظر https://example.org/ و_هذا_ <em>مائل</em>',
    );
  });
});
