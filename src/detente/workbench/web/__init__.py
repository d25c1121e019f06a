"""The web page for writing: text left, the report right, served to one browser on this machine."""
