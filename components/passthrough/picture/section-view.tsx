import { ChevronRight, Cpu, Network } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Branches } from "./branch-view";
import { GroupName } from "./group-name";
import type { DrawnComplex } from "./layout";
import { PortChip } from "./port-chip";
import type { Section } from "./sections";

/** A root complex with everything on its bus. */
export function ComplexView({ drawn: { complex, section } }: { drawn: DrawnComplex }) {
  return (
    <section aria-label={`Root complex ${complex.name}`} className="min-w-0">
      <Bar>
        <Cpu aria-hidden className="size-4 shrink-0 text-muted" />
        <h3 className="font-semibold">
          Root complex <span className="font-mono font-medium">{complex.name}</span>
        </h3>
        {complex.numaNode === null ? null : (
          <span className="text-muted text-sm">NUMA node {complex.numaNode}</span>
        )}
      </Bar>
      <SectionBody section={section} label={`On root complex ${complex.name}`} />
    </section>
  );
}

/** A switch whose branches stand beside each other. */
function SwitchView({ section }: { section: Section }) {
  const { ports, group } = section;
  return (
    <section
      aria-label={`Switch behind ${ports[0]?.key}`}
      className={group === null ? undefined : "rounded-xl border border-border-strong/35 bg-inset p-2"}
    >
      {group === null ? null : (
        <p className="px-1 pb-1">
          <GroupName id={group} />
        </p>
      )}
      <Bar>
        <Network aria-hidden className="size-4 shrink-0 text-muted" />
        {ports.map((port, index) => (
          <Fragment key={port.key}>
            {index === 0 ? null : <ChevronRight aria-hidden className="size-3.5 text-muted" />}
            <PortChip port={port} group={group === null ? port.group : null} />
          </Fragment>
        ))}
      </Bar>
      <SectionBody section={section} label={`Behind ${ports.at(-1)?.key}`} />
    </section>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1 rounded-lg border border-border-strong/60 bg-surface px-3 py-1">
      {children}
    </div>
  );
}

function SectionBody({ section, label }: { section: Section; label: string }) {
  return (
    <>
      {section.switches.map((inner) => (
        <div key={inner.key} className="relative pt-3 pl-5">
          <span aria-hidden className="absolute top-0 bottom-0 left-1.5 w-px bg-border-strong/70" />
          <span aria-hidden className="absolute top-7 left-1.5 h-1 w-3.5 bg-border-strong/70" />
          <SwitchView section={inner} />
        </div>
      ))}
      <div
        className="relative grid gap-x-4"
        style={{ gridTemplateColumns: `repeat(${section.columns.length}, minmax(0, 1fr))` }}
      >
        {section.switches.length === 0 ? null : <BusLine columns={section.columns.length} />}
        {section.columns.map((branches, index) => (
          <Branches
            key={branches[0]?.key ?? index}
            branches={branches}
            label={section.columns.length > 1 ? `${label}, column ${index + 1}` : label}
          />
        ))}
      </div>
    </>
  );
}

/** Leads the bus, which went down past the switches, on to every column. */
function BusLine({ columns }: { columns: number }) {
  return (
    <span
      aria-hidden
      className="absolute top-0 left-1.5 h-px bg-border-strong/70"
      style={{ width: `calc((100% + 1rem) * ${(columns - 1) / columns})` }}
    />
  );
}
