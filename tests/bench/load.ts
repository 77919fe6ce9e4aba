import autocannon from "autocannon";

/** Requests a second that an address answers to 32 connections, after a short warm-up. */
export async function requestsPerSecond(url: string, seconds = 6): Promise<number> {
  await autocannon({ url, connections: 32, duration: 2 });
  const result = await autocannon({ url, connections: 32, duration: seconds });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} requests to ${url} failed`);
  return result.requests.average;
}
