"""The map: what goes where around the links in dispute, as things are and with them open."""
