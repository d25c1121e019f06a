"""The page as a tree: numbers, anchors, citations and cells, before it becomes markup."""
