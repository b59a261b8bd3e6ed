import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request as http, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as https } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, type Call, type Fault, type FaultKind } from './faults.ts';
import { random } from './random.ts';

export interface Plan {
  faults: Fault[];
  /** Of the ratios, default 1: the same seed gives the same faults to the same sequence of calls. */
  seed?: number;
  /** Sees every call before anything happens to it; the call waits for its promise. */
  watch?: (call: Call) => void | Promise<void>;
}

export interface FaultProxy {
  readonly endpoint: string;
  /** Every call so far, with the fault that it met. */
  readonly calls: (Call & { fault?: FaultKind })[];
  /** The most connections that were open at once. */
  readonly peak: number;
  /** Another plan from now on; `calls` and `peak` begin anew. */
  plan(next: Plan): void;
  stop(): Promise<void>;
}

interface Target {
  endpoint: string;
  caFile?: string;
}

/** A proxy (plain http) that passes calls on to a server and makes some of them go wrong. */
export async function faultProxy(target: Target, first: Plan): Promise<FaultProxy> {
  let choose = chooser(first);
  let plan = first;
  let calls: FaultProxy['calls'] = [];
  let open = 0;
  let peak = 0;

  const server = createServer(async (incoming, outgoing) => {
    const call = read(incoming);
    const fault = choose(call);
    calls.push({ ...call, fault: fault?.kind });
    await plan.watch?.(call);
    await carryOut(fault, call, incoming, outgoing, target);
  });
  server.on('connection', (socket) => {
    peak = Math.max(peak, ++open);
    socket.on('close', () => open--);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };

  return {
    endpoint: `http://127.0.0.1:${port}`,
    get calls() {
      return calls;
    },
    get peak() {
      return peak;
    },
    plan(next) {
      plan = next;
      choose = chooser(next);
      calls = [];
      peak = open;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The first fault whose pattern, count and luck fit the call. */
function chooser({ faults, seed }: Plan): (call: Call) => Fault | undefined {
  const next = random(seed ?? 1);
  const seen = new Map<Fault, number>();
  const made = new Map<Fault, number>();
  return (call) =>
    faults.find((fault) => {
      if (fault.when && !fault.when.test(call.label)) return false;
      if (count(seen, fault) <= (fault.after ?? 0)) return false;
      if (next() >= (fault.ratio ?? 1)) return false;
      return count(made, fault) <= (fault.times ?? Number.POSITIVE_INFINITY);
    });
}

function count(counts: Map<Fault, number>, fault: Fault): number {
  const now = (counts.get(fault) ?? 0) + 1;
  counts.set(fault, now);
  return now;
}

async function carryOut(
  fault: Fault | undefined,
  call: Call,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: Target,
): Promise<void> {
  if (fault?.kind === 'cut') return void incoming.socket.destroy();
  if (fault?.kind === 'delay') await sleep(fault.ms ?? 1000);
  const answer = fault && answerOf(fault.kind, call);
  if (!answer) return pass(incoming, outgoing, target, fault?.kind === 'cutAnswer');
  incoming.resume();
  outgoing.writeHead(answer.status, answer.headers);
  outgoing.end(call.method === 'HEAD' ? undefined : answer.body);
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: Target, cut: boolean): void {
  const send = target.caFile ? https : http;
  const ca = target.caFile && readFileSync(target.caFile);
  const options = { method: incoming.method, headers: incoming.headers, ca, agent: false };
  const call = send(target.endpoint + incoming.url, options, (answer) => {
    if (cut) {
      answer.resume();
      answer.on('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  call.on('error', () => incoming.socket.destroy());
  incoming.pipe(call);
}

function read(incoming: IncomingMessage): Call {
  const method = incoming.method ?? '';
  const path = incoming.url ?? '/';
  const action = /^TrentService\.(\w+)$/.exec(String(incoming.headers['x-amz-target']))?.[1];
  if (action) return { method, path, service: 'kms', label: `kms ${action}` };
  const service = /\/(iam|sts)\/aws4_request/.exec(incoming.headers.authorization ?? '')?.[1] as
    | 'iam'
    | 'sts';
  return { method, path, service: service ?? 's3', label: `${method} ${path}` };
}
