-- Drive 'detente lsp' from a real editor: break the flagship in an unsaved buffer, be told of it, mend it by a quick fix,
-- and go to a definition. 'make neovim' runs it; it ends with 1 and says why where something is not as it should be.

local folder = vim.fn.tempname()
vim.fn.system({ "cp", "-r", "examples/south-caucasus", folder })
vim.cmd("edit " .. folder .. "/conflict.yaml")
local buffer = vim.api.nvim_get_current_buf()

local function stop(words)
  io.stderr:write(words .. "\n")
  vim.cmd("cquit 1")
end

local function expect(words, is_so)
  if not vim.wait(30000, is_so, 50) then
    stop("not so: " .. words)
  end
end

local client = vim.lsp.start_client({ cmd = { vim.env.DETENTE, "lsp" }, root_dir = folder })
vim.lsp.buf_attach_client(buffer, client)
expect("the server starts", function()
  return vim.lsp.buf_get_clients(buffer)[client] ~= nil
end)

local function problems()
  return vim.diagnostic.get(buffer)
end

local function line_of(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then
      return number - 1, column - 1, line
    end
  end
  stop("not in the text: " .. words)
end

local function ask(method, number, column, more)
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
  params.position = { line = number, character = column }
  local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend("force", params, more or {}), 30000)
  return answers and answers[client] and answers[client].result
end

local number, column, line = line_of("by: [azerbaijan, armenia]")
vim.api.nvim_buf_set_lines(buffer, number, number + 1, false, { (line:gsub("armenia", "armenja")) })
expect("one problem is told", function()
  return #problems() == 1 and problems()[1].message:find("armenja", 1, true) ~= nil
end)

local found = problems()[1]
local place = { line = found.lnum, character = found.col }
local fixes = ask("textDocument/codeAction", found.lnum, found.col, {
  range = { start = place, ["end"] = place },
  context = { diagnostics = {} },
})
if not fixes or #fixes ~= 1 then
  stop("no quick fix is offered")
end
vim.lsp.util.apply_workspace_edit(fixes[1].edit, "utf-16")
expect("nothing is wrong any more", function()
  return #problems() == 0
end)
if vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1] ~= line then
  stop("the quick fix did not write what stood there")
end

local target = ask("textDocument/definition", number, column + #"by: [azerbaijan, ")
if not target or not target.uri:match("/actors%.yaml$") then
  stop("the definition is not found")
end
local said = ask("textDocument/hover", number, column + #"by: [azerbaijan, ")
if not said or not said.contents.value:find("Armenia", 1, true) then
  stop("hovering says nothing")
end
print("Neovim: told of a problem, mended it, found a definition, read a hover.\n")
vim.cmd("qall!")
