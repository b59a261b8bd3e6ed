-- Opens a file with a language server, waits for its diagnostics, asks for code actions, applies one. Neovim 0.7.
local orders = vim.fn.json_decode(vim.env.SSELINT_NVIM)
local result = { messages = {} }

vim.lsp.handlers['window/showMessage'] = function(_, params)
  table.insert(result.messages, params.message)
end

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(result) }, orders.output)
  vim.cmd('qa!')
end

local function position_of(diagnostic)
  return {
    start = { line = diagnostic.lnum, character = diagnostic.col },
    ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
  }
end

local function show(diagnostic)
  return {
    message = diagnostic.message,
    severity = diagnostic.severity,
    source = diagnostic.source,
    code = diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code,
    range = position_of(diagnostic),
  }
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, orders.patience) or {}
  for _, answer in pairs(answers) do
    if answer.error then table.insert(result.messages, answer.error.message) end
    return answer.result
  end
end

local function actions_for(diagnostic)
  return request('textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = position_of(diagnostic),
    context = {
      diagnostics = {
        {
          range = position_of(diagnostic),
          message = diagnostic.message,
          severity = diagnostic.severity,
          source = diagnostic.source,
          code = show(diagnostic).code,
          data = diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.data,
        },
      },
    },
  }) or {}
end

local function apply(action)
  if not action.edit and action.data then action = request('codeAction/resolve', action) or action end
  if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end
  local command = type(action.command) == 'table' and action.command
  if command then request('workspace/executeCommand', command) end
end

vim.cmd('edit ' .. vim.fn.fnameescape(orders.file))
vim.bo.filetype = orders.filetype
local client = vim.lsp.start_client({ name = 'sselint', cmd = orders.command, root_dir = orders.root })
vim.lsp.buf_attach_client(0, client)

result.ready = vim.wait(orders.patience, function()
  return #vim.diagnostic.get(0) > 0
end, 10)
local diagnostics = vim.diagnostic.get(0)
result.diagnostics = vim.tbl_map(show, diagnostics)
result.actions = {}
for _, diagnostic in ipairs(diagnostics) do
  for _, action in ipairs(actions_for(diagnostic)) do
    table.insert(result.actions, { title = action.title, kind = action.kind })
    if action.title == orders.apply and not result.applied then
      apply(action)
      result.applied = true
      result.clean = vim.wait(orders.patience, function()
        return #vim.diagnostic.get(0) < #diagnostics
      end, 10)
    end
  end
  if result.applied then break end
end
result.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
vim.lsp.stop_client(client)
finish()
