import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { GuestGpu, GuestGpus } from "@/server/guest/guest-gpu.schema";
import { GpuFigures } from "./gpu-figures";
import { whyNoFigures } from "./guest-gpus-words";

const gibibyte = 1024 ** 3;
const card: GuestGpu = {
  name: "NVIDIA GeForce RTX 3090",
  address: "0000:06:00.0",
  busy: 0.37,
  usedBytes: 4 * gibibyte,
  totalBytes: 24 * gibibyte,
  celsius: 61.4,
  watts: 215.48,
};

function words(gpu: GuestGpu): string {
  return renderToStaticMarkup(<GpuFigures gpu={gpu} />)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

test("a GPU's figures are told with their units", () => {
  expect(words(card)).toBe(
    "NVIDIA GeForce RTX 3090 in the guest at 0000:06:00.0 GPU 37 % Video memory 4 GiB of 24 GiB 61 °C · 215 W",
  );
});

test("what its driver does not tell is said, and nothing is made of it", () => {
  const nothing = { busy: null, usedBytes: null, totalBytes: null, celsius: null, watts: null };
  expect(words({ ...nothing, name: null, address: "0000:06:00.0" })).toBe(
    "0000:06:00.0 Its driver doesn’t tell: use, memory, temperature, power.",
  );
  expect(words({ ...nothing, name: null, address: null })).toMatch(/^GPU Its/);
  expect(words({ ...nothing, name: "X", address: null, totalBytes: gibibyte })).toMatch(
    /^X Its.*: use, memory, /,
  );
});

test("each reason for no figures is a sentence, and figures need none", () => {
  const reasons: GuestGpus[] = [
    { kind: "not-allowed" },
    { kind: "not-running" },
    { kind: "no-agent" },
    { kind: "asking" },
    { kind: "failed", problem: "vm: the agent does not answer." },
    { kind: "told", gpus: [], problem: null },
  ];
  const told = reasons.map(whyNoFigures);
  expect(new Set(told).size).toBe(reasons.length);
  for (const text of told) expect(text).toMatch(/^.+[.)]$/);
  expect(whyNoFigures({ kind: "told", gpus: [card], problem: null })).toBeNull();
});
