import {
  ArrowUp,
  Check,
  ChevronLeft,
  ChevronRight,
  CircleAlert,
  Clock,
  FileText,
  Link,
  Mail,
  Menu,
  MessageSquare,
  Monitor,
  Moon,
  Printer,
  Rss,
  Search,
  Share2,
  Sun,
  Upload,
  X,
} from 'lucide-static';
import { siFacebook, siTelegram, siWhatsapp, siX } from 'simple-icons';
import { DrawnIcon, drawingsOf } from './drawn-icon.tsx';

const drawn = {
  alert: CircleAlert,
  check: Check,
  clock: Clock,
  close: X,
  comment: MessageSquare,
  dark: Moon,
  document: FileText,
  light: Sun,
  link: Link,
  mail: Mail,
  menu: Menu,
  print: Printer,
  rss: Rss,
  search: Search,
  share: Share2,
  system: Monitor,
  up: ArrowUp,
  upload: Upload,
  left: ChevronLeft,
  right: ChevronRight,
};
const brands = { facebook: siFacebook, telegram: siTelegram, whatsapp: siWhatsapp, x: siX };

export type IconName = keyof typeof drawn | keyof typeof brands;

const drawings = drawingsOf(drawn);

/** An icon beside text, or inside a control that has its own label. Hidden from screen readers. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  if (name in brands) {
    return (
      <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" className={className}>
        <path d={brands[name as keyof typeof brands].path} />
      </svg>
    );
  }
  return <DrawnIcon drawing={drawings[name as keyof typeof drawn]} className={className} />;
}
