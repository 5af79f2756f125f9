"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Problems } from "./settings-draft";

export interface Column<Key extends string> {
  key: Key;
  label: string;
  /** The field of the settings that it stands for, where that is called otherwise. */
  problemKey?: string;
}

export interface RowListProps<Key extends string> {
  /** What the list is, in the plural: "Ranges". */
  title: string;
  /** One of it: "range". */
  item: string;
  columns: readonly Column<Key>[];
  rows: readonly Readonly<Record<Key, string>>[];
  /** By the field's path; those of row 2 begin with `path`, ".2." */
  problems: Problems;
  path: string;
  onChange(rows: Record<Key, string>[]): void;
}

/** A list whose rows are lines of text, to be added, changed and taken out. */
export function RowList<Key extends string>(props: RowListProps<Key>) {
  const { title, item, columns, rows, problems, path, onChange } = props;
  const empty = Object.fromEntries(columns.map(({ key }) => [key, ""])) as Record<Key, string>;
  const change = (at: number, row: Record<Key, string>) =>
    onChange(rows.map((one, index) => (index === at ? row : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 font-medium">{title}</legend>
      {rows.map((row, index) => {
        const problem = problemOf(problems, `${path}.${index}`, columns);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing that stays but their place.
          <div key={index}>
            <div className="flex items-center gap-1.5">
              <div className="flex min-w-0 flex-1 flex-wrap gap-1.5">
                {columns.map(({ key, label }) => (
                  <Input
                    key={key}
                    aria-label={`${label} of ${item} ${index + 1}`}
                    placeholder={label}
                    autoComplete="off"
                    spellCheck={false}
                    className="min-w-32 flex-1 font-mono"
                    value={row[key]}
                    onChange={({ target }) => change(index, { ...row, [key]: target.value })}
                  />
                ))}
              </div>
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Remove ${item} ${index + 1}`}
                onClick={() => onChange(rows.filter((_, other) => other !== index))}
              >
                <X aria-hidden />
              </Button>
            </div>
            {problem === undefined ? null : <p className="wrap-anywhere text-danger text-sm">{problem}</p>}
          </div>
        );
      })}
      <div>
        <Button size="sm" onClick={() => onChange([...rows, empty])}>
          <Plus aria-hidden />
          Add {item}
        </Button>
      </div>
    </fieldset>
  );
}

/** What is wrong with a row, of its fields the first; of a list in a field ("names.0") as well. */
function problemOf(problems: Problems, row: string, columns: readonly Column<string>[]): string | undefined {
  for (const { key, label, problemKey = key } of columns) {
    const place = Object.keys(problems).find(
      (path) => path === `${row}.${problemKey}` || path.startsWith(`${row}.${problemKey}.`),
    );
    if (place !== undefined) return `${label}: ${problems[place]}`;
  }
  return undefined;
}
