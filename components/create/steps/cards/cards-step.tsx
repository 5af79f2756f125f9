"use client";

import { OptionFields } from "@/components/device/attach/option-fields";
import { deviceTitle } from "@/components/device/device-names";
import { usePassthroughPath } from "@/components/device/use-passthrough-address";
import { useFormProblems } from "@/components/ui/form/form-problems";
import { ProblemList } from "@/components/ui/form/problem-list";
import { problemsBelow } from "@/components/ui/form/problems";
import { Section } from "@/components/ui/form/section";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import { replaced } from "../../state/lists";
import { useDraft, useWizard } from "../../wizard-context";
import { hasFunction, quirksOf } from "./card-of";
import { CardPicker } from "./card-picker";
import { NamedSection } from "./named-section";
import { UsbSection } from "./usb-section";
import { isDisplayCard, useHostCards } from "./use-host-cards";

/** What of the host's devices the VM gets; who makes it by a grant has names alone to choose from. */
export default function CardsStep() {
  const { choices } = useWizard();
  return choices.grant === null ? <HostDevices /> : <NamedSection />;
}

/** GPUs and other cards, by their address or by a name, and what is in USB ports. */
function HostDevices() {
  const { hostId, choices } = useWizard();
  const path = usePassthroughPath();
  const cards = useHostCards(hostId);
  const others = cards?.filter((card) => !isDisplayCard(card)) ?? [];
  return (
    <>
      <Section
        title="GPUs"
        aside={
          <Link href={path(hostId)} className="inline-flex min-h-6 items-center text-accent hover:underline">
            The host’s hardware
          </Link>
        }
      >
        {cards === null && choices.devices !== null ? <Skeleton className="h-16" /> : null}
        {cards === null && choices.devices === null ? (
          <p className="text-muted">This host’s hardware can’t be read. Cards can be attached later.</p>
        ) : null}
        {cards === null ? null : <CardPicker cards={cards.filter(isDisplayCard)} />}
        <ChosenCards />
      </Section>
      {others.length === 0 ? null : (
        <Section title="Other cards">
          <CardPicker cards={others} />
        </Section>
      )}
      <NamedSection />
      <UsbSection />
    </>
  );
}

/** How each chosen card is attached, and the problems that were found with it. */
function ChosenCards() {
  const { hostId } = useWizard();
  const [vm, change] = useDraft();
  const problems = useFormProblems();
  const cards = useHostCards(hostId) ?? [];
  return vm.cards.map((chosen, index) => {
    const address = chosen.functions[0]?.address ?? "";
    const card = cards.find(({ device }) => hasFunction(chosen, device.address));
    return (
      <section key={address} aria-label={`Options of ${address}`} className="flex flex-col gap-2">
        <h3 className="font-medium">{card === undefined ? address : deviceTitle(card.device)}</h3>
        <ProblemList problems={problemsBelow(problems, ["cards", index])} />
        {card === undefined ? null : (
          <OptionFields
            hostId={hostId}
            card={card}
            quirks={quirksOf(card.functions, vm)}
            options={chosen.options}
            onChange={(options) => change({ cards: replaced(vm.cards, index, { ...chosen, options }) })}
          />
        )}
      </section>
    );
  });
}
