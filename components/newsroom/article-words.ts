import type { ContentKey } from '#lib/article-lines.ts';

/** The words of the edit screen that run in the browser; `{n}`, `{name}` and `{time}` stand for what is put in there. */
export const WRITING_WORDS = [
  'title', 'requiredLegend', 'saveNow', 'publish', 'revisions', 'stateClean', 'stateSavedAt', 'stateDirty', 'stateSavedUnpublished', 'notOut', 'mergedWith', 'notOutLink', 'stateSaving', 'stateOffline', 'keptHere', 'keepingHere', 'notKeptHere', 'stateServer', 'stateSignedOut', 'signInAgain',
  'stateInvalid', 'stateTooBig', 'stateConflict', 'stateRefused', 'stateGone', 'compare', 'revisionSaved', 'notSavedYet', 'isOpenElsewhere', 'isOpenBy', 'newerBy', 'showNewer', 'leftCopy', 'leftCopyOpen',
  'headlineGood', 'headlineLong', 'headlineTooLong', 'lengthOf', 'labelHint', 'dateline', 'standfirstHint', 'bodyNeedsScript',
  'groupPlace', 'groupPicture', 'groupSearch', 'groupComments', 'groupFront', 'groupNotes', 'groupRevisions', 'chooseSection', 'searchAuthors', 'noAuthors', 'tagsHint', 'addTag', 'removeTag', 'newTag', 'knownTags',
  'choosePicture', 'changePicture', 'removePicture', 'focalPoint', 'noPicture', 'caption', 'credit', 'creditHint', 'alt', 'altHint', 'decorative', 'decorativeHint', 'fromPicture', 'slugLocked', 'slugChange', 'slugRedirect', 'slugEmpty',
  'seoHint', 'searchPreview', 'cardPreview', 'socialHint', 'canonicalHint', 'canonicalFault', 'commentsOpenWord', 'questionHint', 'closeAtHint', 'breakingHint', 'timeZone', 'clear', 'notesHint', 'note', 'noteHint',
  'compareTitle', 'compareLead', 'leftTitle', 'leftLead', 'mine', 'theirs', 'ofServer', 'ofBrowser', 'takeTheirs', 'keepMine', 'takeServer', 'takeBrowser', 'useChosen', 'mergedTitle', 'mergedLead', 'mergedNotice', 'later', 'same', 'copyText', 'copied', 'nothing',
  'priority_high', 'priority_normal', 'priority_low', 'priority_none',
  'priorityHint_high', 'priorityHint_normal', 'priorityHint_low', 'priorityHint_none',
  'yes', 'no', 'ar', 'en', 'article', 'live_kind', 'added', 'removed', 'restyled',
] as const;

export type WritingWords = Record<(typeof WRITING_WORDS)[number], string> & {
  fields: Record<ContentKey | 'body' | 'notes', string>;
};

/** A name or a text of somebody's own, which may run the other way than the words round it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Puts a value where the words keep a place for it. */
export const fill = (text: string, values: Record<string, string>): string => text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
