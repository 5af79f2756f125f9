"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { OptionalNumberField } from "@/components/ui/form/number-field";
import type { MoveOptions } from "./options";

interface MoveOptionsFieldsProps {
  /** The VM runs. */
  live: boolean;
  options: MoveOptions;
  onChange(options: MoveOptions): void;
}

/** What most moves need not think of. */
export function MoveOptionsFields({ live, options, onChange }: MoveOptionsFieldsProps) {
  const { bandwidthMiB, keepDisks } = options;
  return (
    <details>
      <summary className="cursor-pointer font-medium">Options</summary>
      <div className="mt-2 flex flex-col gap-2.5">
        <OptionalNumberField
          label="Bandwidth limit (MiB/s)"
          placeholder="None"
          min={1}
          max={100_000}
          value={bandwidthMiB}
          onChange={(limit) => onChange({ ...options, bandwidthMiB: limit })}
        />
        {live ? <LiveFields options={options} onChange={onChange} /> : null}
        <CheckField
          label="Keep copied disks on this host as well"
          checked={keepDisks}
          onChange={(checked) => onChange({ ...options, keepDisks: checked })}
        />
      </div>
    </details>
  );
}

function LiveFields({ options, onChange }: Omit<MoveOptionsFieldsProps, "live">) {
  const { autoConverge, postCopy, tls } = options;
  return (
    <>
      <CheckField
        label="Auto-converge"
        note="Slows the guest’s CPUs down where it writes to its memory faster than that can be sent."
        checked={autoConverge}
        onChange={(checked) => onChange({ ...options, autoConverge: checked })}
      />
      <CheckField
        label="Allow post-copy"
        note="It can then be run on the target before all of its memory is there. If either host fails meanwhile, the VM is lost."
        checked={postCopy}
        onChange={(checked) => onChange({ ...options, postCopy: checked })}
      />
      <CheckField
        label="Encrypt the transfer (TLS)"
        note="The guest’s memory and disks go from host to host in the clear otherwise. Both hosts need certificates for it (migrate_tls_x509_cert_dir in qemu.conf)."
        checked={tls}
        onChange={(checked) => onChange({ ...options, tls: checked })}
      />
    </>
  );
}
