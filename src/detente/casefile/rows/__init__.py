"""Tables that stand beside the YAML of a case: each row is a record."""
