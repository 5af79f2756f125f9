"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { Skeleton } from "@/components/ui/skeleton";
import { useSettled } from "@/components/ui/use-settled";

type ReadDefinition = ApiOutputs["create"]["importXml"];

/** Milliseconds without a change before the server is asked. */
const pause = 300;

/** What a pasted definition says of itself: what libvirt's schema has against it, and what it expects of the host. */
export function XmlReading({ hostId, text }: { hostId: string; text: string }) {
  const settled = useSettled(text, pause);
  const empty = settled.trim() === "";
  const reading = useQuery({
    queryKey: ["create.importXml", { hostId, text: settled }],
    queryFn: empty ? skipToken : () => trpc.create.importXml.mutate({ hostId, text: settled }),
  });
  if (empty || settled !== text) return null;
  return (
    <Loaded reading={reading} what="the definition" skeleton={<Skeleton className="h-5" />}>
      {(read) => <Found reading={read} />}
    </Loaded>
  );
}

function Found({ reading: { name, problems, passthrough, disks } }: { reading: ReadDefinition }) {
  return (
    <div role="status" className="flex flex-col gap-1.5 text-sm">
      <p>
        {name === "" ? "It has no name. Enter one below." : `It defines the VM “${name}”.`}
        {disks.length === 0 ? null : ` These disks must already exist: ${disks.join(", ")}.`}
        {passthrough.length === 0 ? null : ` It uses host devices: ${passthrough.join(", ")}.`}
      </p>
      <ul className="text-danger empty:hidden">
        {problems?.map(({ line, message }) => (
          <li key={`${line} ${message}`} className="wrap-anywhere">
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
