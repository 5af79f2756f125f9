import { Fragment } from "react";
import type { CardView } from "@/components/device/card-view";
import { functionWord } from "@/components/device/device-names";
import type { JudgedDevice } from "@/server/pci/schema";
import { factTexts } from "./fact-texts";

/** All facts of each function of a card; the pressed one is unfolded. */
export function FactsSection({ card: { device, functions } }: { card: CardView }) {
  return (
    <section aria-label="Facts" className="flex flex-col gap-1.5">
      <h3 className="font-semibold">Facts</h3>
      {functions.map((one) => (
        <details key={one.address} open={one === device} className="rounded-md border border-border">
          <summary className="cursor-pointer px-3 py-1.5">
            <span className="font-mono">{one.address}</span>{" "}
            <span className="text-muted">{functionWord(one.class)}</span>
          </summary>
          <FunctionFacts device={one} />
        </details>
      ))}
    </section>
  );
}

function FunctionFacts({ device }: { device: JudgedDevice }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-border border-t px-3 py-2 text-sm">
      {factTexts(device).map(({ name, text, mono }) => (
        <Fragment key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className={mono ? "wrap-anywhere select-all font-mono" : "wrap-anywhere"}>{text}</dd>
        </Fragment>
      ))}
      {device.usedBy.length === 0 ? null : (
        <>
          <dt className="text-muted">Used by</dt>
          <dd>
            <ul>
              {device.usedBy.map(({ kind, detail }) => (
                <li key={`${kind} ${detail}`} className="wrap-anywhere">
                  {detail}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
