import { notify } from "@/components/ui/notify";
import type { ConsoleTerminal } from "./terminal/console-terminal";

/** Copies what is selected in the terminal. */
export async function copySelection(terminal: ConsoleTerminal): Promise<void> {
  const { selection } = terminal;
  if (selection === "") return notify("error", "Nothing is selected", "Select text in the console first.");
  try {
    await navigator.clipboard.writeText(selection);
  } catch {
    // Without TLS there is no clipboard API; the terminal answers the old command.
    terminal.focus();
    document.execCommand("copy");
  }
}

/** Types what the clipboard holds. */
export async function pasteClipboard(terminal: ConsoleTerminal): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    terminal.paste(text);
  } catch {
    notify(
      "error",
      "The browser does not let this page read the clipboard",
      "Press Ctrl+Shift+V in the console.",
    );
  }
  terminal.focus();
}
