import { globSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const publicFolder = join(import.meta.dirname, '../public');

/**
 * The files of public/ as paths of requests. `assets/` is left out: it has a prefix of its own, and its names
 * change with every build. Hidden files are left out too, except below `.well-known/` (RFC 8615).
 */
export const findPublicFiles = (folder = publicFolder): Set<string> =>
  new Set(
    globSync('{,.well-known/}**/*', {
      cwd: folder,
      withFileTypes: true,
      exclude: (entry) => entry.name === 'assets',
    })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ parentPath, name }) =>
        encodeURI(`/${relative(folder, join(parentPath, name)).replaceAll(sep, '/')}`),
      ),
  );
