import type { Terminal } from "@xterm/xterm";

/**
 * Draws by the graphics card where there is one. A browser that would emulate it draws faster by its own layout, as
 * does one that lost the card in use.
 */
export async function drawByGraphicsCard(terminal: Terminal, isDisposed: () => boolean): Promise<void> {
  if (!hasGraphicsCard()) return;
  const { WebglAddon } = await import("@xterm/addon-webgl");
  if (isDisposed()) return;
  const addon = new WebglAddon();
  addon.onContextLoss(() => addon.dispose());
  terminal.loadAddon(addon);
}

function hasGraphicsCard(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  // A page may hold only so many contexts at a time.
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
