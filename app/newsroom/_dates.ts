import { getLocale } from 'next-intl/server';
import { getDateSettings } from '#db/paper/settings.ts';

/** How dates and numbers are written in the language of the request. */
export const getDates = async () => getDateSettings(await getLocale());
