export const verificationCode = (b: Uint8Array): string => Buffer.from(b).toString("hex");
