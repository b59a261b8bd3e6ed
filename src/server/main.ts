import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';

/** Starts the language server on the transport that the command line names: `--stdio`, or an editor's IPC. */
serve(createConnection(ProposedFeatures.all));
