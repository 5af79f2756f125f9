"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { SshHop } from "@/server/host/ssh/ssh-route.schema";
import { HopFields } from "./hop-fields";
import { newHop, type Problems } from "./host-draft";

const atMost = 3;

export interface JumpFieldsProps {
  jumps: readonly SshHop[];
  problems: Problems;
  onChange(jumps: SshHop[]): void;
}

/** The hosts that the way leads by, where the host can't be reached straight. */
export function JumpFields({ jumps, problems, onChange }: JumpFieldsProps) {
  return (
    <>
      {jumps.map((jump, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: jump hosts have no names, and are not moved.
          key={index}
          className="flex flex-col gap-2 rounded-md border border-border p-3"
        >
          <legend className="px-1 font-medium">Jump host {index + 1}</legend>
          <HopFields
            hop={jump}
            path={`route.jumps.${index}`}
            problems={problems}
            onChange={(changed) => onChange(jumps.map((one, at) => (at === index ? changed : one)))}
          />
          <Button
            size="sm"
            className="self-start"
            aria-label={`Remove jump host ${index + 1}`}
            onClick={() => onChange(jumps.filter((_one, at) => at !== index))}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <p role="alert" className="text-danger text-sm empty:hidden">
        {problems["route.jumps"]}
      </p>
      {jumps.length < atMost ? (
        <Button size="sm" className="self-start" onClick={() => onChange([...jumps, newHop])}>
          <Plus aria-hidden />
          {jumps.length === 0 ? "Add a jump host" : "Add another jump host"}
        </Button>
      ) : null}
    </>
  );
}
