import { Counter, Gauge, Registry } from "prom-client";
import { type FamilyName, families, type Sample } from "./families";

/** Of Prometheus' text format, 0.0.4. */
export const expositionType = Registry.PROMETHEUS_CONTENT_TYPE;

/** Samples as Prometheus reads them. */
export async function exposition(samples: readonly Sample[]): Promise<string> {
  const registry = new Registry();
  const adders = new Map<FamilyName, Adder>();
  for (const { family, labels, value } of samples) {
    const add = adders.get(family) ?? adder(family, registry);
    adders.set(family, add);
    add(labels, value);
  }
  return registry.metrics();
}

type Adder = (labels: Sample["labels"], value: number) => void;

function adder(name: FamilyName, registry: Registry): Adder {
  const { type, help, labels } = families[name];
  const parts = { name, help, labelNames: [...labels], registers: [registry] };
  if (type === "gauge") {
    const gauge = new Gauge(parts);
    return (of, value) => gauge.set(of, value);
  }
  const counter = new Counter(parts);
  return (of, value) => counter.inc(of, value);
}
