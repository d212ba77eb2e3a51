-- Opens a file, mends its first finding and waits until it is gone; the last line says what came of
-- it. Usage: nvim --headless -u NONE -l, or with "+luafile nvim.lua", and GFPAUDIT_SERVER with the
-- words of the command, one in a line, and GFPAUDIT_FILE.
local command = {}
for word in string.gmatch(os.getenv('GFPAUDIT_SERVER'), '[^\n]+') do
  table.insert(command, word)
end
local file = os.getenv('GFPAUDIT_FILE')

local function fail(message)
  io.stdout:write('\nFAILED: ' .. message .. '\n')
  vim.cmd('cquit 1')
end

local function await(what, condition)
  if not vim.wait(300000, condition, 50) then
    fail('there is no ' .. what)
  end
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({ name = 'gfpaudit', cmd = command, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(buffer, id)

  await('diagnostic', function() return #vim.diagnostic.get(buffer) > 0 end)
  local found = vim.diagnostic.get(buffer)[1]
  io.stdout:write('\nfound: ' .. found.code .. ' in line ' .. (found.lnum + 1) .. '\n')

  local hover = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = found.lnum, character = found.col + 1 },
  }, 300000)
  local shown = hover[id].result.contents.value
  io.stdout:write('hover: ' .. string.match(shown, '[^\n]*') .. '\n')

  local actions = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = found.user_data.lsp.range or {
      start = { line = found.lnum, character = found.col },
      ['end'] = { line = found.end_lnum, character = found.end_col },
    },
    context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, found.lnum) },
  }, 300000)
  local action = actions[id].result[1]
  io.stdout:write('action: ' .. action.title .. '\n')
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')

  await('end of the diagnostics', function() return #vim.diagnostic.get(buffer) == 0 end)
  io.stdout:write('mended\n')
end

local isDone, failure = pcall(session)
if not isDone then
  fail(tostring(failure))
end
vim.cmd('qall!')
