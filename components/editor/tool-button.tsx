import { memo } from 'react';
import type { Act } from './acts.ts';
import { useEditorDesk } from './editor-context.ts';
import { EditorIcon } from './editor-icon.tsx';
import { shownKeys, spokenKeys } from './keys.ts';

type Props = {
  act: Act;
  isStop: boolean;
  isOn?: boolean;
  isOff?: boolean;
  onFocus: (act: Act) => void;
  onPress: (act: Act) => void;
};

export const ToolButton = memo(function ToolButton({ act, isStop, isOn, isOff, onFocus, onPress }: Props) {
  const { words } = useEditorDesk();
  const [shown, spoken] = [shownKeys(act), spokenKeys(act)];
  const label = words.tools[act];
  return (
    <button
      type="button"
      data-tool={act}
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      title={shown ? `${label} (\u2066${shown}\u2069)` : label}
      {...(spoken && { 'aria-keyshortcuts': spoken })}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      {...(isOff && { 'aria-disabled': true })}
      // Keeps the caret where it is.
      onMouseDown={(event) => event.preventDefault()}
      onFocus={() => onFocus(act)}
      onClick={() => !isOff && onPress(act)}
      className="inline-flex size-11 items-center justify-center rounded-paper text-ink hover:text-sea aria-disabled:cursor-default aria-disabled:text-field aria-pressed:bg-paper aria-pressed:text-sea aria-pressed:inset-ring-2 aria-pressed:inset-ring-sea"
    >
      <EditorIcon name={act} />
    </button>
  );
});
