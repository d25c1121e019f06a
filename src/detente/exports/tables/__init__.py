"""Tables for spreadsheet programs: no text in them is taken for a formula."""
