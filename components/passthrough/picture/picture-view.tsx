"use client";

import { ChevronsDownUp, ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import type { JudgedReport } from "@/server/pci/schema";
import type { DeviceOwners } from "../device-owner";
import { groupsOf } from "../group-view";
import { isArrowKey, nextPlace } from "./arrow-keys";
import { layoutPicture, type Picture, type PictureRow } from "./layout";
import { PictureProvider } from "./picture-context";
import { ComplexView } from "./section-view";
import { useColumns } from "./use-columns";

const nothing: Picture = { rows: [], clutter: 0, frames: new Map() };

export interface PictureViewProps {
  report: JudgedReport;
  owners: DeviceOwners;
  openAddress: string | null;
  onOpen(address: string): void;
}

/** The host drawn as a tree: root complexes, ports and cards, each IOMMU group a frame round its members. */
export function PictureView({ report, owners, openAddress, onOpen }: PictureViewProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const columns = useColumns(sheet);
  const [everything, setEverything] = useState(false);
  const picture = useMemo(
    () => (columns === null ? nothing : layoutPicture(report.devices, { columns, everything })),
    [report, columns, everything],
  );
  const groups = useMemo(
    () =>
      new Map(groupsOf(report).flatMap((group) => (group.id === null ? [] : [[group.id, group] as const]))),
    [report],
  );
  const facts = useMemo(
    () => ({
      groups,
      frames: picture.frames,
      owners,
      openAddress,
      openGroup: report.devices.find(({ address }) => address === openAddress)?.iommuGroup ?? null,
      onOpen,
    }),
    [groups, picture, owners, openAddress, report, onOpen],
  );
  return (
    <PictureProvider value={facts}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between the buttons inside. */}
      <div ref={sheet} onKeyDown={moveFocus} className="flex flex-col gap-6">
        {picture.rows.map((row) => (
          <Row key={row.complexes[0]?.complex.name} row={row} />
        ))}
      </div>
      {picture.clutter === 0 ? null : (
        <Button className="mt-4" aria-expanded={everything} onClick={() => setEverything(!everything)}>
          {everything ? <ChevronsDownUp aria-hidden /> : <ChevronsUpDown aria-hidden />}
          {everything ? "Fold" : "Show"} {countOf(picture.clutter, "more device")}
        </Button>
      )}
    </PictureProvider>
  );
}

/** Root complexes side by side, as wide as they have columns. */
function Row({ row: { complexes, empty } }: { row: PictureRow }) {
  const widths = [...complexes.map(({ span }) => span), ...(empty > 0 ? [empty] : [])];
  return (
    <div
      className="grid items-start gap-x-4"
      style={{ gridTemplateColumns: widths.map((width) => `minmax(0, ${width}fr)`).join(" ") }}
    >
      {complexes.map((drawn) => (
        <ComplexView key={drawn.complex.name} drawn={drawn} />
      ))}
    </div>
  );
}

/** Arrows lead from card to card as they lie. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (!isArrowKey(key) || !(target instanceof HTMLElement) || target.dataset.card === undefined) return;
  const cards = [...currentTarget.querySelectorAll<HTMLElement>("[data-card]")];
  const items = cards.map((element) => ({ element, place: tileOf(element).getBoundingClientRect() }));
  const next = nextPlace(tileOf(target).getBoundingClientRect(), items, key);
  if (next === undefined) return;
  event.preventDefault();
  next.element.focus();
}

function tileOf(button: HTMLElement): Element {
  return button.closest("article") ?? button;
}
