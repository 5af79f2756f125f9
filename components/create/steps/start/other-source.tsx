"use client";

import { SelectField } from "@/components/ui/form/select-field";
import { replaced } from "../../state/lists";
import type { DescribedWay } from "../../state/way";
import { useDraft, useWizard } from "../../wizard-context";
import { NetworkField } from "../network/network-field";
import { DiskSourceFields } from "../storage/disk-source-fields";
import { formatOf, keyOf, volumeChoices, volumeOf } from "../storage/volume-choices";

/** What a source other than an ISO asks for: the image, the disk, the network. */
export default function OtherSource({ way }: { way: Exclude<DescribedWay, "iso" | "import"> }) {
  switch (way) {
    case "cloud-image":
      return <CloudImage />;
    case "disk":
      return <ExistingDisk />;
    case "network":
      return <BootNetwork />;
  }
}

function CloudImage() {
  const { choices } = useWizard();
  const [{ disks }, change] = useDraft();
  const [disk] = disks;
  if (disk?.source.kind !== "new-volume") return null;
  const { source } = disk;
  const images = volumeChoices(choices, "disk");
  return (
    <SelectField
      label="Image"
      path={["disks", 0, "source", "copyOf"]}
      note={
        images.length === 0
          ? `No pool has an image yet. ${choices.grant === null ? "Download or upload one on the Storage page." : "Ask an administrator for one."}`
          : undefined
      }
      placeholder="Choose an image"
      value={source.copyOf === null ? null : keyOf(source.copyOf)}
      choices={images}
      onChange={(key) =>
        change({
          disks: replaced(disks, 0, { ...disk, source: { ...source, copyOf: volumeOf(choices, key) } }),
        })
      }
    />
  );
}

function ExistingDisk() {
  const { wizard, choices } = useWizard();
  const [{ disks }, change] = useDraft();
  const [disk] = disks;
  if (disk !== undefined) {
    return (
      <DiskSourceFields
        index={0}
        source={disk.source}
        onChange={(source) => change({ disks: replaced(disks, 0, { ...disk, source }) })}
      />
    );
  }
  const [blank] = wizard.preset.pattern.disks;
  const byPath = "path";
  return (
    <SelectField
      label="Disk"
      path={["disks", 0, "source"]}
      placeholder="Choose a disk"
      value={null}
      choices={[...volumeChoices(choices, "disk"), { value: byPath, label: "A file or device on the host…" }]}
      onChange={(key) => {
        const volume = volumeOf(choices, key);
        const source =
          volume === null
            ? { kind: "file" as const, path: "", format: "qcow2" as const }
            : { kind: "volume" as const, ...volume, format: formatOf(volume.volume) };
        change({ disks: [{ ...blank, source }] });
      }}
    />
  );
}

function BootNetwork() {
  const [{ networks }, change] = useDraft();
  const [first] = networks;
  if (first === undefined) return <p className="text-muted">No network is running on this host.</p>;
  return (
    <NetworkField
      index={0}
      label="Network to boot from"
      source={first.source}
      onChange={(source) => change({ networks: replaced(networks, 0, { ...first, source }) })}
    />
  );
}
