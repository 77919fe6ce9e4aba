import { startPostgres } from "@/lib/platform/postgres";

// A process that starts a server, says its id, and waits to be killed.
const server = await startPostgres({ folder: process.argv[2] ?? "" });
process.stdout.write(`${server.pid}\n`);
await server.ended;
