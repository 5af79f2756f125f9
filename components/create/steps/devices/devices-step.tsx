"use client";

import { DesktopSection } from "./desktop-section";
import { DisplaySection } from "./display-section";
import { FurtherSection } from "./further-section";
import { SharedFoldersSection } from "./shared-folders-section";

/** The emulated devices besides disks and networks. */
export default function DevicesStep() {
  return (
    <>
      <DisplaySection />
      <DesktopSection />
      <FurtherSection />
      <SharedFoldersSection />
    </>
  );
}
