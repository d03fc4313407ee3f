import type { BodyContext } from './context.ts';

/** For tests of bodies that contain only text. */
export const NO_CONTEXT: BodyContext = {
  locale: 'ar',
  pictures: new Map(),
  documents: new Map(),
  cards: new Map(),
  words: {
    readAlso: 'اقرأ أيضًا',
    correction: 'تصحيح',
    table: 'جدول',
    document: 'وثيقة PDF',
    formatBytes: (bytes) => `${bytes} بايت`,
    embedNote: 'يُفتح بعد الضغط',
    formatDay: (day) => day,
    embeds: {
      youtube: 'يوتيوب',
      x: 'إكس',
      facebook: 'فيسبوك',
      instagram: 'إنستغرام',
      tiktok: 'تيك توك',
      telegram: 'تيليغرام',
      soundcloud: 'ساوندكلاود',
      vimeo: 'فيميو',
      map: 'خريطة',
    },
  },
};
