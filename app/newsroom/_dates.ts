import { getLocale } from 'next-intl/server';
import { getDateSettings } from '#db/paper/settings.ts';

/** How dates and numbers are written for who asks. */
export const getDates = async () => getDateSettings(await getLocale());
