/** The value of a result that must have one. */
export function known<Result extends { value: unknown }>(result: Result): Result['value'] & {} {
  const { value } = result;
  if (value === undefined || value === null) throw new Error(`no value: ${JSON.stringify(result)}`);
  return value;
}
