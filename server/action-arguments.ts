import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isTooDeep } from '#lib/body/depth.ts';

const root = join(import.meta.dirname, '..');
const MANIFEST = join(root, '.next/server/server-reference-manifest.json');

/** What the build says of server actions: their ids, and which function in which file each stands for. */
const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

export type Kind = 'form' | 'number' | 'string' | 'any';

function kindOf(parameter: string): Kind {
  if (/[?=]/.test(parameter)) return 'any'; // may be left out
  const type = /:\s*(\w+)\s*$/.exec(parameter)?.[1];
  return type === 'FormData' ? 'form' : type === 'number' || type === 'string' ? type : 'any';
}

/** What an action takes, as its source declares it: `(number: number, _: FormState, form: FormData)`. */
export function readKinds(source: string, name: string): Kind[] | undefined {
  const declared = new RegExp(`export async function ${name}\\(([^)]*)\\)`).exec(source)?.[1];
  return declared === undefined
    ? undefined
    : declared
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean)
        .map(kindOf);
}

/** By id; undefined for an action whose declaration is not of the plain kind. */
function readActions(): Actions {
  const sources = new Map<string, string>();
  const { node } = manifest.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')));
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => {
      const source = sources.get(filename) ?? readFileSync(join(root, filename), 'utf8');
      sources.set(filename, source);
      return [id, readKinds(source, exportedName)];
    }),
  );
}

/** What was sent: under `Next-Action`, or as a form that names its action itself. */
type Call = { id: string | undefined; type: string; body: Buffer; form: FormData | null };
export type Actions = ReadonlyMap<string, Kind[] | undefined>;

let actions: Actions | undefined;

/**
 * How React writes down what an action is called with: forms are references to other fields, and a text does
 * not begin with `$`.
 */
function isOfKind(kind: Kind, value: unknown): boolean {
  if (kind === 'any') return true;
  if (kind === 'number') return typeof value === 'number';
  if (typeof value !== 'string') return false;
  return kind === 'form' ? /^\$K[0-9a-f]+$/.test(value) : !/^\$(?!\$)/.test(value);
}

/**
 * React reads arguments by recursion, which ends in the middle of some thousands of levels; a body within one
 * has a hundred at most.
 */
const MOST_LEVELS = 200;
/** Where arguments stand in a form, and what they refer to. */
const ARGUMENTS = /^(?:\$ACTION_.*:)?\d+$/s;

const isDeep = (text: FormDataEntryValue): boolean => {
  try {
    return isTooDeep(JSON.parse(String(text)), MOST_LEVELS);
  } catch {
    return false;
  }
};

function readArguments(text: FormDataEntryValue | null): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(String(text));
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const fits = (kinds: Kind[] | undefined, given: unknown[]) =>
  !kinds || kinds.every((kind, n) => isOfKind(kind, given[n]));

/**
 * The same for a form that is sent without scripts: what is bound to its action stands in fields of its own,
 * and the form comes last.
 */
function findFormFault(form: FormData, known: Actions): number | undefined {
  for (const key of form.keys()) {
    const [, id] = /^\$ACTION_ID_(.*)$/.exec(key) ?? [];
    if (id !== undefined) return known.has(id) ? (fits(known.get(id), ['$K1']) ? undefined : 400) : 404;
    const [, number] = /^\$ACTION_REF_(.*)$/.exec(key) ?? [];
    if (number === undefined) continue;
    const [reference] = readArguments(`[${String(form.get(`$ACTION_${number}:0`))}]`) ?? [];
    const { id: named, bound } = (reference ?? {}) as { id?: unknown; bound?: unknown };
    if (typeof named !== 'string') return 400;
    if (!known.has(named)) return 404;
    const given =
      typeof bound === 'string'
        ? readArguments(form.get(`$ACTION_${number}:${bound.replace(/^\$@/, '')}`))
        : [];
    return given && fits(known.get(named), [...given, '$K1']) ? undefined : 400;
  }
  return undefined;
}

/** The status for a call of an action that is not there (404) or that no page of ours would make (400). */
export function findActionFault(
  { id, type, body, form }: Call,
  find = (): Actions => (actions ??= readActions()),
): number | undefined {
  if (id === undefined && !form) return undefined;
  const known = find();
  if (form && [...form].some(([key, value]) => ARGUMENTS.test(key) && isDeep(value))) return 400;
  if (id === undefined) return form ? findFormFault(form, known) : undefined;
  // Next answers these by itself; React knows no calls in this form.
  if (type === 'application/x-www-form-urlencoded') return 400;
  if (!known.has(id)) return 404;
  const text = form ? form.get('0') : body.toString();
  const given = readArguments(text);
  return given && !isTooDeep(given, MOST_LEVELS) && fits(known.get(id), given) ? undefined : 400;
}
