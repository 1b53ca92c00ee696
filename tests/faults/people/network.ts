import { type FaultProxy, startFaultProxy } from "../../../worker/local/faults/fault-proxy.ts";

/** What may happen to somebody's network, for all of their pages at once. */
export const WEATHER = [
  "good",
  "reset",
  "ended",
  "stranded",
  "unplugged",
  "held",
  "delayed",
  "trickling",
  "deaf",
  "mute",
  "black-hole",
] as const;
export type Weather = (typeof WEATHER)[number];

/** One device's way to the server: a cable for each of its pages. */
export interface Network {
  lay(): Promise<FaultProxy>;
  unlay(cable: FaultProxy): Promise<void>;
  /** Sudden things happen once, all others last until the next. */
  set(weather: Weather): void;
  readonly cables: ReadonlySet<FaultProxy>;
  close(): Promise<void>;
}

export function openNetwork(targetPort: number): Network {
  const cables = new Set<FaultProxy>();
  let lasting: Weather = "good";

  const apply = (cable: FaultProxy, weather: Weather) => {
    switch (weather) {
      case "reset":
        return cable.cut("rst");
      case "ended":
        return cable.cut("fin");
      case "stranded":
        return cable.strand();
      case "unplugged":
        cable.set("refuse");
        return cable.cut("rst");
      case "good":
        return cable.set({ mode: "pass" });
      case "held":
        return cable.set({ mode: "hold" });
      case "delayed":
        return cable.set({ mode: "delay", delayMs: 40 });
      case "trickling":
        return cable.set({ mode: "trickle", dropBytes: 40 });
      case "deaf":
        return cable.set({ mode: "black-hole", swallow: "down" });
      case "mute":
        return cable.set({ mode: "black-hole", swallow: "up" });
      case "black-hole":
        return cable.set({ mode: "black-hole", swallow: "both" });
    }
  };
  const isSudden = (weather: Weather) => weather === "reset" || weather === "ended" || weather === "stranded";
  return {
    cables,
    lay: async () => {
      const cable = await startFaultProxy(targetPort);
      cables.add(cable);
      apply(cable, lasting);
      return cable;
    },
    unlay: async (cable) => {
      cables.delete(cable);
      await cable.close();
    },
    set: (weather) => {
      for (const cable of cables) apply(cable, weather);
      if (!isSudden(weather)) lasting = weather;
    },
    close: async () => {
      await Promise.all([...cables].map((cable) => cable.close()));
      cables.clear();
    },
  };
}
