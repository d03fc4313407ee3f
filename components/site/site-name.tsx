import { plainVariant } from '#lib/media/variants.ts';
import { Wordmark } from './wordmark.tsx';

export type SiteFace = { name: string; isNamed: boolean; logo: { hash: string; width: number; height: number } | null };

/** The paper's name: its own picture, else its name in letters; Midad's drawn one where the newsroom has set neither. */
export function SiteName({ site, className = '' }: { site: SiteFace; className?: string }) {
  if (site.logo) return <img src={plainVariant(site.logo)} width={site.logo.width} height={site.logo.height} alt={site.name} className={`object-contain ${className}`} />;
  if (!site.isNamed) return <Wordmark title={site.name} className={className} />;
  return <span className={`flex max-w-[50vw] items-center text-h2 font-bold leading-tight text-balance md:text-headline ${className}`}><bdi>{site.name}</bdi></span>;
}
