import { isOff } from "./connection.ts";
import type { ConnectionEffect, ConnectionEvent, Stage } from "./connection.ts";
import { step } from "./connection-step.ts";
import { abandon, lose } from "./flush.ts";
import type { Session, SessionEffect, SessionStep } from "./session.ts";
import { cursor } from "./transcript.ts";

const isOnline = ({ at }: Stage): boolean => at === "syncing" || at === "live";

function translate(session: Session, effect: ConnectionEffect): SessionEffect {
  switch (effect.type) {
    case "open": {
      const { socket, fresh, hidden } = effect;
      return {
        type: "open",
        socket,
        fresh,
        query: { cursor: cursor(session.transcript), hidden, quiet: session.quiet },
      };
    }
    case "tell-hidden":
      return { type: "transmit", socket: effect.socket, frame: { type: "visibility", hidden: effect.hidden } };
    default:
      return effect;
  }
}

/** Moves the connection of a session, and draws the session's conclusions from where it went. */
export function drive(session: Session, event: ConnectionEvent, now: number, random: number): SessionStep {
  const moved = step(session.connection, event, now, random);
  if (moved.state === session.connection) return { state: session, effects: [] };
  const was = session.connection.stage;
  const { stage } = moved.state;
  let state: Session = { ...session, connection: moved.state };
  if (isOnline(was) && !isOnline(stage)) state = lose(state);
  const effects = moved.effects.map((effect) => translate(state, effect));
  if (moved.effects.some(({ type }) => type === "open")) state = { ...state, toldQuiet: state.quiet };
  if (stage.at === "live" && was.at !== "live") effects.push({ type: "recall" });
  if (isOff(state.connection)) {
    const left = abandon(state);
    return { state: left.state, effects: [...effects, ...left.effects] };
  }
  return { state, effects };
}
