"use client";

import { ConsoleNoticeBar } from "../console-notice-bar";
import { noticeOfScreen } from "../graphical/screen-notice";
import { ScreenView } from "../graphical/screen-view";
import type { GuestConsoleProps } from "./guest-console-props";
import { guestNotice } from "./guest-notice";

/** A screen for a guest, who is not told whether the VM runs but by the answer to their connection. It brings noVNC along. */
export default function GuestScreen({ vmName, readOnly, opener }: GuestConsoleProps) {
  const facts = { vm: { name: vmName, state: "running" }, running: true, watchOnly: false } as const;
  return (
    <ScreenView
      running
      inWindow
      onWindow={null}
      vmName={vmName}
      opener={opener}
      watchOnly={readOnly}
      notice={(controller, status) => (
        <ConsoleNoticeBar
          notice={guestNotice(noticeOfScreen(status, facts), { vmName, readOnly })}
          onAction={() => controller?.connect()}
          pending={false}
        />
      )}
      viewers={null}
    />
  );
}
