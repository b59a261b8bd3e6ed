const patience = 1000;
const interval = 100;

/** Shows how far a run is, on a terminal only, once it takes longer than a second. */
export class ProgressLine {
  private readonly started = performance.now();
  private last = 0;
  private shown = false;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  show = ({ step, done, total }: { step: string; done: number; total: number }): void => {
    const now = performance.now();
    if (!this.stream.isTTY || now - this.started < patience || now - this.last < interval) return;
    this.last = now;
    this.shown = true;
    this.stream.write(`\r\u001B[K${step} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
  };

  clear(): void {
    if (this.shown) this.stream.write('\r\u001B[K');
    this.shown = false;
  }
}
