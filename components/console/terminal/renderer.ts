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

/** Names of renderers that compute on the processor: Chromium's, Mesa's two, Windows'. */
const emulated = /swiftshader|llvmpipe|softpipe|basic render/i;

function hasGraphicsCard(): boolean {
  const context = document
    .createElement("canvas")
    .getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (context === null) return false;
  // Chromium sees no caveat in its own emulation.
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const renderer: unknown = info === null ? "" : context.getParameter(info.UNMASKED_RENDERER_WEBGL);
  // A page may hold only so many contexts at a time.
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return !emulated.test(String(renderer));
}
