import type { ILinkHandler } from "@xterm/xterm";

/**
 * Links that the guest prints (OSC 8). Their words may lie about where they lead: the address is shown, and only a
 * click with Ctrl or Cmd opens it, http and https alone, in a page that cannot reach this one.
 */
export function linkHandler(element: HTMLElement): ILinkHandler {
  return {
    allowNonHttpProtocols: false,
    activate: (event, text) => {
      const address = safeAddress(text);
      if (address !== null && (event.ctrlKey || event.metaKey))
        window.open(address, "_blank", "noopener,noreferrer");
    },
    hover: (_event, text) => {
      const address = safeAddress(text);
      if (address !== null) element.title = `${address} (Ctrl+click opens it)`;
    },
    leave: () => element.removeAttribute("title"),
  };
}

/** The address in its plain form; null for what is not to be opened. */
export function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
