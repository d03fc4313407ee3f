import { plainVariant } from '#lib/media/variants.ts';
import { Wordmark } from './wordmark.tsx';

export type SiteFace = {
  name: string;
  isNamed: boolean;
  logo: { hash: string; width: number; height: number } | null;
};

/**
 * The name of the site: its logo, else its name as text. If the newsroom has set neither, Midad's wordmark.
 */
export function SiteName({
  site,
  letters = 'text-h2 md:text-headline',
  className = '',
}: {
  site: SiteFace;
  /** The text size of a name without a logo. */
  letters?: string;
  className?: string;
}) {
  if (site.logo)
    return (
      <img
        src={plainVariant(site.logo)}
        width={site.logo.width}
        height={site.logo.height}
        alt={site.name}
        className={`object-contain ${className}`}
      />
    );
  if (!site.isNamed) return <Wordmark title={site.name} className={className} />;
  return (
    <span
      className={`flex max-w-[50vw] items-center leading-tight font-bold text-balance ${letters} ${className}`}
    >
      <bdi>{site.name}</bdi>
    </span>
  );
}
