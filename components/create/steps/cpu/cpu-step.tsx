"use client";

import { useWizard } from "../../wizard-context";
import { CpuSection } from "./cpu-section";
import { MemorySection } from "./memory-section";
import { PinningSection } from "./pinning-section";

/** How much of the host's CPUs and memory the VM gets, and which. */
export default function CpuStep() {
  const { choices } = useWizard();
  return (
    <>
      <CpuSection />
      <MemorySection />
      {choices.grant === null ? <PinningSection /> : null}
    </>
  );
}
