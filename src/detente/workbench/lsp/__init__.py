"""The language server: what an editor asks about a case, in the words of the Language Server Protocol."""
