"use client";

import { noticeOf } from "../console-notice";
import { ConsoleNoticeBar } from "../console-notice-bar";
import { SerialView } from "../serial-view";
import type { GuestConsoleProps } from "./guest-console-props";
import { guestNotice } from "./guest-notice";

/** A serial console for a guest. It brings the terminal's code along. */
export default function GuestSerial({ vmName, readOnly, opener }: GuestConsoleProps) {
  const facts = { vmName, watchOnly: false, addedForNextStart: false };
  return (
    <SerialView
      fills
      vmName={vmName}
      opener={opener}
      watchOnly={readOnly}
      notice={(controller, status) => (
        <ConsoleNoticeBar
          notice={guestNotice(noticeOf(status, facts), { vmName, readOnly })}
          onAction={() => controller?.connect()}
          pending={false}
        />
      )}
      viewers={null}
    />
  );
}
