-- Opens a list in a headless Neovim, waits for what the server finds, and prints it, one line each:
--   nvim --headless --clean -c 'luafile editors/neovim/try.lua' README.md
-- LISTWRIGHT_COMMAND is the server (`listwright lsp`; separated by spaces), LISTWRIGHT_TRUSTED=1 trusts the folder.

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
local buffer = vim.api.nvim_get_current_buf()

local function print_line(...) io.stdout:write(table.concat({ ... }, ' ') .. '\n') end
local function give_up(why)
  print_line('trouble:', why)
  vim.cmd('cquit')
end

local function try()
  local cmd = vim.split(vim.env.LISTWRIGHT_COMMAND or 'listwright lsp', ' ', { trimempty = true })
  local changes = {
    cmd = cmd,
    init_options = { trusted = vim.env.LISTWRIGHT_TRUSTED == '1', links = 'off', linkBudget = 0 },
  }
  if vim.fn.has('nvim-0.11') == 1 then
    vim.opt.runtimepath:prepend(here)
    vim.lsp.config('listwright', changes)
    vim.lsp.enable('listwright')
    vim.api.nvim_exec_autocmds('FileType', { buffer = buffer })
  else
    dofile(here .. '/start.lua')(buffer, changes)
  end

  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  local function client() return clients({ bufnr = buffer })[1] end
  local function ready()
    local one = client()
    return one and one.initialized
  end
  if not vim.wait(15000, ready, 50) then return give_up('no server came up') end
  if not vim.wait(15000, function() return #vim.diagnostic.get(buffer) > 0 end, 50) then return give_up('it found nothing') end
  local found = vim.diagnostic.get(buffer)
  table.sort(found, function(a, b) return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col) end)
  for _, one in ipairs(found) do
    local code = one.code or vim.tbl_get(one, 'user_data', 'lsp', 'code') or ''
    print_line((one.lnum + 1) .. ':' .. (one.col + 1), tostring(code), one.message)
  end

  local document = { uri = vim.uri_from_bufnr(buffer) }
  local function ask(method, params)
    for _, answer in pairs(vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}) do
      return answer.result
    end
  end
  local whole = { start = { line = 0, character = 0 }, ['end'] = { line = vim.api.nvim_buf_line_count(buffer), character = 0 } }
  local actions = ask('textDocument/codeAction', { textDocument = document, range = whole, context = { diagnostics = {} } })
  for _, action in ipairs(actions or {}) do print_line('action:', action.kind, action.title) end
  for _, symbol in ipairs(ask('textDocument/documentSymbol', { textDocument = document }) or {}) do
    print_line('symbol:', symbol.name)
  end
  if vim.api.nvim_buf_get_commands(buffer, {}).ListwrightFixAll then
    vim.cmd('ListwrightFixAll')
    local before = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
    local function mended() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') ~= before end
    print_line('fixed:', tostring(vim.wait(5000, mended, 50)))
  end
  vim.cmd('qall!')
end

vim.bo[buffer].filetype = 'markdown'
local fine, trouble = pcall(try)
if not fine then give_up(tostring(trouble)) end
