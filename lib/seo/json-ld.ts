export const jsonLdText = (v: unknown) => JSON.stringify(v).replace(/</g, '\\u003c');
export const newsArticleJsonLd = (v: unknown) => v; export const breadcrumbJsonLd = (..._v: unknown[]) => ({}); export const webSiteJsonLd = (_l: string) => ({}); export const organizationJsonLd = (_l: string) => ({});
