import { ClipboardPaste, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { CheckField } from "@/components/ui/form/check-field";
import { notify } from "@/components/ui/notify";
import { ToolButton } from "../tool-button";
import type { GuestClipboard } from "./use-guest-clipboard";

export interface ClipboardPanelProps {
  clipboard: GuestClipboard;
  /** Puts the text into the guest's clipboard. */
  onGive: () => void;
  /** Types the text, key by key. */
  onType: () => void;
  onClose: () => void;
  readOnly: boolean;
  /** Name of the layout that is typed on. */
  layoutName: string;
}

/** What goes over between this computer's clipboard and the guest's, by hand, where the browser allows no other way. */
export function ClipboardPanel({
  clipboard,
  onGive,
  onType,
  onClose,
  readOnly,
  layoutName,
}: ClipboardPanelProps) {
  const hint = useId();
  const { text, setText, toThisComputer, setToThisComputer, takeLocal } = clipboard;
  const empty = text === "";
  const paste = () =>
    takeLocal().catch(() =>
      notify(
        "error",
        "The browser does not let this page read the clipboard",
        "Paste the text into the field.",
      ),
    );
  return (
    <section aria-label="Clipboard" className="border-border border-b bg-surface px-3 py-2">
      <div className="flex items-start gap-2">
        <textarea
          aria-label="Text for the guest, and what the guest copied"
          aria-describedby={hint}
          rows={3}
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => (key === "Escape" ? onClose() : undefined)}
          className="min-w-0 flex-1 resize-y rounded-md border border-border-strong bg-surface px-2.5 py-1.5 font-mono text-foreground text-sm"
        />
        <div className="flex flex-col gap-1">
          <ToolButton label="Close the clipboard" keys="Esc" icon={X} onClick={onClose} />
          <ToolButton label="Paste from this computer" icon={ClipboardPaste} onClick={paste} />
        </div>
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" variant="primary" disabled={readOnly || empty} onClick={onGive}>
          Put into the guest’s clipboard
        </Button>
        <Button size="sm" disabled={readOnly || empty} onClick={onType}>
          Type it key by key
        </Button>
        <CopyButton text={text} what="text" />
      </div>
      <div className="mt-2">
        <CheckField
          label="Copy here what the guest copies"
          checked={toThisComputer}
          onChange={setToThisComputer}
        />
      </div>
      <p id={hint} className="mt-2 text-muted text-xs">
        The clipboard needs spice-vdagent and a qemu-vdagent channel. Typing uses the layout {layoutName}.
      </p>
    </section>
  );
}
