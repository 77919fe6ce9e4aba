// Node reads this file as it stands, before tsx is there.

/**
 * The threads on which a program waits for the disk. Of libuv's four, four files that are being
 * made durable take all, and everything else that reads or writes then stands behind them
 * (https://docs.libuv.org/en/v1.x/threadpool.html). Read by Node when it first needs one.
 */
export const FILE_THREADS: Readonly<Record<string, string>> = { UV_THREADPOOL_SIZE: "16" };
