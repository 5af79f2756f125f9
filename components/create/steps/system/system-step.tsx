"use client";

import { FeaturesSection } from "./features-section";
import { FirmwareSection } from "./firmware-section";
import { OperatingSystemSection } from "./operating-system-section";

/** Which system runs in the VM, and the machine that it sees. */
export default function SystemStep() {
  return (
    <>
      <OperatingSystemSection />
      <FirmwareSection />
      <FeaturesSection />
    </>
  );
}
