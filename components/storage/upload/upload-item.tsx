"use client";

import { CircleCheck, OctagonAlert, Pause, Play, RotateCcw, Upload as UploadIcon, X } from "lucide-react";
import type { ReactNode } from "react";
import { errorText } from "@/components/data/error-text";
import { formatBytes, formatPercent, formatRate } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { notify } from "@/components/ui/notify";
import { Progress } from "@/components/ui/progress";
import { checksumWord } from "@/server/storage/checksum.schema";
import { poolPath } from "../storage-paths";
import { timeLeft } from "./transfer-rate";
import type { Upload } from "./upload-board";
import { uploadStore } from "./uploads";

/** One upload: how far it is, and what can be done with it. */
export default function UploadItem({ upload }: { upload: Upload }) {
  const { name, pool, hostId, state, sent, size } = upload;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2 sm:px-6">
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2">
        <StateIcon state={state} />
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere">
            <span className="font-medium">{name}</span>{" "}
            <span className="text-muted">
              to{" "}
              <Link href={poolPath(hostId, pool)} className="hover:underline">
                {pool}
              </Link>
            </span>
          </p>
          {state === "done" ? null : (
            <div className="mt-1">
              <Progress
                label={`Upload of ${name}`}
                value={size === 0 ? 0 : sent / size}
                tone={state === "failed" ? "danger" : "accent"}
              />
            </div>
          )}
          <Told upload={upload} />
        </div>
      </div>
      <Buttons upload={upload} />
    </li>
  );
}

function StateIcon({ state }: { state: Upload["state"] }) {
  if (state === "done") return <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />;
  if (state === "failed") return <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />;
  const Icon = state === "paused" ? Pause : UploadIcon;
  return <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />;
}

function Told({ upload }: { upload: Upload }) {
  const { state, sent, size, bytesPerSecond, problem, checksum } = upload;
  if (state === "failed") {
    return (
      <p role="alert" className="wrap-anywhere mt-0.5 text-danger text-sm">
        {problem}
      </p>
    );
  }
  if (state === "done") {
    return (
      <p className="wrap-anywhere text-muted text-sm">
        Uploaded, {formatBytes(size)}
        {checksum === null ? null : (
          <>
            . {checksumWord(checksum)} <span className="font-mono">{checksum}</span>
          </>
        )}
      </p>
    );
  }
  const left = timeLeft(size - sent, bytesPerSecond);
  const facts = [
    `${formatBytes(sent)} of ${formatBytes(size)}, ${formatPercent(size === 0 ? 0 : sent / size)}`,
    state === "paused" ? "paused" : sent === size ? "verifying" : null,
    bytesPerSecond === null || sent === size ? null : formatRate(bytesPerSecond),
    left === null || sent === size ? null : `${left} left`,
  ];
  return (
    <p className="mt-0.5 text-muted text-sm tabular-nums">
      {facts.filter((fact) => fact !== null).join(" · ")}
    </p>
  );
}

function Buttons({ upload: { id, name, state, checksum } }: { upload: Upload }) {
  const remove = () =>
    uploadStore
      .remove(id)
      .catch((error) => notify("error", `${name} is cancelled, but not yet removed`, errorText(error)));
  return (
    <div className="flex items-center gap-1.5">
      {state === "running" ? (
        <Act label={`Pause ${name}`} onPress={() => uploadStore.pause(id)} icon={<Pause aria-hidden />}>
          Pause
        </Act>
      ) : null}
      {state === "paused" ? (
        <Act label={`Resume ${name}`} onPress={() => uploadStore.resume(id)} icon={<Play aria-hidden />}>
          Resume
        </Act>
      ) : null}
      {state === "failed" ? (
        <Act
          label={`Try ${name} again`}
          onPress={() => uploadStore.resume(id)}
          icon={<RotateCcw aria-hidden />}
        >
          Try again
        </Act>
      ) : null}
      {state === "done" && checksum !== null ? (
        <CopyButton text={checksum} what={checksumWord(checksum)} />
      ) : null}
      <Act
        label={state === "done" ? `Dismiss ${name}` : `Cancel ${name}`}
        onPress={() => void remove()}
        icon={<X aria-hidden />}
      >
        {state === "done" ? "Dismiss" : "Cancel"}
      </Act>
    </div>
  );
}

interface ActProps {
  /** Names the file as well, for those who hear one button at a time. */
  label: string;
  icon: ReactNode;
  onPress(): void;
  children: string;
}

function Act({ label, icon, onPress, children }: ActProps) {
  return (
    <Button size="sm" aria-label={label} onClick={onPress}>
      {icon}
      {children}
    </Button>
  );
}
