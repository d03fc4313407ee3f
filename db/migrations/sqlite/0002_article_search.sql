-- Stems made by lib/arabic at save time; rowid = articles.number. Contentless: highlighting works on the original text.
CREATE VIRTUAL TABLE article_search USING fts5(
  title, body, tags,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0'
);
