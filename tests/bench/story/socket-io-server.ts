import { createServer } from "node:http";
import { Server } from "socket.io";

// A chat room as the Socket.IO documentation makes one, with connection state recovery on. Run as a process of its own, so that it can be
// killed; listens on the port that it is given, and says "ready".

const http = createServer();
const io = new Server(http, { connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: true } });
io.on("connection", (socket) => {
  if (!socket.recovered) void socket.join("conversation");
  socket.on("message", (text: unknown) => {
    socket.to("conversation").emit("message", text);
  });
});
http.listen(Number(process.argv[2]), "127.0.0.1", () => console.log("ready"));
