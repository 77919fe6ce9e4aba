/** Room and address on one line. */
export function placeOf(meeting: { place: string; address: string }): string {
  return [meeting.place, meeting.address].filter(Boolean).join(", ");
}
