"use client";
import { Unexpected, type UnexpectedProps } from "@/components/layout/unexpected";

export default function ErrorPage(props: UnexpectedProps) {
  return <Unexpected {...props} />;
}
