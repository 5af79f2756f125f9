"use client";

import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { SizeField } from "@/components/ui/form/size-field";
import { TextField } from "@/components/ui/form/text-field";
import { Link } from "@/components/ui/link";
import { diskSchema } from "@/server/create/specification/disk.schema";
import { replaced } from "../../state/lists";
import { type DescribedWay, wayLooks } from "../../state/way";
import { withName } from "../../state/wizard";
import { useDraft, useWizard } from "../../wizard-context";
import { NetworkField } from "../network/network-field";
import { DiskSourceFields } from "../storage/disk-source-fields";
import { IsoField } from "../storage/iso-field";
import { formatOf, keyOf, volumeChoices, volumeOf } from "../storage/volume-choices";

/** The name, and what the source asks for: the ISO, the image, the disk, the network; and the new disk's size. */
export function DescribedSource({ way }: { way: DescribedWay }) {
  const { choices, update } = useWizard();
  const [{ name, disks }, change] = useDraft();
  const [disk] = disks;
  return (
    <Section title={way === "qemu" ? "Name" : wayLooks[way].label}>
      {way !== "disk" && way !== "qemu" && choices.pools.every(({ active }) => !active) ? <NoPool /> : null}
      <Columns>
        <TextField
          label="Name"
          path={["name"]}
          value={name}
          onChange={(text) => update((wizard) => withName(wizard, text))}
        />
        {way === "iso" ? <InstallationIso /> : null}
        {way === "cloud-image" ? <CloudImage /> : null}
        {way === "disk" ? <ExistingDisk /> : null}
        {way === "network" ? <BootNetwork /> : null}
        {disk?.source.kind === "new-volume" && way !== "disk" && way !== "qemu" ? (
          <SizeField
            label="Disk size"
            path={["disks", 0, "source", "bytes"]}
            bytes={disk.source.bytes}
            onChange={(bytes) => {
              if (disk.source.kind === "new-volume")
                change({ disks: replaced(disks, 0, { ...disk, source: { ...disk.source, bytes } }) });
            }}
          />
        ) : null}
      </Columns>
    </Section>
  );
}

function NoPool() {
  return (
    <p>
      No storage pool is running on this host, so there is no place for a disk.{" "}
      <Link href="/storage" className="text-accent underline">
        Create or start one on the Storage page
      </Link>
      .
    </p>
  );
}

function InstallationIso() {
  const [{ opticalDrives }, change] = useDraft();
  const drive = opticalDrives[0] ?? { source: null, bus: null, bootOrder: null };
  return (
    <IsoField
      label="Installation ISO"
      path={["opticalDrives", 0, "source"]}
      source={drive.source}
      onChange={(source) => change({ opticalDrives: [{ ...drive, source }, ...opticalDrives.slice(1)] })}
    />
  );
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
          ? "No pool has an image yet. Download or upload one on the Storage page."
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
  const { choices } = useWizard();
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
  const blank = { ...diskSchema.parse({ source: { kind: "block", path: "/dev/null" } }) };
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
