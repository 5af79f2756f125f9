import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { RomFiles } from "./rom-files";

const words = "The folder of ROM files can't be read.";

beforeEach(() => {
  vi.stubGlobal("WebSocket", class extends EventTarget {});
  vi.stubGlobal("fetch", async () => {
    const error = { message: words, code: -32603, data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 } };
    return new Response(JSON.stringify({ error }), { status: 500 });
  });
});
afterEach(() => void vi.unstubAllGlobals());

test("where the ROM files can't be read, that is said, and another can still be uploaded", async () => {
  const page = await rendered(
    <RomFiles hostId="local" address="0000:01:00.0" path="" onChoose={() => undefined} />,
  );
  await page.after(() => vi.waitFor(() => expect(page.text()).toContain(words)));
  expect(page.text()).toContain("Try again");
  expect(page.text()).toContain("Upload a ROM file");
});
