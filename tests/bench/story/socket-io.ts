import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { io } from "socket.io-client";
import { freePort } from "../kit/port.ts";
import { sleep } from "../kit/rounds.ts";
import type { Troupe, Voice } from "./script.ts";

/** Socket.IO with connection state recovery, used as its documentation says. `patienceMs`: how long is waited for what might still come; what it lost never does. */
export async function socketIoTroupe(patienceMs: number): Promise<Troupe> {
  const port = await freePort();
  const start = async () => {
    const file = join(import.meta.dirname, "socket-io-server.ts");
    const child = spawn(process.execPath, [file, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    return child;
  };
  let server = await start();
  const voice = async (url: string): Promise<Voice & { close(): void }> => {
    const socket = io(url, { transports: ["websocket"], forceNew: true });
    const heard: string[] = [];
    socket.on("message", (text: string) => heard.push(text));
    await new Promise<void>((resolve) => void socket.once("connect", () => resolve()));
    return {
      say: (text) => void socket.emit("message", text),
      heard: () => heard,
      settled: async () => {
        while (!socket.connected) await sleep(50);
        await sleep(patienceMs);
      },
      close: () => void socket.close(),
    };
  };
  const kill = async () => {
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  };
  return {
    port,
    begin: async (cable) => {
      const [customer, agent] = [await voice(cable), await voice(`http://127.0.0.1:${port}`)];
      const leave = () => {
        customer.close();
        agent.close();
      };
      return { customer, agent, leave };
    },
    kill,
    restart: async () => {
      server = await start();
    },
  };
}
