-- Drive 'detente lsp' as the one who sits at Neovim does, and write what was seen as JSON. Neovim's own commands are used
-- where every release from 0.7 on has them. NOTES names the file to write to, CASE a copy of the flagship, and SERVER the
-- command that starts the server.

local folder = vim.env.CASE
local seen = { release = tostring(vim.version().major) .. "." .. tostring(vim.version().minor) }

local function leave(code)
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.NOTES)
  vim.cmd(code == 0 and "qall!" or "cquit 1")
end

local function messages()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get()) do
    table.insert(found, each.message)
  end
  return found
end

local function until_so(words, is_so)
  if not vim.wait(60000, is_so, 20) then
    seen.missing = words
    seen.told = messages()
    leave(1)
  end
end

local function open(name)
  vim.cmd("edit " .. folder .. "/" .. name)
  return vim.api.nvim_get_current_buf()
end

local function attach(buffer)
  local config = { name = "detente", cmd = vim.fn.json_decode(vim.env.SERVER), root_dir = folder }
  if vim.lsp.start then
    vim.lsp.start(config)
  else
    seen.client = seen.client or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, seen.client)
  end
end

-- Put the cursor on the word inside some words of the text.
local function rest_on(words, word)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local first = line:find(words, 1, true)
    if first then
      local inside = line:find(word, first, true)
      vim.api.nvim_win_set_cursor(0, { number, inside - 1 })
      return number - 1, inside - 1, line
    end
  end
  seen.missing = "the text " .. words
  leave(1)
end

local function problems(buffer)
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    local line = vim.api.nvim_buf_get_lines(buffer, each.lnum, each.lnum + 1, false)[1]
    table.insert(found, { code = each.code, on = line:sub(each.col + 1, each.end_col), says = each.message })
  end
  return found
end

local function here()
  local place = vim.api.nvim_win_get_cursor(0)
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ":t")
  return { file = name, on = vim.api.nvim_get_current_line():sub(place[2] + 1) }
end

-- A file that is wrong on the disk is told of when it is opened.
local steps = open("roadmap.yaml")
attach(steps)
until_so("problems are told on opening", function()
  return #vim.diagnostic.get(steps) > 0
end)
seen.on_opening = problems(steps)

-- So is a slip that is typed and not saved; a quick fix mends both.
vim.ui.select = function(items, _, choose)
  choose(items[1], 1)
end
rest_on("demanded_by: [azerbaijn", "azerbaijn")
vim.lsp.buf.code_action()
until_so("a quick fix mends the file", function()
  return #vim.diagnostic.get(steps) == 0
end)
vim.cmd("write")
local conflict = open("conflict.yaml")
attach(conflict)
local number, _, line = rest_on("by: [azerbaijan, armenia]", "armenia")
vim.api.nvim_buf_set_lines(conflict, number, number + 1, false, { (line:gsub("armenia", "armenja")) })
until_so("problems are told while typing", function()
  return #vim.diagnostic.get(conflict) > 0
end)
seen.while_typing = problems(conflict)
vim.lsp.buf.code_action()
until_so("a quick fix mends the text", function()
  return #vim.diagnostic.get(conflict) == 0
end)
seen.mended = vim.api.nvim_buf_get_lines(conflict, number, number + 1, false)[1] == line

-- Hovering opens a window of its own.
rest_on("{source: dossier, at: ¶10, quote: amendment comes first}", "dossier")
vim.lsp.buf.hover()
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return window
    end
  end
end
until_so("a window shows what an id means", floating)
local shown = floating()
seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(shown), 0, -1, false), "\n")
vim.api.nvim_win_close(shown, true)

-- Going to a definition leads into another file, and back again.
rest_on("by: [azerbaijan, armenia]", "armenia")
vim.lsp.buf.definition()
until_so("the definition is shown", function()
  return vim.api.nvim_get_current_buf() ~= conflict
end)
seen.definition = here()
vim.cmd("buffer " .. conflict)

-- References fill the list of places.
rest_on("when: not escalate", "escalate")
vim.lsp.buf.references()
until_so("the uses are listed", function()
  return #vim.fn.getqflist() > 0
end)
seen.references = {}
for _, each in ipairs(vim.fn.getqflist()) do
  local file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(each.bufnr), ":t")
  table.insert(seen.references, file .. ":" .. each.lnum)
end
vim.cmd("cclose | buffer " .. conflict)

-- In a condition options are offered, and the first letters of one are replaced by the whole.
number, _, line = rest_on("when: not escalate", "escalate")
local typed = line:gsub("escalate.*", "esc")
vim.api.nvim_buf_set_lines(conflict, number, number + 1, false, { typed })
local answers = vim.lsp.buf_request_sync(conflict, "textDocument/completion", {
  textDocument = { uri = vim.uri_from_bufnr(conflict) },
  position = { line = number, character = #typed },
}, 60000)
seen.offered = {}
for _, answer in pairs(answers or {}) do
  for _, item in ipairs(answer.result.items) do
    table.insert(seen.offered, item.label)
    if item.label == "escalate" then
      vim.lsp.util.apply_text_edits({ item.textEdit }, conflict, "utf-16")
    end
  end
end
seen.completed = vim.api.nvim_buf_get_lines(conflict, number, number + 1, false)[1]
vim.api.nvim_buf_set_lines(conflict, number, number + 1, false, { line })

-- Above records stands how often they are used. How to have that shown depends on the release.
answers = vim.lsp.buf_request_sync(conflict, "textDocument/codeLens", {
  textDocument = { uri = vim.uri_from_bufnr(conflict) },
}, 60000)
seen.lenses = {}
for _, answer in pairs(answers or {}) do
  for _, lens in ipairs(answer.result) do
    local on = vim.api.nvim_buf_get_lines(conflict, lens.range.start.line, lens.range.start.line + 1, false)[1]
    seen.lenses[on:sub(lens.range.start.character + 1, lens.range["end"].character)] = lens.command.title
  end
end

-- Renaming changes the texts of all files, and leaves nothing wrong: only a slip typed after it is told of.
rest_on("- id: az-amendment-first", "az-amendment-first")
vim.lsp.buf.rename("az-amends-first")
local function changed()
  local found = {}
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.api.nvim_buf_get_option(buffer, "modified") then
      local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
      found[vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":t")] = table.concat(lines, "\n") .. "\n"
    end
  end
  return found
end
until_so("three files are changed", function()
  return vim.tbl_count(changed()) == 3
end)
seen.renamed = changed()
vim.cmd("wall")
number, _, line = rest_on("by: [azerbaijan, armenia]", "armenia")
vim.api.nvim_buf_set_lines(conflict, number, number + 1, false, { (line:gsub("armenia", "armenja")) })
until_so("the new slip is told", function()
  return #problems(conflict) > 0
end)
vim.wait(1500)
seen.after_renaming = messages()
leave(0)
