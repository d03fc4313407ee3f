import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isTooDeep } from '#lib/body/depth.ts';

const root = join(import.meta.dirname, '..');
const MANIFEST = join(root, '.next/server/server-reference-manifest.json');

/** The server actions of the build: the id, the file and the exported function of each. */
const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

export type Kind = 'form' | 'number' | 'string' | 'any';

function kindOf(parameter: string): Kind {
  if (/[?=]/.test(parameter)) return 'any'; // optional
  const type = /:\s*(\w+)\s*$/.exec(parameter)?.[1];
  return type === 'FormData' ? 'form' : type === 'number' || type === 'string' ? type : 'any';
}

/**
 * The parameter kinds of an action, from its declaration in the source: `(number: number, _: FormState, form:
 * FormData)`.
 */
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

/** Parameter kinds by action id. Undefined where the source has no `export async function` of that name. */
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

/** A call of an action: by the `Next-Action` header, or by a form that names its action in a field. */
type Call = { id: string | undefined; type: string; body: Buffer; form: FormData | null };
export type Actions = ReadonlyMap<string, Kind[] | undefined>;

let actions: Actions | undefined;

/**
 * Whether a value is serialized as React serializes this kind. A form is a reference to other fields; a
 * string does not begin with `$`.
 */
function isOfKind(kind: Kind, value: unknown): boolean {
  if (kind === 'any') return true;
  if (kind === 'number') return typeof value === 'number';
  if (typeof value !== 'string') return false;
  return kind === 'form' ? /^\$K[0-9a-f]+$/.test(value) : !/^\$(?!\$)/.test(value);
}

/**
 * React parses arguments recursively, and its stack overflows at some thousands of levels. The body of an
 * article has a hundred levels at most.
 */
const MOST_LEVELS = 200;
/** The fields of a form that hold arguments, and the fields that these refer to. */
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
 * The same for a form that is submitted without JavaScript. The arguments bound to its action are in separate
 * fields, and the form is the last argument.
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

/**
 * The error status for a call: 404 for an unknown action, 400 for arguments that no page of this site sends.
 */
export function findActionFault(
  { id, type, body, form }: Call,
  find = (): Actions => (actions ??= readActions()),
): number | undefined {
  if (id === undefined && !form) return undefined;
  const known = find();
  if (form && [...form].some(([key, value]) => ARGUMENTS.test(key) && isDeep(value))) return 400;
  if (id === undefined) return form ? findFormFault(form, known) : undefined;
  // Without this, Next would answer itself; React makes no calls of this type.
  if (type === 'application/x-www-form-urlencoded') return 400;
  if (!known.has(id)) return 404;
  const text = form ? form.get('0') : body.toString();
  const given = readArguments(text);
  return given && !isTooDeep(given, MOST_LEVELS) && fits(known.get(id), given) ? undefined : 400;
}
