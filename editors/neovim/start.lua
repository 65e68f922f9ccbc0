-- Starts listwright in Neovim 0.7 to 0.10, which have no `vim.lsp.enable`, without a plugin. Copy it next to the folder `lsp`
-- with listwright.lua, and add to your init.lua: `dofile('/path/to/start.lua')`. Returns the function that starts it.

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
local config = dofile(here .. '/lsp/listwright.lua')

local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  while true do
    for _, marker in ipairs(config.root_markers) do
      local path = folder .. '/' .. marker
      if vim.fn.filereadable(path) == 1 or vim.fn.isdirectory(path) == 1 then return folder end
    end
    local above = vim.fn.fnamemodify(folder, ':h')
    if above == folder then return vim.fn.fnamemodify(file, ':p:h') end
    folder = above
  end
end

local running = {}

local function start(buffer, changes)
  local options = vim.tbl_extend('force', {
    name = 'listwright',
    cmd = config.cmd,
    init_options = config.init_options,
    on_attach = config.on_attach,
    root_dir = root_of(vim.api.nvim_buf_get_name(buffer)),
  }, changes or {})
  options.workspace_folders = { { uri = vim.uri_from_fname(options.root_dir), name = options.root_dir } }
  if vim.lsp.start then return vim.lsp.start(options, { bufnr = buffer }) end
  local id = running[options.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(options)
    running[options.root_dir] = id
  end
  if id then vim.lsp.buf_attach_client(buffer, id) end
  return id
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = config.filetypes,
  callback = function(event) start(event.buf, vim.g.listwright) end,
})

return start
