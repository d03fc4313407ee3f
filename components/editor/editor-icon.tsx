import {
  ArrowDown,
  ArrowLeftRight,
  ArrowUp,
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Bold,
  CircleQuestionMark,
  Code,
  Columns2,
  FilePen,
  FileText,
  Heading2,
  Heading3,
  Image,
  Images,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquareQuote,
  Minus,
  MonitorPlay,
  Newspaper,
  PanelTop,
  Pencil,
  Pilcrow,
  PilcrowRight,
  Plus,
  Quote,
  Redo2,
  RefreshCw,
  RemoveFormatting,
  Rows2,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  Trash2,
  Undo2,
  X,
} from 'lucide-static';
import { DrawnIcon, drawingsOf } from '../ui/drawn-icon.tsx';

const drawn = {
  add: Plus,
  bold: Bold,
  bulletList: List,
  clean: RemoveFormatting,
  close: X,
  code: Code,
  columnAfter: BetweenVerticalStart,
  columnBefore: BetweenVerticalEnd,
  columnDelete: Columns2,
  correctionBox: FilePen,
  delete: Trash2,
  direction: ArrowLeftRight,
  document: FileText,
  down: ArrowDown,
  edit: Pencil,
  embed: MonitorPlay,
  figure: Image,
  gallery: Images,
  headerRow: PanelTop,
  heading2: Heading2,
  heading3: Heading3,
  help: CircleQuestionMark,
  italic: Italic,
  link: Link,
  ltr: PilcrowRight,
  orderedList: ListOrdered,
  paragraph: Pilcrow,
  pullQuote: MessageSquareQuote,
  quote: Quote,
  readAlso: Newspaper,
  redo: Redo2,
  replace: RefreshCw,
  rowAfter: BetweenHorizontalStart,
  rowBefore: BetweenHorizontalEnd,
  rowDelete: Rows2,
  separator: Minus,
  strike: Strikethrough,
  sub: Subscript,
  sup: Superscript,
  table: Table,
  tableDelete: Trash2,
  undo: Undo2,
  up: ArrowUp,
};

export type EditorIconName = keyof typeof drawn;

/** Icons that point in the reading direction. */
const MIRRORED: ReadonlySet<EditorIconName> = new Set([
  'undo',
  'redo',
  'bulletList',
  'clean',
  'columnAfter',
  'columnBefore',
  'paragraph',
]);

const drawings = drawingsOf(drawn);

/** The icons of the editor, apart from those of the pages, which then need not load them. */
export function EditorIcon({ name }: { name: EditorIconName }) {
  return (
    <DrawnIcon
      drawing={drawings[name]}
      className={`size-5 shrink-0 ${MIRRORED.has(name) ? 'rtl:-scale-x-100' : ''}`}
    />
  );
}
