/** Purpose under which the secrets of one-time codes are sealed with the data key. */
export const ONE_TIME_SECRET_SEAL = "one-time-secret";
