/** All that production requires, and nothing else. */
export const production = {
  CANTIERI_ENV: "production",
  APP_ORIGIN: "https://cantieri.example.it",
  DATABASE_URL: "postgresql://cantieri:x@db.internal/cantieri",
  AUTH_SECRET: "a-secret-that-was-made-for-this-installation",
  DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
  SMTP_URL: "smtps://relay.internal",
  MAIL_FROM: "Cantieri <cantieri@example.it>",
  CONTACT_EMAIL: "cantieri@example.it",
};
