import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { hostWithCpus } from "@/components/cpu/host-cpus.test-data";
import { aVm } from "@/components/fleet/sample.test-data";
import { libvirtWritten } from "@/server/domain/hardware/libvirt-written.test-data";
import { readHardware } from "@/server/domain/hardware/read-hardware";
import { parseXml } from "@/server/xml/xml";
import {
  type DesktopDraft,
  type DesktopGround,
  firstDraft,
  memoryOf,
  pagesNeeded,
  setupOf,
  suggestedPins,
} from "./desktop-draft";
import { DesktopParts } from "./desktop-parts";

const hardware = readHardware(parseXml(libvirtWritten), null);
const memory = memoryOf(hardware);
const pages = (total: number) => [{ bytes: 2 ** 21, total, free: total }];
const inputs = [
  { path: "/dev/input/by-id/one-event-kbd", name: "Keychron K8", kind: "keyboard" as const, stable: true },
  { path: "/dev/input/event0", name: "Power Button", kind: "other" as const, stable: false },
];

function groundOf(choices: Partial<DesktopGround["choices"]>): DesktopGround {
  const told = { hugepages: [], cpus: hostWithCpus(), inputs, lookingGlass: null, ...choices };
  return { hardware, choices: told as DesktopGround["choices"] };
}

function shown(ground: DesktopGround, draft: DesktopDraft): string {
  const gpu = { all: [], chosen: null, choose: () => {}, quirks: [], options: {}, setOptions: () => {} };
  return renderToStaticMarkup(
    <DesktopParts
      vm={aVm()}
      ground={ground}
      draft={draft}
      onDraft={() => {}}
      pinning={suggestedPins(ground, null)}
      gpu={gpu}
      onHostPlan={() => {}}
    />,
  );
}

describe("what the dialog opens with", () => {
  test("has all that the host is ready for", () => {
    const enough = groundOf({ hugepages: pages(memory / 2 ** 21) });
    expect(firstDraft(enough)).toMatchObject({ pin: true, hugePages: true, pageBytes: 2 ** 21 });
    const few = groundOf({ hugepages: pages(1) });
    expect(firstDraft(few)).toMatchObject({ hugePages: false, useLookingGlass: true, useInputs: false });
    expect(pagesNeeded(few, 2 ** 21)).toEqual({ needed: memory / 2 ** 21, total: 1 });
    const tooLarge = { bytes: 2 * memory, total: 4, free: 4 };
    expect(firstDraft(groundOf({ hugepages: [tooLarge, ...pages(1)] }))).toMatchObject({
      hugePages: false,
      pageBytes: 2 ** 21,
    });
    expect(firstDraft(groundOf({ cpus: null }))).toMatchObject({ pin: false });
  });

  test("becomes what is asked for, once the input devices are chosen", () => {
    const ground = groundOf({});
    const draft = { ...firstDraft(ground), useInputs: true };
    const pinning = suggestedPins(ground, 1);
    expect(setupOf(draft, pinning)).toBeNull();
    const devices = [{ path: inputs[0]?.path ?? "", keyboard: true }];
    expect(setupOf({ ...draft, inputs: { devices, toggle: "alt-alt" } }, pinning)).toMatchObject({
      guest: null,
      hugepageBytes: null,
      lookingGlass: { mebibytes: 32, memory: "shm" },
      inputs: { devices, toggle: "alt-alt" },
    });
    // On the node of the GPU.
    const cpus = pinning?.pins.map((pin) => Number(pin.cpus) % 8) ?? [];
    expect(cpus.every((cpu) => cpu >= 4)).toBe(true);
    expect(
      setupOf({ ...draft, useInputs: false, useLookingGlass: false, pin: false }, pinning),
    ).toMatchObject({
      pinning: null,
      lookingGlass: null,
      inputs: null,
    });
  });
});

describe("the parts", () => {
  test("name the keyboards and mice of the host, and no power button", () => {
    const ground = groundOf({});
    const markup = shown(ground, { ...firstDraft(ground), useInputs: true });
    expect(markup).toContain("Keychron K8 (keyboard)");
    expect(markup).not.toContain("Power Button");
    expect(markup).toContain("Left Ctrl + Right Ctrl");
    expect(markup).toContain("Set up the host…");
  });

  test("ask for paths where the host does not tell, and say what could not be read", () => {
    const ground = groundOf({ inputs: null, hugepages: null, cpus: null });
    const markup = shown(ground, { ...firstDraft(ground), useInputs: true });
    expect(markup).toContain("input devices could not be read");
    expect(markup).toContain("huge pages could not be read");
    expect(markup).toContain("too few CPUs for it, or does not tell");
  });

  test("offer to reserve the huge pages that are missing", () => {
    const ground = groundOf({ hugepages: pages(1) });
    expect(shown(ground, { ...firstDraft(ground), hugePages: true })).toContain(
      `Reserve ${memory / 2 ** 21} on the host…`,
    );
  });
});
