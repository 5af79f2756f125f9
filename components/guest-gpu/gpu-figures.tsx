import { formatBytes, formatPercent } from "@/components/formats/numbers";
import { Progress } from "@/components/ui/progress";
import type { GuestGpu } from "@/server/guest/guest-gpu.schema";

/** The figures of a guest's GPU, and which of them its driver does not tell. */
export function GpuFigures({ gpu }: { gpu: GuestGpu }) {
  const name = gpu.name ?? gpu.address ?? "GPU";
  const share = gpu.totalBytes ? (gpu.usedBytes ?? 0) / gpu.totalBytes : null;
  const rest = [
    gpu.celsius === null ? null : `${Math.round(gpu.celsius)} °C`,
    gpu.watts === null ? null : `${Math.round(gpu.watts)} W`,
  ].filter((text) => text !== null);
  const missing = [
    gpu.busy === null ? "use" : null,
    share === null || gpu.usedBytes === null ? "memory" : null,
    gpu.celsius === null ? "temperature" : null,
    gpu.watts === null ? "power" : null,
  ].filter((text) => text !== null);
  return (
    <div className="wrap-anywhere flex flex-col gap-1.5">
      <p>
        <span className="font-medium">{name}</span>{" "}
        {gpu.name === null || gpu.address === null ? null : (
          <span className="text-muted text-sm">
            in the guest at <span className="font-mono">{gpu.address}</span>
          </span>
        )}
      </p>
      {gpu.busy === null ? null : <Figure label="GPU" text={formatPercent(gpu.busy)} share={gpu.busy} />}
      {share === null || gpu.usedBytes === null || gpu.totalBytes === null ? null : (
        <Figure
          label="Video memory"
          text={`${formatBytes(gpu.usedBytes)} of ${formatBytes(gpu.totalBytes)}`}
          share={share}
        />
      )}
      {rest.length === 0 ? null : <p className="text-muted text-sm tabular-nums">{rest.join(" · ")}</p>}
      {missing.length === 0 ? null : (
        <p className="text-muted text-sm">Its driver doesn’t tell: {missing.join(", ")}.</p>
      )}
    </div>
  );
}

function Figure({ label, text, share }: { label: string; text: string; share: number }) {
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-3 text-sm">
        <span className="text-muted">{label}</span>
        <span className="tabular-nums">{text}</span>
      </p>
      <Progress label={`${label} in use`} value={share} />
    </div>
  );
}
