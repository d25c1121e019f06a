"""Records made ready for a kernel: the one room where a record meets an array.

An *outline* reads a record and finds everything that is wrong with it, without arrays, so that checking a case
stays fast; a *model* adds the arrays.
"""
