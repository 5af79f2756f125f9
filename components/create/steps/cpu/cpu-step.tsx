"use client";

import { CpuSection } from "./cpu-section";
import { MemorySection } from "./memory-section";
import { PinningSection } from "./pinning-section";

/** How much of the host's CPUs and memory the VM gets, and which. */
export default function CpuStep() {
  return (
    <>
      <CpuSection />
      <MemorySection />
      <PinningSection />
    </>
  );
}
