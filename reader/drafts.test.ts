// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let drafts: typeof import('./drafts.ts');
/** A new page of the same browser: only the storage is kept. */
const openPage = async () => {
  vi.resetModules();
  drafts = await import('./drafts.ts');
};
const isAskedBeforeLeaving = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(async () => {
  localStorage.clear();
  await openPage();
});
afterEach(() => {
  drafts.keepDraft('a', '');
  vi.restoreAllMocks();
});

describe('a draft', () => {
  it('is read on the next page', async () => {
    drafts.keepDraft('a', 'رأي');
    await openPage();
    expect(drafts.readDraft('a')).toBe('رأي');
    expect(drafts.readDraft('b')).toBe('');
  });

  it('is removed when the text is empty', async () => {
    drafts.keepDraft('a', 'رأي');
    drafts.keepDraft('a', '');
    expect(localStorage).toHaveLength(0);
    await openPage();
    expect(drafts.readDraft('a')).toBe('');
  });

  it('does not stop the reader from leaving the page', () => {
    drafts.keepDraft('a', 'رأي');
    expect(isAskedBeforeLeaving()).toBe(false);
  });
});

describe('without storage', () => {
  beforeEach(() => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('disabled', 'SecurityError');
    });
  });

  it('returns undefined instead of throwing', () => {
    expect(drafts.storage((store) => store.length)).toBeUndefined();
  });

  it('keeps the text while the page is open, and asks before it is left', () => {
    drafts.keepDraft('a', 'رأي');
    expect(drafts.readDraft('a')).toBe('رأي');
    expect(isAskedBeforeLeaving()).toBe(true);
    drafts.keepDraft('a', '');
    expect(isAskedBeforeLeaving()).toBe(false);
  });
});
