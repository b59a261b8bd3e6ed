/** What the launcher asks of the suite in the extension host, as JSON in `SSELINT_EDITOR_TESTS`. */
export interface Orders {
  files: string[];
  reporter: string;
  /** The file for what mocha prints: an editor's own log would drown it. */
  output: string;
  grep?: string;
}

export const ordersIn = (orders: Orders) => ({ SSELINT_EDITOR_TESTS: JSON.stringify(orders) });
