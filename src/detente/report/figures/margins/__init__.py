"""Margins of packages over no deal, party by party."""
