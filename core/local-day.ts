/** The reader's calendar day at a time, `YYYY-MM-DD`, in the time zone of the computer. */
export function localDay(time: Date): string {
  const parts = [time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(time.getFullYear()).padStart(4, '0'), ...parts].join('-');
}

/** The calendar day before one. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
