import {
  ArrowUp, Check, ChevronLeft, ChevronRight, CircleAlert, Clock, FileText, Link, Mail, Menu, MessageSquare, Monitor, Moon, Printer, Rss, Search,
  Share2, Sun, Upload, X,
} from 'lucide-static';
import { siFacebook, siTelegram, siWhatsapp, siX } from 'simple-icons';

const drawn = {
  alert: CircleAlert, check: Check, clock: Clock, close: X, comment: MessageSquare, dark: Moon, document: FileText, light: Sun, link: Link, mail: Mail, menu: Menu,
  print: Printer, rss: Rss, search: Search, share: Share2, system: Monitor, up: ArrowUp, upload: Upload,
  left: ChevronLeft, right: ChevronRight,
};
const brands = { facebook: siFacebook, telegram: siTelegram, whatsapp: siWhatsapp, x: siX };

export type IconName = keyof typeof drawn | keyof typeof brands;

/** What stands between the tags of a lucide file. */
const inner = (svg: string) => svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').trim();
/** Made once: a page of comments has a hundred. */
const markup = Object.fromEntries(Object.entries(drawn).map(([name, svg]) => [name, { __html: inner(svg) }])) as Record<keyof typeof drawn, { __html: string }>;

/** A sign beside words, or inside a control that has a name of its own: never read aloud. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  if (name in brands) {
    return (
      <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" className={className}>
        <path d={brands[name as keyof typeof brands].path} />
      </svg>
    );
  }
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
      dangerouslySetInnerHTML={markup[name as keyof typeof drawn]}
    />
  );
}
