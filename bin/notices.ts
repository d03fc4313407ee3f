import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// `npm run notices` writes THIRD-PARTY-NOTICES.md: what is shipped with a page or runs on the server, and
// under which licence. Run it after a change of dependencies; notices.test.ts compares the file.
export const FILE = 'THIRD-PARTY-NOTICES.md';

/** Parts of these packages are in what browsers get, so their licences are given in full. */
const SHIPPED: Record<string, string> = {
  '@fontsource-variable/vazirmatn': 'typeface of headlines and the interface, subset by the build',
  '@fontsource-variable/noto-naskh-arabic': 'typeface of Arabic text, subset by the build',
  'lucide-static': 'icons',
  'simple-icons': 'marks of other services, for sharing',
};

type Package = { version: string; license?: string; dependencies?: Record<string, string> };
const packageOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
const folderOf = (name: string) => join('node_modules', name);

function licenceText(name: string): string {
  const file = readdirSync(folderOf(name)).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no licence file`);
  return readFileSync(join(folderOf(name), file), 'utf8')
    .replaceAll('\r', '')
    .trim();
}

export function printNotices(): string {
  const rows = Object.keys(packageOf('.').dependencies ?? {}).map((name) => {
    const { version, license = 'see its licence file' } = packageOf(folderOf(name));
    return `| ${name} | ${version} | ${license} |`;
  });
  const shipped = Object.entries(SHIPPED).map(
    ([name, use]) =>
      `## ${name} ${packageOf(folderOf(name)).version}\nUsed as: ${use}.\n\n\`\`\`text\n${licenceText(name)}\n\`\`\``,
  );
  return `# Third-party notices

Midad is published under the [MIT licence](LICENSE). It uses the work of others. \`npm run notices\` writes this file.

| Package that runs on the server or in the newsroom | Version | Licence |
| --- | --- | --- |
${rows.join('\n')}

The licences of these packages, and of those that they need, lie in \`node_modules\`.

${shipped.join('\n\n')}
`;
}

if (import.meta.main) writeFileSync(FILE, printNotices());
