import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import type { ConsoleTerminal } from "./terminal/console-terminal";
import { ToolButton } from "./tool-button";

export interface ConsoleSearchProps {
  terminal: ConsoleTerminal;
  onClose: () => void;
}

/** Searches what the terminal shows and what scrolled away: Enter goes up, Shift+Enter down, Escape ends it. */
export function ConsoleSearch({ terminal, onClose }: ConsoleSearchProps) {
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const find = (wanted: string, back: boolean) => setMissing(wanted !== "" && !terminal.find(wanted, back));
  const close = () => {
    terminal.stopFinding();
    onClose();
  };
  return (
    <search className="flex items-center gap-1 border-border border-b bg-surface px-2 py-1.5">
      <Input
        autoFocus
        aria-label="Search the console"
        placeholder="Search"
        className="max-w-72"
        value={text}
        aria-invalid={missing}
        onChange={({ target }) => {
          setText(target.value);
          find(target.value, true);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          if (event.key === "Enter") find(text, !event.shiftKey);
        }}
      />
      <ToolButton label="Previous match" keys="Enter" icon={ArrowUp} onClick={() => find(text, true)} />
      <ToolButton label="Next match" keys="Shift+Enter" icon={ArrowDown} onClick={() => find(text, false)} />
      <ToolButton label="End the search" keys="Esc" icon={X} onClick={close} />
      <span role="status" className="text-muted text-sm">
        {missing ? "Not found" : ""}
      </span>
    </search>
  );
}
