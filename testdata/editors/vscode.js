// The same session through the client's half of VS Code's own implementation of the protocol
// (vscode-languageserver-protocol, from npm): its types, its message framing and its checks.
// Usage: node vscode.js, with NODE_PATH naming the directory of that package, GFPAUDIT_SERVER with
// the words of the command, one in a line, and GFPAUDIT_FILE.
'use strict';

const { spawn } = require('child_process');
const fs = require('fs');
const { pathToFileURL } = require('url');
const lsp = require('vscode-languageserver-protocol/node');

const PATIENCE = 300000;
const file = process.env.GFPAUDIT_FILE;
const [command, ...words] = process.env.GFPAUDIT_SERVER.split('\n');
const server = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] });
const exited = new Promise((resolve) => server.on('exit', resolve));
const connection = lsp.createProtocolConnection(
  new lsp.StreamMessageReader(server.stdout),
  new lsp.StreamMessageWriter(server.stdin),
);

function fail(message) {
  console.log('FAILED: ' + message);
  server.kill();
  process.exit(1);
}

// Waits for diagnostics of the file that meet a condition.
let published = [];
let waiting = null;
connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
  if (params.uri === pathToFileURL(file).href) {
    published = params.diagnostics;
    if (waiting !== null) {
      waiting();
    }
  }
});

function settled(what, condition) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => fail('there is no ' + what), PATIENCE);
    waiting = () => {
      if (condition()) {
        clearTimeout(timer);
        waiting = null;
        resolve();
      }
    };
    waiting();
  });
}

function offset(text, position) {
  return text.split('\n').slice(0, position.line).join('\n').length + (position.line > 0 ? 1 : 0)
    + position.character;
}

function applied(text, edits) {
  return [...edits]
    .sort((a, b) => offset(text, b.range.start) - offset(text, a.range.start))
    .reduce((now, edit) => now.slice(0, offset(text, edit.range.start)) + edit.newText
      + now.slice(offset(text, edit.range.end)), text);
}

async function session() {
  connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => null);
  connection.onRequest(lsp.CodeLensRefreshRequest.type, () => null);
  connection.onError(([error]) => fail(String(error)));
  connection.listen();
  const uri = pathToFileURL(file).href;
  const root = pathToFileURL(process.cwd()).href;
  const hello = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'linux' }],
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true }, workspaceFolders: true },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } },
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
      },
      window: { workDoneProgress: true },
    },
  });
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  const text = fs.readFileSync(file, 'utf8');
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: lsp.TextDocumentItem.create(uri, 'c', 1, text),
  });
  await settled('diagnostic', () => published.length > 0);
  const found = published[0];
  if (!lsp.Diagnostic.is(found) || !found.relatedInformation.every(
    (each) => lsp.DiagnosticRelatedInformation.is(each))) {
    fail('not a diagnostic of the protocol: ' + JSON.stringify(found));
  }
  console.log('found: ' + found.code + ' in line ' + (found.range.start.line + 1));

  const hover = await connection.sendRequest(lsp.HoverRequest.type, {
    textDocument: { uri },
    position: { line: found.range.start.line, character: found.range.start.character + 1 },
  });
  console.log('hover: ' + hover.contents.value.split('\n')[0]);

  const actions = await connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri },
    range: found.range,
    context: { diagnostics: [found] },
  });
  let action = actions[0];
  if (!lsp.CodeAction.is(action)) {
    fail('not a code action of the protocol: ' + JSON.stringify(action));
  }
  if (action.edit === undefined && hello.capabilities.codeActionProvider.resolveProvider) {
    action = await connection.sendRequest(lsp.CodeActionResolveRequest.type, action);
  }
  console.log('action: ' + action.title);
  const edits = action.edit.documentChanges !== undefined
    ? action.edit.documentChanges.flatMap((change) => change.edits)
    : action.edit.changes[uri];
  await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: applied(text, edits) }],
  });
  await settled('end of the diagnostics', () => published.length === 0);
  console.log('mended');
  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  const status = await exited;
  if (status !== 0) {
    fail('the server ended with ' + status);
  }
  process.exit(0);
}

session().catch((error) => fail(String(error)));
