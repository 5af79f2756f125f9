"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import { errorText } from "@/components/api/error-text";
import type { AttachRom } from "@/server/vm/edit/attach-options.schema";
import { passthroughApi, type RomFile } from "../passthrough-api";
import { base64Of } from "./base64";
import { selectClasses } from "./select-classes";

export interface RomChoiceProps {
  hostId: string;
  rom: AttachRom;
  onChange(rom: AttachRom): void;
}

/** Where the guest's firmware gets the card's ROM (VBIOS) from. */
export function RomChoice({ hostId, rom, onChange }: RomChoiceProps) {
  const name = useId();
  const { files, problem, upload } = useRoms(hostId);
  const chosen = rom.kind === "file" ? files.find(({ path }) => path === rom.path) : undefined;
  const take = async (file: File) => {
    const kept = await upload(file);
    if (kept !== null) onChange({ kind: "file", path: kept.path });
  };
  const radio = (kind: AttachRom["kind"], pick: () => void, children: ReactNode) => (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="radio"
        name={name}
        className="size-4 accent-accent"
        checked={rom.kind === kind}
        onChange={pick}
      />
      {children}
    </label>
  );
  const first = files[0];
  return (
    <fieldset>
      <legend className="font-medium">ROM (VBIOS)</legend>
      {radio("none", () => onChange({ kind: "none" }), "The card’s own")}
      {radio("off", () => onChange({ kind: "off" }), "None: the guest does not see a ROM")}
      {first === undefined
        ? null
        : radio("file", () => onChange({ kind: "file", path: first.path }), "A file on the server")}
      {rom.kind === "file" ? (
        <select
          aria-label="ROM file"
          className={`mt-1 ${selectClasses}`}
          value={rom.path}
          onChange={({ target }) => onChange({ kind: "file", path: target.value })}
        >
          {files.map((file) => (
            <option key={file.path} value={file.path}>
              {file.name}
            </option>
          ))}
        </select>
      ) : null}
      {chosen === undefined ? null : <Findings file={chosen} />}
      <label className="mt-1.5 block text-sm">
        <span className="text-muted">Upload one: </span>
        <input
          type="file"
          accept=".rom,.bin"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file);
          }}
        />
      </label>
      <p role="alert" className="wrap-anywhere text-danger text-sm empty:hidden">
        {problem}
      </p>
    </fieldset>
  );
}

function Findings({ file }: { file: RomFile }) {
  return (
    <ul className="mt-1 text-muted text-sm">
      {file.findings.map((finding) => (
        <li key={finding} className="wrap-anywhere">
          {finding}
        </li>
      ))}
    </ul>
  );
}

/** The ROM files of a host's server, and how to add one. */
function useRoms(hostId: string): {
  files: readonly RomFile[];
  problem: string | null;
  upload(file: File): Promise<RomFile | null>;
} {
  const [files, setFiles] = useState<readonly RomFile[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    passthroughApi.roms.query({ hostId }).then(
      (found) => (gone ? undefined : setFiles(found)),
      (error: unknown) => (gone ? undefined : setProblem(errorText(error))),
    );
    return () => {
      gone = true;
    };
  }, [hostId]);
  const upload = async (file: File) => {
    setProblem(null);
    try {
      const kept = await passthroughApi.uploadRom.mutate({
        hostId,
        name: file.name,
        base64: await base64Of(file),
      });
      setFiles((before) => [...before.filter(({ path }) => path !== kept.path), kept]);
      return kept;
    } catch (error) {
      setProblem(errorText(error));
      return null;
    }
  };
  return { files, problem, upload };
}
