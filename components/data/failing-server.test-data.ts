import { onTestFinished, vi } from "vitest";

/** Has the server refuse all that it is asked until the test ends, in these words. Answers what it was asked, in order. */
export function stubFailingServer(words: string): string[] {
  const asked: string[] = [];
  vi.stubGlobal("WebSocket", class extends EventTarget {});
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(new URL(address, "https://passdeck.test").pathname);
    const error = { message: words, code: -32603, data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 } };
    return new Response(JSON.stringify({ error }), { status: 500 });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return asked;
}
