import { ChevronDown } from "lucide-react";
import { Fragment } from "react";
import { buttonClasses } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { combinationGroups, ctrlAltDelete, type KeyCombination } from "./keyboard/combinations";

export interface KeysMenuProps {
  disabled: boolean;
  onPress: (combination: KeyCombination) => void;
  /** The menu is gone: the focus belongs to the screen again. */
  onDone: () => void;
}

/** Keys that the browser or this computer would keep to itself. */
export function KeysMenu({ disabled, onPress, onDone }: KeysMenuProps) {
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger className={buttonClasses("ghost")} disabled={disabled}>
        Send keys
        <ChevronDown aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="start"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onDone();
        }}
      >
        <DropdownMenuItem onSelect={() => onPress(ctrlAltDelete)}>{ctrlAltDelete.label}</DropdownMenuItem>
        {combinationGroups.map(({ title, combinations }) => (
          <Fragment key={title}>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>{title}</DropdownMenuLabel>
            {combinations.map((combination) => (
              <DropdownMenuItem key={combination.label} onSelect={() => onPress(combination)}>
                {combination.label}
              </DropdownMenuItem>
            ))}
          </Fragment>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
