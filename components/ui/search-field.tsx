import { Search } from "lucide-react";
import { Input } from "./input";

export interface SearchFieldProps {
  /** What is searched: "Search devices". */
  label: string;
  /** What can be typed: "Name, address, id, driver". */
  placeholder: string;
  text: string;
  onChange(text: string): void;
}

/** Narrows down what is shown below it. */
export function SearchField({ label, placeholder, text, onChange }: SearchFieldProps) {
  return (
    <div className="relative w-full sm:w-72">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        className="pl-8"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
