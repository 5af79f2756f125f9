import { openScreen, test } from "./fixtures/graphical-test";
import { likeness } from "./fixtures/screen-tab";
import { expect } from "./fixtures/test";

// A guest boots first, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

test("two see the same screen, and one who only reads cannot type", async ({
  context,
  page,
  screenGuest: guest,
}) => {
  const first = await openScreen(page, guest);
  const other = await context.newPage();
  const second = await openScreen(other, guest);
  await expect(page.getByText("2 viewers")).toBeVisible();

  await second.button("Read only").click();
  await expect(second.button("Read only")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("2 viewers")).toBeVisible();
  await expect(second.button("Ctrl+Alt+Del")).toHaveAttribute("aria-disabled", "true");
  await second.type("no");
  await first.type("yes");
  await expect.poll(() => guest.typed()).toBe("yes");
  await expect
    .poll(async () => likeness(await first.picture(), await second.picture()))
    .toBeGreaterThan(0.999);
});

test("the server itself drops what a viewer who only reads sends", async ({ page, screenGuest: guest }) => {
  const tab = await openScreen(page, guest);
  await page.evaluate(typeAgainstTheRules, {
    hostId: "local",
    vmId: guest.uuid,
    kind: "graphical",
    readOnly: true,
  });
  await tab.type("after");
  await expect.poll(() => guest.typed()).toBe("after");
});

/** Runs in the page: a client of its own that holds the handshake, presses X, and waits until that was worked off. */
async function typeAgainstTheRules(request: object): Promise<void> {
  const answer = await fetch("/api/trpc/console.open", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "passdeck-proof": localStorage.getItem("passdeck-proof") ?? "",
    },
    body: JSON.stringify(request),
  });
  const { ticket } = (await answer.json()).result.data;
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/ws/graphical`);
  socket.binaryType = "arraybuffer";
  let bytes = new Uint8Array();
  const waiting: (() => void)[] = [];
  const more = () => new Promise<void>((resolve) => waiting.push(resolve));
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") return;
    bytes = new Uint8Array([...bytes, ...new Uint8Array(data)]);
    for (const wake of waiting.splice(0)) wake();
  };
  const take = async (length: number) => {
    while (bytes.length < length) await more();
    const taken = bytes.slice(0, length);
    bytes = bytes.slice(length);
    return taken;
  };
  socket.onopen = () => socket.send(JSON.stringify({ type: "open", ticket, resume: null }));
  const send = (...values: number[]) => socket.send(new Uint8Array(values));
  send(...(await take(12)));
  await take(2);
  send(1);
  await take(4);
  send(0);
  await take(24);
  // X goes down and up.
  send(4, 1, 0, 0, 0, 0, 0, 0x78, 4, 0, 0, 0, 0, 0, 0, 0x78);
  // One pixel, asked for after it, was drawn after it.
  bytes = new Uint8Array();
  send(3, 0, 0, 0, 0, 0, 0, 1, 0, 1);
  await take(16);
  socket.close();
}
