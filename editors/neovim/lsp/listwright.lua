-- The language server of listwright, for `vim.lsp.config` (Neovim 0.11 and newer). Copy it to the folder `lsp` of your
-- configuration and add `vim.lsp.enable('listwright')`. editors/neovim/start.lua is for older versions.

local commands = { ListwrightCheckLinks = 'listwright.checkLinks', ListwrightFixAll = 'listwright.fixAll' }

local function ask(client, buffer, command)
  local params = { command = command, arguments = { vim.uri_from_bufnr(buffer) } }
  local function answered(trouble)
    if trouble then vim.notify('listwright: ' .. trouble.message, vim.log.levels.WARN) end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, answered, buffer)
  else
    client.request('workspace/executeCommand', params, answered, buffer)
  end
end

return {
  cmd = { 'listwright', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = {
    'listwright.config.ts',
    'listwright.config.mts',
    'listwright.config.js',
    'listwright.config.mjs',
    'listwright.config.json',
    'listwright.config.yaml',
    'listwright.config.yml',
    'package.json',
    '.git',
  },
  -- With `trusted = true`, configurations may run code and links are checked. Set it only if you trust every folder you open.
  init_options = { trusted = false, links = 'save', linkBudget = 50 },
  on_attach = function(client, buffer)
    for name, command in pairs(commands) do
      vim.api.nvim_buf_create_user_command(buffer, name, function() ask(client, buffer, command) end, {})
    end
  end,
}
