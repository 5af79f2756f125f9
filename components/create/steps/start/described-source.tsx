"use client";

import { lazy, Suspense } from "react";
import { Columns, Section } from "@/components/ui/form/section";
import { SizeField } from "@/components/ui/form/size-field";
import { TextField } from "@/components/ui/form/text-field";
import { Link } from "@/components/ui/link";
import { replaced } from "../../state/lists";
import { usualPool } from "../../state/room";
import { type DescribedWay, wayLooks } from "../../state/way";
import { withName } from "../../state/wizard";
import { useDraft, useWizard } from "../../wizard-context";
import { IsoField } from "../storage/iso-field";

// Most VMs are installed from an ISO.
const CatalogueSource = lazy(() => import("./catalogue-source"));
const OtherSource = lazy(() => import("./other-source"));

/** The name, and what the source asks for: the ISO, the image, the disk, the network; and the new disk's size. */
export function DescribedSource({ way }: { way: DescribedWay }) {
  const { choices, update } = useWizard();
  const [{ name, disks }, change] = useDraft();
  const [disk] = disks;
  return (
    <Section
      title={way === "import" ? "Name" : wayLooks[way].label}
      aside={
        <Suspense>
          {(way === "iso" || way === "cloud-image") && choices.grant === null ? <CatalogueSource /> : null}
        </Suspense>
      }
    >
      {way !== "disk" && way !== "import" && usualPool(choices) === null ? (
        <NoPool granted={choices.grant !== null} />
      ) : null}
      <Columns>
        <TextField
          label="Name"
          path={["name"]}
          value={name}
          onFocus={() => update((wizard) => ({ ...wizard, naming: true }))}
          onBlur={() => update((wizard) => ({ ...wizard, naming: false }))}
          onChange={(text) => update((wizard) => withName(wizard, text))}
        />
        {way === "iso" ? <InstallationIso /> : null}
        <Suspense>{way === "iso" || way === "import" ? null : <OtherSource way={way} />}</Suspense>
        {disk?.source.kind === "new-volume" && way !== "disk" && way !== "import" ? (
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

const noPool = "No storage pool is running on this host, so there is no place for a disk.";

function NoPool({ granted }: { granted: boolean }) {
  if (granted) return <p>{noPool} Ask an administrator for one.</p>;
  return (
    <p>
      {noPool}{" "}
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
