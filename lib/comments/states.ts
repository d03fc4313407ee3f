/** What depends on the state of a comment. */
export type StateFacts = {
  /** Readers see it. The triggers of `content_version` name these states in SQL of their own. */
  isPublic: boolean;
  /** It waits for a decision of the desk. */
  isOpen: boolean;
  /** The desk cannot move it to another state. */
  isFinal: boolean;
  /** What its writer is told. A comment that a rule marked as spam is said to wait, like all others. */
  told: 'waiting' | 'approved' | 'refused' | 'withdrawn';
  /** Its state after an edit by the writer; null if it cannot be edited. */
  afterEdit: 'pending' | 'spam' | null;
  /** Its writer can appeal, once. */
  mayAppeal: boolean;
  /** The same words sent again are a duplicate. Also of spam, or a second try would give that state away. */
  isCountedAsSent: boolean;
  /** The desk gives a reason, which the writer and the public totals are told. */
  hasReason: boolean;
  /** The mail to its writer about the decision. */
  notice: 'approved' | 'refused' | null;
  /** The event that the webhook sends when a comment comes into this state. */
  webhook: 'comment.approved' | 'comment.pending' | null;
  /** How a comment that a person decided on counts in the history of its writer. */
  track: 'approved' | 'rejected' | null;
  /** What the spam classifier learns from the decision. */
  teaches: 'approved' | 'spam' | null;
  /** `expire`: erased after the retention time. `withheld`: no export contains them. */
  words: 'kept' | 'expire' | 'withheld';
  /** The text in its place if it is not public but has public replies. */
  tombstone: 'removed' | 'pending' | 'withdrawn';
  /** The value of WordPress that an export writes, and those that an import reads as this state. */
  wxr: { written: '1' | '0' | 'spam' | 'trash'; read: readonly string[] };
  /** The button of the desk that leads here; null if only the writer does. */
  act: {
    label: 'approve' | 'reject' | 'spam' | 'trash' | 'restore';
    variant: 'main' | 'plain' | 'risky';
  } | null;
  /** The statistics of the desk and the summary of a writer count it separately. */
  isTallied: boolean;
};

export type StateTable = Readonly<Record<string, StateFacts>>;

/** The states of a comment, in the order of the desk's buttons, filters and totals. */
export const COMMENT_STATES = {
  approved: {
    isPublic: true,
    isOpen: false,
    isFinal: false,
    told: 'approved',
    afterEdit: 'pending',
    mayAppeal: false,
    isCountedAsSent: true,
    hasReason: false,
    notice: 'approved',
    webhook: 'comment.approved',
    track: 'approved',
    teaches: 'approved',
    words: 'kept',
    tombstone: 'removed',
    wxr: { written: '1', read: ['1', 'approve'] },
    act: { label: 'approve', variant: 'main' },
    isTallied: true,
  },
  rejected: {
    isPublic: false,
    isOpen: false,
    isFinal: false,
    told: 'refused',
    afterEdit: null,
    mayAppeal: true,
    isCountedAsSent: false,
    hasReason: true,
    notice: 'refused',
    webhook: null,
    track: 'rejected',
    teaches: null,
    words: 'kept',
    tombstone: 'removed',
    wxr: { written: 'trash', read: [] },
    act: { label: 'reject', variant: 'plain' },
    isTallied: true,
  },
  spam: {
    isPublic: false,
    isOpen: false,
    isFinal: false,
    told: 'waiting',
    afterEdit: 'spam',
    mayAppeal: false,
    isCountedAsSent: true,
    hasReason: false,
    notice: null,
    webhook: null,
    track: 'rejected',
    teaches: 'spam',
    words: 'expire',
    tombstone: 'removed',
    wxr: { written: 'spam', read: ['spam'] },
    act: { label: 'spam', variant: 'plain' },
    isTallied: true,
  },
  trash: {
    isPublic: false,
    isOpen: false,
    isFinal: false,
    told: 'refused',
    afterEdit: null,
    mayAppeal: false,
    isCountedAsSent: false,
    hasReason: false,
    notice: null,
    webhook: null,
    track: null,
    teaches: null,
    words: 'expire',
    tombstone: 'removed',
    wxr: { written: 'trash', read: ['trash', 'post-trashed'] },
    act: { label: 'trash', variant: 'risky' },
    isTallied: false,
  },
  pending: {
    isPublic: false,
    isOpen: true,
    isFinal: false,
    told: 'waiting',
    afterEdit: 'pending',
    mayAppeal: false,
    isCountedAsSent: true,
    hasReason: false,
    notice: null,
    webhook: 'comment.pending',
    track: null,
    teaches: null,
    words: 'kept',
    tombstone: 'pending',
    wxr: { written: '0', read: ['0'] },
    act: { label: 'restore', variant: 'plain' },
    isTallied: false,
  },
  withdrawn: {
    isPublic: false,
    isOpen: false,
    isFinal: true,
    told: 'withdrawn',
    afterEdit: null,
    mayAppeal: false,
    isCountedAsSent: false,
    hasReason: false,
    notice: null,
    webhook: null,
    track: null,
    teaches: null,
    words: 'withheld',
    tombstone: 'withdrawn',
    wxr: { written: 'trash', read: [] },
    act: null,
    isTallied: false,
  },
} as const satisfies StateTable;

type StateOf<T extends StateTable> = keyof T & string;

/** The states of a table whose fact has this value. */
type With<T extends StateTable, Fact extends keyof StateFacts, Value> = {
  [S in StateOf<T>]: T[S][Fact] extends Value ? S : never;
}[StateOf<T>];

/** The lists that follow from a table of states. */
export function readStates<T extends StateTable>(table: T) {
  const all = Object.keys(table) as StateOf<T>[];
  const where = (is: (facts: StateFacts) => boolean) => all.filter((state) => is(table[state]!));
  /** The states whose fact has this value. */
  const withFact = <Fact extends keyof StateFacts, const Value extends StateFacts[Fact]>(
    fact: Fact,
    value: Value,
  ) => where((facts) => facts[fact] === value) as With<T, Fact, Value>[];
  return {
    table: table as Readonly<Record<StateOf<T>, StateFacts>>,
    all,
    where,
    with: withFact,
    /** Public, or may become so: what a ban moves and a reader can report. */
    live: where(({ isPublic, isOpen }) => isPublic || isOpen),
    /** The states into which the desk moves comments, in the order of its buttons. */
    aims: where(({ act }) => act !== null) as Exclude<StateOf<T>, With<T, 'act', null>>[],
    /** What the public totals count: a comment that waits has no outcome. */
    outcomes: withFact('isOpen', false),
  };
}

export type CommentStatus = StateOf<typeof COMMENT_STATES>;
export type Aim = Exclude<CommentStatus, With<typeof COMMENT_STATES, 'act', null>>;

export const states = readStates(COMMENT_STATES);
export const factsOf = (status: CommentStatus): StateFacts => COMMENT_STATES[status];
