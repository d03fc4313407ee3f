import { globSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const publicFolder = join(import.meta.dirname, '../public');

/**
 * First segments that the front door answers itself; a file below them could never be reached, or would hide
 * it.
 */
const TAKEN = new Set(['newsroom', 'media', '_next', 'assets', 'health', 'theme', 'theme.css']);

/**
 * The files of public/ as paths of requests. `assets/` is left out: it has a prefix of its own, and its names
 * change with every build. Hidden files are left out too, except below `.well-known/` (RFC 8615), and so are
 * files outside of the folder that a link leads to.
 */
export function findPublicFiles(folder = publicFolder): Set<string> {
  const root = realpathSync(folder);
  const paths = globSync('{,.well-known/}**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => realpathSync(file).startsWith(root + sep))
    .map((file) => relative(root, file).split(sep));
  return new Set(
    paths
      .filter(([first = '']) => !TAKEN.has(first))
      .map((segments) => `/${segments.map(encodeURIComponent).join('/')}`),
  );
}
