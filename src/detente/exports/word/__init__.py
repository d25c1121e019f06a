"""Word: what python-docx has no words for, endnotes and tables that say what their rows rest on."""
