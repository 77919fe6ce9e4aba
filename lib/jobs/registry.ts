import type { TaskList } from "graphile-worker";

/** What the worker can do: one task for each name in `JobPayloads`. */
export const taskList: TaskList = {};

/** When it does what nobody asks for, in graphile-worker's crontab format (times in UTC). */
export const crontab = "";
