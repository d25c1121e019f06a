"""What people meet who write YAML by hand: its errors in words, and its traps."""
