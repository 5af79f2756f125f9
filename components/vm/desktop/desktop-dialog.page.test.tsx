import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { aVm } from "@/components/fleet/sample.test-data";
import { libvirtWritten } from "@/server/domain/hardware/libvirt-written.test-data";
import { readHardware } from "@/server/domain/hardware/read-hardware";
import { parseXml } from "@/server/xml/xml";
import DesktopDialog from "./desktop-dialog";
import type { DesktopGround } from "./desktop-draft";

/** What the server was asked to plan, in order. */
let asked: { setup: Record<string, unknown>; addresses: string[] }[] = [];

const plan = {
  title: "Set up",
  kind: "hardware",
  steps: [
    { title: "Change the definition of alpha", effect: "@@\n+<shmem/>", risk: null, undo: "Put back." },
  ],
  warnings: ["The guest needs its driver."],
  refusal: null,
  fingerprint: "one",
};

beforeEach(() => {
  asked = [];
  vi.stubGlobal("WebSocket", class extends EventTarget {});
  vi.stubGlobal("fetch", async (_address: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body));
    return new Response(JSON.stringify({ result: { data: plan } }));
  });
});
afterEach(() => void vi.unstubAllGlobals());

test("what is switched is asked for anew, and the plan stands below", async () => {
  const told = { hugepages: null, cpus: null, inputs: null, lookingGlass: null };
  const ground: DesktopGround = {
    hardware: readHardware(parseXml(libvirtWritten), null),
    choices: told as unknown as DesktopGround["choices"],
  };
  const page = await rendered(
    <DesktopDialog
      vm={aVm()}
      ground={ground}
      gpus={[]}
      onHostPlan={() => undefined}
      onClose={() => undefined}
    />,
  );
  const until = (check: () => void) =>
    vi.waitFor(() => page.after(() => new Promise((done) => setTimeout(done, 20))).then(check), 30_000);
  const shows = (text: string) => until(() => expect(document.body.textContent).toContain(text));
  const isAsked = (setup: object) => until(() => expect(asked.at(-1)).toMatchObject({ setup }));
  const toggle = (label: string) =>
    page.after(() => {
      const [found] = [...document.querySelectorAll("label")].filter((one) => one.textContent === label);
      document.querySelector<HTMLInputElement>(`#${CSS.escape(found?.htmlFor ?? "")}`)?.click();
    });
  await shows("The guest needs its driver.");
  expect(asked.at(-1)).toMatchObject({
    addresses: [],
    setup: { guest: null, pinning: null, inputs: null, lookingGlass: { mebibytes: 32, memory: "shm" } },
  });
  await toggle("HDR");
  await shows("64 MiB of shared memory");
  await isAsked({ lookingGlass: { mebibytes: 64 } });
  await toggle("Looking Glass");
  await isAsked({ lookingGlass: null });
  await toggle("Keyboard and mouse of the host (evdev)");
  await shows("Choose the input devices first");
});
